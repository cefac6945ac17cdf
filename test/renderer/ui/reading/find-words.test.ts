import { describe, expect, it } from 'vitest'
import { nextPlace } from '../../../../renderer/ui/reading/correction-places.ts'
import { findWords } from '../../../../renderer/ui/reading/find-words.ts'
import { letterSchema } from '../../../../shared/letter/schema.ts'

const { letter, paragraph } = letterSchema.nodes
const { deletion, insertion } = letterSchema.marks
const text = (words: string, ...marks: Parameters<typeof letterSchema.text>[1] & object) =>
  letterSchema.text(words, marks)

describe('words of the text', () => {
  const doc = letter.create(null, [
    paragraph.create({ id: 'b1' }, [text('The pounds of rope, 480 pounds.')]),
    paragraph.create({ id: 'b2' }, [
      text('In '),
      text('Poond', deletion.create({ id: 'k1' })),
      text('Pöods', insertion.create({ id: 'k1' })),
      text(' there.'),
    ]),
  ])
  const found = (typed: string, cursor = 0) =>
    findWords(doc, typed, cursor, 12).map(({ from, to }) => doc.textBetween(from, to))

  it('are found by their first letters, whole, whatever their case and accents', () => {
    expect(found('po')).toEqual(['pounds', 'pounds', 'Pöods'])
    expect(found('POO')).toEqual(['Pöods'])
    expect(found('ounds')).toEqual([])
    expect(found(' ')).toEqual([])
  })

  it('are found over several words, up to the end of the last', () => {
    expect(found('480 p')).toEqual(['480 pounds'])
  })

  it('come from the cursor on, and then from the start', () => {
    const places = findWords(doc, 'pounds', 6, 12).map(({ from }) => from)
    expect(places).toEqual([25, 5])
    expect(findWords(doc, 'po', 0, 2)).toHaveLength(2)
  })
})

describe('the next correction', () => {
  const places = [
    { id: 'a', from: 5, to: 9 },
    { id: 'b', from: 20, to: 30 },
    { id: 'c', from: 30, to: 32 },
  ]
  const go = (from: number, to: number, direction: 1 | -1) =>
    nextPlace(places, { from, to }, direction)?.id

  it('is the one behind or before the cursor, round and round', () => {
    expect(go(0, 0, 1)).toBe('a')
    expect(go(10, 10, 1)).toBe('b')
    expect(go(10, 10, -1)).toBe('a')
    expect(go(40, 40, 1)).toBe('a')
    expect(go(0, 0, -1)).toBe('c')
  })

  it('is another than the one that is selected', () => {
    expect(go(5, 9, 1)).toBe('b')
    expect(go(20, 30, 1)).toBe('c')
    expect(go(30, 32, -1)).toBe('b')
    expect(go(30, 32, 1)).toBe('a')
    expect(nextPlace([], { from: 0, to: 0 }, 1)).toBeNull()
  })
})
