import { expect, test } from 'vitest'
import { namePerson } from '../../../../renderer/ui/measures/name-person.ts'

const editors = [
  { id: 'ed-vm', name: 'Vera Muster', initials: 'VM' },
  { id: 'ed-xx', name: '', initials: 'X' },
]
const words = { unnamed: 'without a name', source: 'printed edition' }

test.each([
  ['ed-vm', 'Vera Muster'],
  ['ed-unnamed', 'without a name'],
  ['', 'without a name'],
  ['source', 'printed edition'],
  ['ed-xx', 'ed-xx'],
  ['ed-zz', 'ed-zz'],
])('%s is called %s', (id, name) => {
  expect(namePerson(id, editors, words)).toBe(name)
})
