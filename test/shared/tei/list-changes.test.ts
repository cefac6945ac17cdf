import { diffArrays } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChanges } from '../../../shared/tei/list-changes.ts'

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', '\n', '\n', '\r', '\r\n'), { maxLength: 30 })
  .map((pieces) => pieces.join(''))

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}

describe('the places where two files differ', () => {
  it.each([
    ['a\nb\nc\n', 'a\nx\nc\n', [{ line: 2, before: 'b', after: 'x' }]],
    ['a\nb\n', 'a\nb\nc\n', [{ line: 3, before: '', after: 'c' }]],
    ['a\nb\nc\n', 'b\nc\n', [{ line: 1, before: 'a', after: '' }]],
    ['a\r\nb', 'a\r\nc', [{ line: 2, before: 'b', after: 'c' }]],
    [
      'a\nb\nc\nd\n',
      'x\nb\nc\ny\n',
      [
        { line: 1, before: 'a', after: 'x' },
        { line: 4, before: 'd', after: 'y' },
      ],
    ],
    ['a\n', 'a\n', []],
  ])('of %j and %j are told line by line', (before, after, changes) => {
    expect(listChanges(before, after)).toEqual(changes)
  })

  it('are as many as in a comparison of all lines', () => {
    fc.assert(
      fc.property(texts, texts, texts, (start, one, end) => {
        const before = `${start}\n${one}\n${end}`
        const after = `${start}\n${one.replaceAll('a', 'x')}\n${end}`
        const parts = diffArrays(linesOf(before), linesOf(after))
        const places = parts.filter(
          (part, index) => part.added || (part.removed && !parts[index + 1]?.added),
        )
        expect(listChanges(before, after)).toHaveLength(places.length)
      }),
    )
  })
})
