import fc from 'fast-check'
import { Fragment, Slice } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { placesAt } from '../../../../renderer/editor/text/moving-places.ts'
import { letterSchema } from '../../../../shared/letter/schema.ts'

const TEXT = 'The barges lay at the mouth of the river and waited for timber from upstream.'
const document = () =>
  new Transform(
    letterSchema.topNodeType.createAndFill(null, [
      letterSchema.nodes.paragraph.create({ id: 'b1' }, letterSchema.text(TEXT)),
      letterSchema.nodes.paragraph.create({ id: 'b2' }, letterSchema.text(TEXT)),
    ]) as ReturnType<typeof letterSchema.node>,
  )

describe('places that move with the text', () => {
  it('stand where decorations of the view would, however late they are asked for', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(70), length: fc.nat(9), text: fc.constantFrom('', 'x', 'new words') }),
      { minLength: 1, maxLength: 12 },
    )
    const ranges = fc.array(fc.record({ from: fc.nat(70), length: fc.integer({ min: 1, max: 9 }) }))
    fc.assert(
      fc.property(edits, ranges, fc.nat(3), (all, wanted, often) => {
        const tr = document()
        const places = wanted.map(({ from, length }, id) => ({
          id,
          from: from + 1,
          to: Math.min(from + 1 + length, TEXT.length + 1),
        }))
        let set = DecorationSet.create(
          tr.doc,
          places.map(({ id, from, to }) => Decoration.inline(from, to, {}, { id })),
        )
        let moving = placesAt(places)
        for (const [index, { at, length, text }] of all.entries()) {
          const before = tr.mapping.maps.length
          const from = 1 + (at % Math.max(1, (tr.doc.firstChild?.content.size ?? 1) - length))
          const content = text === '' ? Fragment.empty : Fragment.from(letterSchema.text(text))
          const to = Math.min(from + length, (tr.doc.firstChild?.content.size ?? 0) + 1)
          tr.replace(from, to, new Slice(content, 0, 0))
          const mapping = tr.mapping.slice(before)
          set = set.map(mapping, tr.doc)
          moving = moving.after(mapping)
          if (often > 0 && index % often === 0) moving.current()
        }
        const found = set.find().map(({ from, to, spec }) => ({ id: spec.id as number, from, to }))
        const byId = (a: { id: number }, b: { id: number }) => a.id - b.id
        expect([...moving.current()].sort(byId)).toEqual(found.sort(byId))
      }),
    )
  })

  it('that are open take in what is put in at their ends', () => {
    const tr = document()
    const [open, closed] = [placesAt([{ from: 5, to: 11 }], true), placesAt([{ from: 5, to: 11 }])]
    tr.insert(11, letterSchema.text('!')).insert(5, letterSchema.text('old '))
    expect(open.after(tr.mapping).current()).toEqual([{ from: 5, to: 16 }])
    expect(closed.after(tr.mapping).current()).toEqual([{ from: 9, to: 15 }])
  })
})
