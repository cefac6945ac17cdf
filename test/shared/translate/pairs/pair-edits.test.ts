import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Side } from '../../../../shared/letter/canonical.ts'
import type { MachineText } from '../../../../shared/letter/machine-text.ts'
import type { PairRecord } from '../../../../shared/letter/records.ts'
import { applyPairChanges } from '../../../../shared/translate/pairs/pair-change.ts'
import {
  editPairs,
  linkable,
  type PairEdit,
} from '../../../../shared/translate/pairs/pair-edits.ts'
import {
  type Pairs,
  type PairTexts,
  pairSequence,
} from '../../../../shared/translate/pairs/pair-sequence.ts'
import { alignedPairs, drawEdit, expectWhole, randomDraws, randomTexts } from './random-pairs.ts'

const decision = { by: 'ed-a', at: '2026-01-01T00:00:00Z' }

function text(lang: string, ...lines: readonly string[]): MachineText {
  const blocks = lines.map((line, i) => ({
    id: `b${i + 1}`,
    kind: 'paragraph' as const,
    text: line,
  }))
  return { lang, blocks }
}

const TEXTS: PairTexts = {
  original: text('ru', 'Раз. Два. Три.', 'Четыре.'),
  translation: text('en', 'One. Two. Three.', 'Four.'),
}

/** A pair in short: ids of words by their place, `r1|e1e2` with numbers of sentences. */
function shown(texts: PairTexts, pairs: Pairs): string[] {
  return pairSequence(texts, pairs).rows.map((row) => {
    const words = (side: Side) =>
      row[side]
        .map(({ block, from, to }) =>
          (texts[side].blocks.find(({ id }) => id === block)?.text ?? '').slice(from, to),
        )
        .join(' + ')
    return `${words('original')} | ${words('translation')}${row.confirmed ? ' ✓' : ''}`
  })
}

let ids = 0
function edited(texts: PairTexts, pairs: Pairs, edit: PairEdit): Pairs | null {
  const changes = editPairs({ texts, pairs, decision, newId: () => `n${++ids}` }, edit)
  return changes && applyPairChanges(pairs, changes)
}

const idAt = (texts: PairTexts, pairs: Pairs, row: number) =>
  pairSequence(texts, pairs).rows[row]?.id ?? ''

function outcome(...edits: readonly ((pairs: Pairs) => PairEdit)[]): string[] {
  let pairs = alignedPairs(TEXTS)
  for (const edit of edits) {
    const next = edited(TEXTS, pairs, edit(pairs))
    if (!next) return ['refused']
    pairs = next
  }
  return shown(TEXTS, pairs)
}

const at = (row: number) => (pairs: Pairs) => idAt(TEXTS, pairs, row)

