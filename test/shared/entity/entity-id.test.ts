import { expect, it } from 'vitest'
import { entityId } from '../../../shared/entity/entity-id.ts'

it.each([
  ['person', 'Ladygin, Pavel', [], 'pers-ladygin'],
  ['person', 'Ладыгин П.', [], 'pers-ladygin'],
  ['person', 'Щусев', [], 'pers-shchusev'],
  ['place', '  Нижний Новгород ', [], 'place-nizhnii'],
  ['organisation', '„…“', [], 'org-entry'],
  ['person', 'Ladygin', ['pers-ladygin', 'pers-ladygin-2'], 'pers-ladygin-3'],
  ['document', '1934 plan', [], 'doc-1934'],
  ['place', 'Gießen', [], 'place-gieen'],
] as const)('%s %s → %s', (kind, name, taken, id) => {
  expect(entityId(kind, name, new Set(taken))).toBe(id)
})
