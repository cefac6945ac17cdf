import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellApart } from '../../../renderer/ui/tell-apart.ts'

const names = (...rows: [title: string, archive: string][]) => [
  ...tellApart(rows.map(([title, archive], i) => ({ id: `ep-${i}`, title, archive }))).values(),
]

describe('tellApart', () => {
  it('leaves titles that are met once as they are', () => {
    expect(names(['Ladygin to Verkhov', 'F. 1'], ['Verkhov to Ladygin', 'F. 1'])).toEqual([
      'Ladygin to Verkhov',
      'Verkhov to Ladygin',
    ])
  })

  it('puts the archive reference behind a title that is met more than once', () => {
    expect(names(['A to B', 'F. 1 L. 2'], ['B to A', ''], ['A to B', 'F. 1 L. 3'])).toEqual([
      'A to B · F. 1 L. 2',
      'A to B · F. 1 L. 3',
      'B to A',
    ])
  })

  it('puts the id there where references are missing or the same', () => {
    expect(names(['A to B', 'F. 1'], ['A to B', 'F. 1'])).toEqual([
      'A to B · ep-0',
      'A to B · ep-1',
    ])
    expect(names(['A to B', 'F. 1'], ['A to B', ''])).toEqual(['A to B · ep-0', 'A to B · ep-1'])
    expect(names(['', ''], ['', ''])).toEqual(['ep-0', 'ep-1'])
  })

  it('gives letters with the same title different names, and each one', () => {
    const few = fc.constantFrom('', 'a', 'b')
    fc.assert(
      fc.property(fc.array(fc.record({ title: few, archive: few })), (rows) => {
        const letters = rows.map((row, i) => ({ ...row, id: `ep-${i}` }))
        const told = tellApart(letters)
        expect(new Set(told.values()).size).toBe(letters.length)
        for (const { id, title } of letters) expect(told.get(id)).toContain(title)
      }),
    )
  })
})