describe('editPairs', () => {
  it('begins with what was aligned', () => {
    expect(outcome()).toEqual(['Раз. | One.', 'Два. | Two.', 'Три. | Three.', 'Четыре. | Four.'])
  })

  it('confirms with name and time, and takes that back', () => {
    const pairs = alignedPairs(TEXTS)
    const id = at(0)(pairs)
    const confirmed = edited(TEXTS, pairs, { type: 'confirm', ids: [id] })
    expect(confirmed?.[id]).toMatchObject({ confirmed: true, ...decision })
    expect(edited(TEXTS, confirmed!, { type: 'unconfirm', id })).toEqual(pairs)
    expect(edited(TEXTS, confirmed!, { type: 'confirm', ids: [id] })).toBeNull()
  })

  it('merges with the next and the previous pair', () => {
    expect(outcome((p) => ({ type: 'merge', id: at(1)(p), with: 'next' }))).toEqual([
      'Раз. | One.',
      'Два. + Три. | Two. + Three. ✓',
      'Четыре. | Four.',
    ])
    expect(outcome((p) => ({ type: 'merge', id: at(1)(p), with: 'previous' }))[0]).toBe(
      'Раз. + Два. | One. + Two. ✓',
    )
    expect(outcome((p) => ({ type: 'merge', id: at(3)(p), with: 'next' }))).toEqual(['refused'])
  })

  it('splits a pair at a border of sentences and inside of one', () => {
    const merged = (p: Pairs): PairEdit => ({ type: 'merge', id: at(1)(p), with: 'next' })
    const borders = { original: { segment: 1 }, translation: { segment: 1 } }
    expect(outcome(merged, (p) => ({ type: 'split', id: at(1)(p), at: borders }))).toEqual([
      'Раз. | One.',
      'Два. | Two. ✓',
      'Три. | Three. ✓',
      'Четыре. | Four.',
    ])
    const inside = { original: { segment: 0 }, translation: { segment: 0, offset: 2 } }
    expect(outcome((p) => ({ type: 'split', id: at(3)(p), at: inside })).slice(3)).toEqual([
      ' | Fo ✓',
      'Четыре. | ur. ✓',
    ])
    const nowhere = { original: { segment: 0 }, translation: { segment: 0 } }
    expect(outcome((p) => ({ type: 'split', id: at(3)(p), at: nowhere }))).toEqual(['refused'])
  })

  it('cuts a sentence inside its pair and joins it again', () => {
    const cut = (p: Pairs): PairEdit => ({
      type: 'split-segment',
      id: at(3)(p),
      side: 'translation',
      at: { segment: 0, offset: 2 },
    })
    expect(outcome(cut).at(-1)).toBe('Четыре. | Fo + ur.')
    const join = (p: Pairs): PairEdit => ({
      type: 'join-segments',
      id: at(3)(p),
      side: 'translation',
    })
    expect(outcome(cut, join).at(-1)).toBe('Четыре. | Four.')
  })

  it('moves a border: a pair that keeps one side only is open again', () => {
    const down = (p: Pairs): PairEdit => ({
      type: 'move',
      id: at(1)(p),
      side: 'translation',
      to: 'next',
    })
    expect(outcome(down)).toEqual([
      'Раз. | One.',
      'Два. | ',
      'Три. | Two. + Three. ✓',
      'Четыре. | Four.',
    ])
    const up = (p: Pairs): PairEdit => ({
      type: 'move',
      id: at(2)(p),
      side: 'translation',
      to: 'previous',
    })
    expect(outcome(down, up).slice(1, 3)).toEqual(['Два. | Two. ✓', 'Три. | Three. ✓'])
    expect(
      outcome((p) => ({ type: 'move', id: at(0)(p), side: 'original', to: 'previous' })),
    ).toEqual(['refused'])
  })

  it('unlinks and links, never over a linked pair', () => {
    const unlink = (row: number) => (p: Pairs) =>
      ({ type: 'unlink', id: at(row)(p) }) satisfies PairEdit
    expect(outcome(unlink(1)).slice(1, 3)).toEqual(['Два. |  ✓', ' | Two. ✓'])
    const twice = [unlink(1), unlink(3)]
    expect(outcome(...twice).slice(1, 5)).toEqual([
      'Два. |  ✓',
      ' | Two. ✓',
      'Три. |  ✓',
      ' | Three. ✓',
    ])
    const link = (a: number, b: number) => (p: Pairs) =>
      ({ type: 'link', id: at(a)(p), other: at(b)(p) }) satisfies PairEdit
    expect(outcome(...twice, link(3, 2)).slice(1, 4)).toEqual([
      'Два. |  ✓',
      'Три. | Two. ✓',
      ' | Three. ✓',
    ])
    expect(outcome(unlink(1), (p) => link(1, 3)(p))).toEqual(['refused'])
    const pairs = edited(TEXTS, alignedPairs(TEXTS), unlink(1)(alignedPairs(TEXTS)))!
    const { rows } = pairSequence(TEXTS, pairs)
    expect(linkable(rows, rows[1]!.id)).toBe(rows[2])
    expect(linkable(rows, rows[0]!.id)).toBeNull()
  })

  it('puts sentences without any record into rows of their own, which can be edited', () => {
    expect(shown(TEXTS, {})).toEqual([
      'Раз. | ',
      ' | One.',
      'Два. | ',
      ' | Two.',
      'Три. | ',
      ' | Three.',
      'Четыре. | ',
      ' | Four.',
    ])
    const linked = edited(TEXTS, {}, { type: 'merge', id: at(0)({}), with: 'next' })
    expect(shown(TEXTS, linked!)[0]).toBe('Раз. | One. ✓')
  })

  it('leaves a pair that crosses others alone, but parts it', () => {
    const { al1, al2, ...rest } = alignedPairs(TEXTS) as Readonly<Record<string, PairRecord>>
    const crossed: Pairs = {
      ...rest,
      al1: { ...al1!, translation: al2!.translation },
      al2: { ...al2!, translation: al1!.translation },
    }
    const { crossing } = pairSequence(TEXTS, crossed)
    const [id = ''] = crossing
    expect(crossing.size).toBe(1)
    expect(edited(TEXTS, crossed, { type: 'confirm', ids: [id] })).toBeNull()
    expect(edited(TEXTS, crossed, { type: 'merge', id, with: 'next' })).toBeNull()
    const parted = edited(TEXTS, crossed, { type: 'unlink', id })
    expect(pairSequence(TEXTS, parted!).crossing.size).toBe(0)
  })

  it('loses no sentence, crosses nothing, and goes back to what was, whatever is done', () => {
    fc.assert(
      fc.property(randomTexts, randomDraws, (texts, draws) => {
        let pairs = alignedPairs(texts)
        for (const draw of draws) {
          const edit = drawEdit(texts, pairs, draw)
          const changes =
            edit && editPairs({ texts, pairs, decision, newId: () => `n${++ids}` }, edit)
          if (!changes) continue
          const back = changes.map(({ id }) => ({ id, pair: pairs[id] ?? null })).toReversed()
          const next = applyPairChanges(pairs, changes)
          expect(applyPairChanges(next, back)).toEqual(pairs)
          pairs = next
          expectWhole(texts, pairs)
        }
      }),
      { numRuns: 300 },
    )
  })
})
