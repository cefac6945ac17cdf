import { expect, it } from 'vitest'
import { countPoints } from '../../../shared/translate/find-values.ts'

const RUSSIAN = 'Первое Второе Третье Четвёртое Пятое Шестое Седьмое Восьмое Девятое Десятое'.split(
  ' ',
)
const ENGLISH = 'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth'.split(' ')

it.each([
  ['Russian', RUSSIAN.map((word) => `${word}: баржи идут.`)],
  ['English', ENGLISH.map((word) => `${word}: the barges go.`)],
  ['both', ENGLISH.map((_, i) => `${i + 1}) Баржи идут.`)],
])('counts as many points as are said in words of %s, to the tenth', (_, lines) => {
  expect(countPoints(lines)).toBe(10)
})

it('counts no line that begins with such a number of something', () => {
  const lines = [
    'Шесть: столько их было.',
    'Десять, не больше.',
    'Sixth column moves on.',
    'Шестого прибыли.',
  ]
  expect(countPoints(lines)).toBe(0)
})
