import { expect, test } from 'vitest'
import { isW3cDate, readDateValue } from '../../../../renderer/ui/letter/read-date.ts'
import { readTime, showTime } from '../../../../renderer/ui/letter/read-time.ts'

test.each([
  ['1934', true],
  ['1934-09', true],
  ['1934-09-30', true],
  ['1934-09-31', false],
  ['1936-02-29', true],
  ['1934-02-29', false],
  ['1934-13', false],
  ['1934-00-01', false],
  ['14.9.1934', false],
  ['', false],
])('%s is a W3C date: %s', (text, expected) => {
  expect(isW3cDate(text)).toBe(expected)
})

test.each([
  ['1934-09-14', '', '1934-09-14'],
  ['1934-09', '', '1934-09'],
  ['1934', '', '1934'],
  ['14/IX-34', '', '1934-09-14'],
  ['14.9.1934', '', '1934-09-14'],
  ['14/9-34', '', '1934-09-14'],
  ['September 14, 1934', '', '1934-09-14'],
  ['14 сентября 1934 г.', '', '1934-09-14'],
  ['September 14', '1934-10-02', '1934-09-14'],
  ['1-го мая', '1934', null],
  ['May 1', '1934-06', '1934-05-01'],
  ['May 1', '', null],
  ['1934-02-30', '', null],
  ['the day before yesterday', '1934', null],
  ['between 3 and 5 May 1934', '', null],
  ['', '1934', null],
])('"%s" in a letter of "%s" is %s', (words, context, expected) => {
  expect(readDateValue(words, context)).toBe(expected)
})

test.each([
  ['1934-09-14 15:27', '', '1934-09-14T15:27:00'],
  ['1934-09-14T15:27:30', '', '1934-09-14T15:27:30'],
  ['15:27', '1934-09-14', '1934-09-14T15:27:00'],
  ['9.05', '1934-09-14', '1934-09-14T09:05:00'],
  ['14/IX-34 15:27', '', '1934-09-14T15:27:00'],
  ['1934-09-14', '', '1934-09-14'],
  ['25:00', '1934-09-14', null],
  ['15:27', '', null],
  ['15:27', '1934-09', null],
  ['soon', '1934-09-14', null],
])('the time "%s" of a letter of "%s" is %s', (typed, day, expected) => {
  expect(readTime(typed, day)).toBe(expected)
})

test('a time is shown without its empty seconds', () => {
  expect(showTime('1934-09-14T15:27:00')).toBe('1934-09-14 15:27')
  expect(showTime('1934-09-14T15:27:30')).toBe('1934-09-14 15:27:30')
})
