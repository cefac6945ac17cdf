import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChanges } from '../../../shared/tei/list-changes.ts'

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

  it('are the runs of lines that differ, wherever they stand', () => {
    const line = fc.record({
      isChanged: fc.boolean(),
      end: fc.constantFrom('\n', '\r\n', '\r'),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const before = lines.map(({ end }, index) => `old ${index}${end}`).join('')
        const after = lines
          .map(({ isChanged, end }, index) => `${isChanged ? 'new' : 'old'} ${index}${end}`)
          .join('')
        const starts = lines.flatMap(({ isChanged }, index) =>
          isChanged && !lines[index - 1]?.isChanged ? [index + 1] : [],
        )
        expect(listChanges(before, after).map((change) => change.line)).toEqual(starts)
      }),
    )
  })
})
