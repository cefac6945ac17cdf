import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterFromReading } from '../../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import {
  applyOperation,
  OUTSIDE_BY_HAND,
} from '../../../../shared/import/review/apply-operation.ts'
import { type ReviewDraft, startReview } from '../../../../shared/import/review/review-draft.ts'
import type { ReviewOperation } from '../../../../shared/import/review/review-operation.ts'
import { findCorpus } from '../../../support/gold.ts'
import { anyGestures, doAll, operationOf } from './random-operations.ts'

const FIXTURE = readFileSync(
  path.resolve(import.meta.dirname, '../../../fixtures/page/1934-09.txt'),
  'utf8',
)
const corpus = findCorpus()
const MIXED = corpus === null ? null : readFileSync(path.join(corpus, '1932-06-12.txt'), 'utf8')

const open = (text: string): ReviewDraft => startReview(text, readPage(text, 'page.txt'))

const SMALL = `Kuznetsov to Moroz May 1, 1934

Archive: TsGAN F. 2. Op. 3. D. 4. L. 5. Original.
The ice has gone 1 . The boats stay in Gavan 2 .

Kuznetsov.

____________

1 See the report of May 2.

2 Until June.

Moroz to Kuznetsov May 3, 1934

Hold the boats.

Moroz.
`

function apply(draft: ReviewDraft, ...operations: readonly ReviewOperation[]): ReviewDraft {
  return operations.reduce((now, one) => {
    const next = applyOperation(now, one)
    if (next === null) throw new Error(`not possible: ${JSON.stringify(one)}`)
    return next
  }, draft)
}

const kindOf = (draft: ReviewDraft, line: number) =>
  draft.letters.flatMap(({ content }) => content).find((one) => one.line === line)?.kind

/** Every non-blank line once, unchanged, in one letter or outside; lists in the order of the page; every letter can be stored. */
function expectConserved(draft: ReviewDraft): void {
  const placed = [...draft.letters.flatMap(({ content }) => content), ...draft.outside]
    .map(({ line, text }) => ({ line, text }))
    .sort((a, b) => a.line - b.line)
  expect(placed).toEqual(draft.lines.map(({ line, text }) => ({ line, text })))
  const ids = draft.letters.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const letter of draft.letters) {
    expect(letter.content.length).toBeGreaterThan(0)
    const lines = letter.content.map(({ line }) => line)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
    const notes = letter.content.filter(({ kind }) => kind === 'note').map(({ line }) => line)
    expect(letter.notes.flatMap((note) => note.lines)).toEqual(notes)
    for (const note of letter.notes)
      if (note.callout !== null)
        expect(letter.callouts[note.callout]?.note).toBe(letter.notes.indexOf(note))
    expect(letterFromReading(letter).translation.machine.blocks.map(({ text }) => text)).toEqual(
      letter.content.map(({ text }) => text),
    )
  }
}

/** Nothing that a person said is read otherwise. */
function expectGivenKept(draft: ReviewDraft): void {
  for (const letter of draft.letters)
    for (const { line, kind } of letter.content) {
      const said = draft.given.kinds.get(line)
      if (said !== undefined) expect([line, kind]).toEqual([line, said])
      for (const span of draft.given.spans.get(line) ?? []) {
        if (span.is === null || span.is === 'callout') continue
        expect(letter.finds).toContainEqual(
          expect.objectContaining({ line, from: span.from, to: span.to, kind: span.is }),
        )
      }
    }
}

const pages = [FIXTURE, SMALL, ...(MIXED === null ? [] : [MIXED])].map(open)

describe('whatever is done to a page', () => {
  it('keeps every line, unchanged, in exactly one letter or outside', () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), anyGestures, (at, gestures) => {
        const page = pages[at] as ReviewDraft
        expectConserved(doAll(page, gestures))
      }),
      { numRuns: 120 },
    )
  })

  it('never reads otherwise what a person said', () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), anyGestures, (at, gestures) => {
        const page = pages[at] as ReviewDraft
        expectGivenKept(doAll(page, gestures))
      }),
      { numRuns: 120 },
    )
  })

  it('reads anew only the letters concerned', () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), anyGestures, (at, gestures) => {
        const page = pages[at] as ReviewDraft
        const before = doAll(page, gestures.slice(1))
        const [gesture] = gestures
        if (gesture === undefined) return
        const after = applyOperation(before, operationOf(before, gesture))
        if (after === null) return
        const kept = before.letters.filter((letter) => after.letters.includes(letter))
        expect(before.letters.length - kept.length).toBeLessThanOrEqual(6)
      }),
      { numRuns: 80 },
    )
  })
})

