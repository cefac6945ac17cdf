import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutSource, putBack } from '../../../../shared/tei/stretch/cut-source.ts'
import {
  blocksOf,
  type Stretch,
  stretchesIn,
  stretchNotes,
} from '../../../../shared/tei/stretch/stretch.ts'

const small = fc.nat(3000)
const count = fc.integer({ min: 1, max: 40 })
const stretches = fc
  .array(
    fc.record({
      gap: small,
      length: count,
      first: count,
      count,
      note: count,
      notes: fc.nat(9),
      unit: count,
      side: fc.constantFrom('translation' as const, 'original' as const),
    }),
  )
  .map((all) => {
    let at = 0
    return all.map(({ gap, length, first, count, note, notes, unit, side }): Stretch => {
      const from = at + gap
      at = from + length
      const inNotes = { first: notes === 0 ? 0 : note, count: notes }
      return { unit, side, from, to: at, lines: { first, count }, notes: inNotes }
    })
  })

describe('the stretches that are kept with a source', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(stretches, fc.nat(200), (all, letters) => {
        const notes = stretchNotes({ letters, stretches: all })
        expect(stretchesIn(notes)).toEqual(all.length === 0 ? null : { letters, stretches: all })
      }),
    )
  })

  it('are none where the note is no list of them', () => {
    const read = (message: string) => stretchesIn([{ code: 'tei-stretches', message }])
    expect(read('1 t1.2.3.4.5')).not.toBe(null)
    for (const message of [
      '1 x1.2.3.4.5',
      '1 t1.2.3.4',
      '1 t1.2.3.4.-5',
      '1 t1.2.0.4.5',
      '1 t..',
      '1 ',
    ])
      expect(read(message), message).toBe(null)
  })

  it('name their blocks, those of notes behind', () => {
    const stretch = { unit: 1, side: 'original', from: 1, to: 2 } as const
    const blocks = blocksOf({
      ...stretch,
      lines: { first: 7, count: 2 },
      notes: { first: 31, count: 1 },
    })
    expect(blocks).toEqual(['b7', 'b8', 'b31'])
  })
})

describe('what is left out of a file', () => {
  const xml = '<a><b>1</b> <b>2</b> <b>3</b></a>'
  const places = [
    { from: 3, to: 11 },
    { from: 21, to: 29 },
  ]

  it('comes back in its places', () => {
    const cut = cutSource(xml, places)!
    expect(cut.xml).toBe('<a><?epistula-left-out 0?> <b>2</b> <?epistula-left-out 1?></a>')
    expect(putBack(cut.xml.replace('2', 'two'), cut.left)).toBe(xml.replace('2', 'two'))
  })

  it('does not where a place of it is gone, moved or there twice', () => {
    const { xml: without, left } = cutSource(xml, places)!
    const [one, two] = ['<?epistula-left-out 0?>', '<?epistula-left-out 1?>']
    expect(putBack(without.replace(one, ''), left)).toBe(null)
    expect(putBack(without.replace(one, '-').replace(two, one).replace('-', two), left)).toBe(null)
    expect(putBack(without.replace(one, one + one), left)).toBe(null)
  })

  it('is nothing where the stretches are none of the file', () => {
    expect(cutSource(xml, [{ from: 4, to: 11 }])).toBe(null)
    expect(cutSource(xml, [{ from: 3, to: 400 }])).toBe(null)
    expect(cutSource(xml, places.toReversed())).toBe(null)
  })
})
