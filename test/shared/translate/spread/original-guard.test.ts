import { expect, it } from 'vitest'
import {
  originalGuard,
  proposeTriggers,
} from '../../../../shared/translate/spread/original-guard.ts'

it('knows the words of the original in their other forms', () => {
  const guard = originalGuard(['пудов'])
  expect(guard('Взяли два пуда ржи')).toBe('met')
  expect(guard('Взяли два фунта ржи')).toBe('missing')
  expect(guard(null)).toBe('unseen')
  expect(originalGuard([])(null)).toBe('none')
  expect(originalGuard([])('Взяли')).toBe('none')
})

it('asks for all of several words', () => {
  const guard = originalGuard(['Сов', 'секретно'])
  expect(guard('Сов. секретно. Тов. Верхову')).toBe('met')
  expect(guard('секретно')).toBe('missing')
})

it('proposes what the correction rests on, else what the passages share, else the word at its place', () => {
  const original = { text: 'Мы получили десять пудов ржи', at: 0.7 }
  expect(proposeTriggers({ original, evidence: 'десять пудов' }, [])).toEqual(['десять', 'пудов'])
  expect(
    proposeTriggers({ original, evidence: null }, [
      'Взяли два пуда сахара',
      'Осталось сто пудов',
      'Нужно сорок пудов соли',
    ]),
  ).toEqual(['пудов'])
  expect(proposeTriggers({ original, evidence: null }, [])).toEqual(['пудов'])
  expect(proposeTriggers({ original: null, evidence: null }, ['пуд'])).toEqual([])
})
