import { expect, it } from 'vitest'
import { quoteOthers } from '../../../../renderer/ui/letter/quote-others.ts'

it.each([
  ['“Top secret.”', '«Top secret.»'],
  ['“Top secret.”, “C. secret.”', '«Top secret.», «C. secret.»'],
  ['“the ship “Zarya””, “the Zarya”', '«the ship “Zarya”», «the Zarya»'],
  ['Ladygin (4), Ladigin (1)', 'Ladygin (4), Ladigin (1)'],
  ['', ''],
])('%s is put as %s', (others, wanted) => {
  expect(quoteOthers(others, (words) => `«${words}»`)).toBe(wanted)
})
