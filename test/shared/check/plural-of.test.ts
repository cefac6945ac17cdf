import { expect, it } from 'vitest'
import { pluralOf } from '../../../shared/check/plural-of.ts'

it.each([
  ['granary', 'granaries'],
  ['regional committee', 'regional committees'],
  ['railway', 'railways'],
  ['box', 'boxes'],
  ['dispatch', 'dispatches'],
  ['class', 'classes'],
  ['chairman', 'chairmen'],
  ['woman worker', 'woman workers'],
  ['child', 'children'],
  ['house of culture', 'houses of culture'],
  ['commissar for trade', 'commissars for trade'],
  ['member of the Politburo', 'members of the Politburo'],
  ['VKP(b)', 'VKP(b)'],
  ['poods', 'poods'],
])('the plural of "%s" is "%s"', (one, many) => {
  expect(pluralOf(one)).toBe(many)
})
