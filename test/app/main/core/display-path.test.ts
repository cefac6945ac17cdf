import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { displayPath } from '../../../../app/main/core/display-path.ts'

test('a place below the home folder starts with a tilde, any other is said in full', () => {
  const home = join(sep, 'home', 'anna')
  expect(displayPath(join(home, 'Edition', 'a.xml'), home)).toBe(join('~', 'Edition', 'a.xml'))
  expect(displayPath(join(sep, 'home', 'annabel', 'a.xml'), home)).toBe(
    join(sep, 'home', 'annabel', 'a.xml'),
  )
  expect(displayPath(join(sep, 'a.xml'), '')).toBe(join(sep, 'a.xml'))
})