describe('borders', () => {
  it('move a line at a time, between letters and to and from outside', () => {
    const page = open(SMALL)
    const [first, second] = page.letters
    const up = apply(page, {
      type: 'move-border',
      letter: second?.id ?? '',
      edge: 'start',
      by: -1,
    })
    expect(up.letters[1]?.content[0]?.text).toBe('2 Until June.')
    expect(up.letters[1]?.heading).toBe('Moroz to Kuznetsov May 3, 1934')
    expect(up.letters[0]?.notes).toHaveLength(1)
    const back = apply(up, { type: 'move-border', letter: second?.id ?? '', edge: 'start', by: 1 })
    expect(back.letters).toEqual(page.letters)
    const short = apply(page, {
      type: 'move-border',
      letter: first?.id ?? '',
      edge: 'start',
      by: 1,
    })
    expect(short.outside.map(({ line, kind }) => [line, kind])).toEqual([[1, OUTSIDE_BY_HAND]])
  })

  it('do not move where nothing is beyond or a letter would be left empty', () => {
    const page = open(SMALL)
    const [first] = page.letters
    const letter = first?.id ?? ''
    expect(applyOperation(page, { type: 'move-border', letter, edge: 'start', by: -1 })).toBeNull()
    const tiny = open('Kuznetsov to Moroz May 1, 1934\n\nMoroz to Kuznetsov May 3, 1934\n\nYes.\n')
    const second = tiny.letters[1]?.id ?? ''
    expect(
      applyOperation(tiny, { type: 'move-border', letter: second, edge: 'start', by: -1 }),
    ).toBeNull()
  })

  it('are made by splitting, also outside, and undone by joining', () => {
    const page = open(SMALL)
    const split = apply(page, { type: 'split', line: 6 })
    expect(split.letters).toHaveLength(3)
    const joined = apply(split, { type: 'join', letter: split.letters[0]?.id ?? '', with: 'next' })
    expect(joined.letters).toEqual(page.letters)
    const bare = open('Dear friend,\n\nthe ice has gone.\n\nMoroz.\n')
    expect(bare.letters).toHaveLength(0)
    const made = apply(bare, { type: 'split', line: 1 })
    expect(made.letters[0]?.content).toHaveLength(3)
    expect(made.outside).toEqual([])
  })
})

describe('what a line is', () => {
  it('can be said: a note becomes text, text a note, and the notes are linked anew', () => {
    const page = open(SMALL)
    expect(page.letters[0]?.notes.map(({ n }) => n)).toEqual(['1', '2'])
    const text = apply(page, { type: 'kind', lines: [12], kind: 'paragraph' })
    expect(kindOf(text, 12)).toBe('paragraph')
    expect(text.letters[0]?.notes.map(({ n, callout }) => [n, callout !== null])).toEqual([
      ['1', true],
    ])
    const note = apply(text, { type: 'kind', lines: [12], kind: null })
    expect(note.letters).toEqual(page.letters)
    const more = apply(page, { type: 'kind', lines: [6], kind: 'note' })
    expect(more.letters[0]?.notes.some(({ lines }) => lines.includes(6))).toBe(true)
  })

  it('can be said of the heading: another line heads the letter', () => {
    const page = open(`Letters of spring\n\n${SMALL}`)
    const taken = apply(
      page,
      { type: 'assign', lines: [1], to: page.letters[0]?.id ?? '' },
      { type: 'kind', lines: [1], kind: 'heading' },
    )
    expect(taken.letters[0]?.heading).toBe('Letters of spring')
    expect(kindOf(taken, 3)).not.toBe('heading')
    const other = apply(taken, { type: 'kind', lines: [3], kind: 'heading' })
    expect(other.letters[0]?.senders).toEqual(['Kuznetsov'])
    expect(kindOf(other, 1)).not.toBe('heading')
  })
})

describe('what a span is', () => {
  it('can be said of parties and dates, and the letter follows', () => {
    const text = 'Kuznetsov to Moroz May 1, 1934\n\nFrom Chubarin, on 2/V-34.\n'
    const page = open(text)
    const said = apply(page, { type: 'span', line: 3, from: 5, to: 13, is: 'recipient' })
    expect(said.letters[0]?.recipients).toContain('Chubarin')
    const dated = apply(said, { type: 'span', line: 3, from: 18, to: 24, is: 'date' })
    expect(dated.letters[0]?.date).toMatchObject({ when: '1934-05-02', confidence: 1 })
  })

  it('can be said of a number: it calls that note, or nothing', () => {
    const page = open(SMALL)
    const line = page.letters[0]?.content[2]
    const at = line?.text.indexOf('2 .') ?? -1
    const swapped = apply(page, {
      type: 'span',
      line: 4,
      from: at,
      to: at + 1,
      is: 'callout',
      note: 10,
    })
    const [letter] = swapped.letters
    expect(letter?.callouts.map(({ n, note }) => [n, note])).toEqual([
      ['1', null],
      ['2', 0],
    ])
    expect(letter?.notes.map(({ callout }) => callout)).toEqual([1, null])
    const none = apply(page, { type: 'span', line: 4, from: at, to: at + 1, is: null })
    expect(none.letters[0]?.callouts.map(({ n }) => n)).toEqual(['1'])
  })
})
