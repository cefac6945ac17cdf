import { expect, test } from 'vitest'
import { describeFailure, shellTexts } from '../../../../app/main/core/shell-texts.ts'

const languages = ['en', 'ru', 'de']
const known = Object.keys(shellTexts('en').failures)

test.each([
  ['de-AT', 'Speichern'],
  ['RU', 'Сохранить'],
  ['en_GB', 'Save'],
  ['fr', 'Save'],
  ['', 'Save'],
])('a system in %s says %s', (locale, word) => {
  expect(shellTexts(locale).saveTitle).toBe(word)
})

test.each(languages)('%s has a plain sentence for each failure known', (language) => {
  const { failures } = shellTexts(language)
  expect(Object.keys(failures)).toEqual(known)
  for (const sentence of Object.values(failures)) expect(sentence).toMatch(/^[\p{Lu}].*\.$/u)
})

test('an unknown failure is told in the words of the system', () => {
  const told = describeFailure(new Error('EXOTIC: strange thing'), shellTexts('en'))
  expect(told).toBe('The system reports: EXOTIC: strange thing')
  expect(describeFailure({ code: 'ENOSPC' }, shellTexts('en'))).toBe('The disk is full.')
})
