import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctCanonical } from '../../../renderer/editor/correction/correct-canonical.ts'
import type { PlaceEdit } from '../../../renderer/editor/correction/correct-places.ts'
import { takeBackSteps } from '../../../shared/collection/take-back-steps.ts'
import { type CanonicalText, NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import { correctedReadings } from '../../../shared/letter/corrected-reading.ts'
import { replay, type StepJson } from '../../../shared/letter/journal.ts'
import { machineString } from '../../../shared/letter/machine-text.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { canonicalOf } from '../../support/letter-notation.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

function who() {
  let ids = 0
  return {
    side: 'translation' as const,
    author: () => 'ed-b',
    now: () => '2026-02-02T00:00:00Z',
    newId: (prefix: string) => `${prefix}-n${++ids}`,
  }
}

const reads = (text: CanonicalText) => correctedReadings(text).map((line) => line.text)

describe('correcting without an editor', () => {
  it('makes one tracked correction of each place, with what is given of it', () => {
    const text = canonicalOf('Owls. Secret. No. 1.\nOnce more: Owls. Secret')
    const from = { letter: 'a', correction: 'k1' }
    const done = correctCanonical(
      text,
      [
        { layer: 'machine', block: 't1', from: 0, to: 12, text: 'Top secret' },
        { layer: 'machine', block: 't2', from: 11, to: 23, text: 'Top secret' },
      ],
      { category: 'abbreviation', severity: 'major', reason: 'Сов.', propagatedFrom: from },
      who(),
    )
    expect(done && reads(done.text)).toEqual(['Top secret. No. 1.', 'Once more: Top secret'])
    expect(done?.corrections).toHaveLength(2)
    expect(Object.values(done?.text.records.corrections ?? {})).toEqual(
      ['k-n1', 'k-n2'].map((id) =>
        expect.objectContaining({
          ...{ id, category: 'abbreviation', severity: 'major', reason: 'Сов.', by: 'ed-b' },
          propagatedFrom: from,
        }),
      ),
    )
    expect(Object.values(done?.text.records.corrections ?? {}).some((one) => one.guessed)).toBe(
      false,
    )
  })

  it('leaves the category a guess where none is given', () => {
    const text = canonicalOf('ten pounds')
    const edit = { layer: 'machine', block: 't1', from: 4, to: 10, text: 'poods' } as const
    const done = correctCanonical(text, [edit], {}, who())
    expect(Object.values(done?.text.records.corrections ?? {})).toMatchObject([{ guessed: true }])
  })

  it('corrects what a corrected text reads', () => {
    const text = canonicalOf('ten pounds of rye')
    const first = correctCanonical(
      text,
      [{ layer: 'machine', block: 't1', from: 4, to: 10, text: 'poods' }],
      {},
      who(),
    )
    const corrected = first?.text as CanonicalText
    const second = correctCanonical(
      corrected,
      [{ layer: 'corrected', block: 't1', from: 4, to: 16, text: 'sacks of oats' }],
      {},
      who(),
    )
    expect(second && reads(second.text)).toEqual(['ten sacks of oats'])
  })

  it('is nothing where nothing would change', () => {
    const edit = { layer: 'machine', block: 't1', from: 0, to: 3, text: 'ten' } as const
    expect(correctCanonical(canonicalOf('ten pounds'), [edit], {}, who())).toBeNull()
  })
})

const draftEdits = fc.array(
  fc.record({
    layer: fc.constantFrom('machine' as const, 'corrected' as const),
    line: fc.nat(5),
    from: fc.nat(12),
    length: fc.nat(5),
    text: fc.constantFrom('', 'a', 'b b', 'zz', '😀', '1 é'),
  }),
  { minLength: 1, maxLength: 4 },
)

function editsOf(
  text: CanonicalText,
  drafts: typeof draftEdits extends fc.Arbitrary<infer T> ? T : never,
) {
  const edits: PlaceEdit[] = []
  for (const { layer, line, from, length, text: put } of drafts) {
    const lines =
      layer === 'machine'
        ? text.machine.blocks.map(({ id, text }) => ({ block: id, text }))
        : correctedReadings(text).map(({ id, text }) => ({ block: id, text }))
    const one = lines[line % lines.length]
    if (!one || from + length > one.text.length) continue
    const place = { layer, block: one.block, from, to: from + length }
    if (!edits.some((other) => other.block === place.block)) edits.push({ ...place, text: put })
  }
  return edits
}

// What `read` gives of a text: the one form that equal texts have.
const settled = (text: CanonicalText) => read(project(text), text.machine, text.records)

describe('over random letters and random places', () => {
  it('leaves the machine text as it was, and its steps lead to its text', () => {
    fc.assert(
      fc.property(canonicalTexts, draftEdits, (start, drafts) => {
        const text = settled(start)
        const done = correctCanonical(text, editsOf(text, drafts), { reason: 'r' }, who())
        if (!done) return
        expect(machineString(done.text.machine)).toBe(machineString(text.machine))
        expect(replay(text, [done.steps])).toEqual(done.text)
        const bare = { ...done.text, anchors: { ...NO_ANCHORS, breaks: done.text.anchors.breaks } }
        expect(reads({ ...bare, anchors: NO_ANCHORS })).toEqual(
          text.machine.blocks.map((block) => block.text),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is taken back to the letter, whole', () => {
    fc.assert(
      fc.property(canonicalTexts, draftEdits, (start, drafts) => {
        const text = settled(start)
        const done = correctCanonical(text, editsOf(text, drafts), {}, who())
        if (!done) return
        const back = takeBackSteps(text, done.steps, [])
        expect(back?.text).toEqual(text)
        expect(replay(done.text, [back?.steps ?? []])).toEqual(text)
      }),
      { numRuns: 300 },
    )
  })

  it('is taken back beside later work, which stays, or refused where that work touched it', () => {
    let restored = 0
    fc.assert(
      fc.property(canonicalTexts, draftEdits, draftEdits, (start, drafts, more) => {
        const text = settled(start)
        const done = correctCanonical(text, editsOf(text, drafts), {}, who())
        const next = done && correctCanonical(done.text, editsOf(done.text, more), {}, later())
        if (!done || !next) return
        const back = takeBackSteps(text, done.steps, next.steps)
        if (!back) return
        restored++
        expect(replay(next.text, [back.steps])).toEqual(back.text)
        for (const id of done.corrections) expect(back.text.records.corrections[id]).toBeUndefined()
        for (const id of next.corrections)
          expect(back.text.records.corrections[id]).toEqual(next.text.records.corrections[id])
      }),
      {
        numRuns: 400,
        examples: [[wordsWithinStruck(), [struckAt(0, 3), struckAt(0, 0)], [struckAt(0, 0)]]],
      },
    )
    expect(restored).toBeGreaterThan(40)
  })
})

const struckAt = (from: number, length: number) =>
  ({ layer: 'machine', line: 0, from, length, text: '' }) as const

/** A line whose struck words have words put in among them and behind them, each by a correction of its own: joining had no end there. */
function wordsWithinStruck(): CanonicalText {
  const text = canonicalOf('b1😀. 1😀.1')
  const block = text.machine.blocks[0]?.id ?? ''
  const said = {
    category: 'name',
    severity: 'minor',
    cert: 'high',
    by: 'ed-am',
    at: '2026-02-01T00:00:00Z',
  } as const
  const put = (offset: number) => ({
    deleted: [],
    inserted: [{ block, offset, order: 0, text: 'x' }],
  })
  const ids = ['k0', 'k1', 'k2']
  return {
    ...text,
    records: {
      ...text.records,
      corrections: Object.fromEntries(ids.map((id) => [id, { id, ...said }] as const)),
    },
    anchors: {
      ...text.anchors,
      corrections: {
        k0: { deleted: [{ block, from: 3, to: 10 }], inserted: [] },
        k1: put(4),
        k2: put(10),
      },
    },
  }
}

function later() {
  let ids = 0
  return { ...who(), newId: (prefix: string) => `${prefix}-m${++ids}` }
}

describe('taking back', () => {
  const text = canonicalOf('ten pounds and five pounds of rye')
  const put = (from: number, to: number, words: string): PlaceEdit => ({
    ...{ layer: 'machine', block: 't1', from, to },
    text: words,
  })
  const done = correctCanonical(text, [put(4, 10, 'poods')], {}, who())

  it('leaves what was done beside it', () => {
    const next = correctCanonical(done?.text as CanonicalText, [put(30, 33, 'oats')], {}, later())
    const back = takeBackSteps(text, done?.steps ?? [], next?.steps ?? [])
    expect(back && reads(back.text)).toEqual(['ten pounds and five pounds of oats'])
  })

  it('is refused where the place was changed since', () => {
    const edit = { layer: 'corrected', block: 't1', from: 4, to: 9, text: 'sacks' } as const
    const next = correctCanonical(done?.text as CanonicalText, [edit], {}, later())
    expect(takeBackSteps(text, done?.steps ?? [], next?.steps ?? [])).toBeNull()
  })

  it('is refused where something else was said of the correction since', () => {
    const [id = ''] = done?.corrections ?? []
    const old = done?.text.records.corrections[id] ?? null
    const step: StepJson = {
      ...{ stepType: 'setRecord', table: 'corrections', id, old },
      value: { ...old, severity: 'critical' },
    }
    expect(takeBackSteps(text, done?.steps ?? [], [step])).toBeNull()
  })
})
