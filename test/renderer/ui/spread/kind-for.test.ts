import { expect, test } from 'vitest'
import { kindFor } from '../../../../renderer/ui/spread/kind-for.ts'

test.each([
  ['', 'word'],
  ['a', 'word'],
  ['pounds', 'word'],
  ['№', 'literal'],
  ['Сов. секретно', 'word'],
  ['51 poods', 'word'],
  ['cafe\u0301', 'word'],
  ['Owls. Secret.', 'literal'],
  [' .', 'literal'],
  ['the ', 'literal'],
  ['(sic', 'literal'],
])('%j is sought as %s', (text, kind) => {
  expect(kindFor(text)).toBe(kind)
})
