import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CanonicalText, NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import {
  type CorrectionRecord,
  NO_RECORDS,
  type PairRecord,
  type SegmentRecord,
} from '../../../shared/letter/records.ts'
import { segmentRanges } from '../../../shared/translate/segment-ranges.ts'
import {
  mayCheck,
  type SegmentCounts,
  segmentAt,
  segmentCounts,
  stateFromSegments,
  translationSegments,
} from '../../../shared/translate/segment-states.ts'
import { machineTexts } from '../../support/random-letter.ts'

const WORDS = 'The barges lay there. We ask for more. Reply at once.'
const FIRST = { block: 'b2', from: 0, to: 21 }
const SECOND = { block: 'b2', from: 22, to: 38 }

const at = (minute: number) => `2026-11-28T10:${String(minute).padStart(2, '0')}:00.000Z`

function text(parts: {
  readonly corrections?: readonly Partial<CorrectionRecord>[]
  readonly segments?: readonly SegmentRecord[]
  readonly pairs?: readonly PairRecord[]
}): CanonicalText {
  const corrections = (parts.corrections ?? []).map((one, i): CorrectionRecord => {
    const said = {
      category: 'name',
      severity: 'minor',
      cert: 'high',
      by: 'ed-a',
      at: at(1),
    } as const
    return { ...said, id: `k${i}`, ...one }
  })
  const keyed = <T extends { readonly id: string }>(list: readonly T[]) =>
    Object.fromEntries(list.map((one) => [one.id, one]))
  const struck = { deleted: [{ block: 'b2', from: 4, to: 10 }], inserted: [] }
  return {
    machine: {
      lang: 'en-t-ru-t0-und',
      blocks: [
        { id: 'b1', kind: 'heading', text: 'No. 4. Dear Sir.' },
        { id: 'b2', kind: 'paragraph', text: WORDS },
      ],
    },
    anchors: {
      ...NO_ANCHORS,
      corrections: Object.fromEntries(corrections.map(({ id }) => [id, struck])),
    },
    records: {
      ...NO_RECORDS,
      corrections: keyed(corrections),
      segments: keyed(parts.segments ?? []),
      pairs: keyed(parts.pairs ?? []),
    },
  }
}

const said = (state: SegmentRecord['state'], by: string, minute: number): SegmentRecord => ({
  id: `s${minute}`,
  range: FIRST,
  state,
  by,
  at: at(minute),
})
const states = (one: CanonicalText) => translationSegments(one).map(({ state }) => state)

describe('the state of a segment', () => {
  it('is the machine’s where nobody has worked, in work where somebody has', () => {
    expect(states(text({}))).toEqual(['machine', 'machine', 'machine'])
    expect(states(text({ corrections: [{}] }))).toEqual(['in-work', 'machine', 'machine'])
  })

  it('is what was said of it, as long as nothing was proposed or taken out after', () => {
    const corrected = said('corrected', 'ed-a', 2)
    expect(states(text({ corrections: [{}], segments: [corrected] }))[0]).toBe('corrected')
    expect(states(text({ corrections: [{ at: at(3) }], segments: [corrected] }))[0]).toBe('in-work')
    const accepted = { history: [{ verdict: 'accepted', by: 'ed-b', at: at(4) }] } as const
    expect(states(text({ corrections: [accepted], segments: [corrected] }))[0]).toBe('corrected')
    const again = { history: [{ verdict: 'proposed', by: 'ed-b', at: at(4) }] } as const
    expect(states(text({ corrections: [again], segments: [corrected] }))[0]).toBe('in-work')
  })

  it('is the last word of two people, and disputed before all else', () => {
    const both = [said('corrected', 'ed-a', 2), said('checked', 'ed-b', 3)]
    expect(states(text({ corrections: [{}], segments: both }))[0]).toBe('checked')
    const disputed = { history: [{ verdict: 'disputed', by: 'ed-b', at: at(2) }] } as const
    expect(states(text({ corrections: [disputed], segments: both }))[0]).toBe('disputed')
  })

  it('follows the pairs, and says where the original has nothing', () => {
    const pair = (id: string, range: typeof FIRST, original: boolean): PairRecord => ({
      id,
      translation: [range],
      original: original ? [{ block: 'o1', from: 0, to: 5 }] : [],
      confidence: 1,
      confirmed: true,
    })
    const one = text({ pairs: [pair('p1', { ...FIRST, to: 38 }, true)] })
    expect(translationSegments(one).map(({ range }) => [range.from, range.to, range.pair])).toEqual(
      [
        [0, 38, 'p1'],
        [39, 53, null],
      ],
    )
    expect(states(text({ pairs: [pair('p1', FIRST, true), pair('p2', SECOND, false)] }))).toEqual([
      'machine',
      'no-original',
      'machine',
    ])
  })

  it('may be called checked by anybody but those who corrected', () => {
    const [first] = translationSegments(
      text({ corrections: [{}], segments: [said('corrected', 'ed-c', 2)] }),
    )
    expect(first && ['ed-a', 'ed-b', 'ed-c'].map((person) => mayCheck(first, person))).toEqual([
      false,
      true,
      false,
    ])
  })
})

it('finds the segment at a place, between two the one before', () => {
  const all = translationSegments(text({}))
  const from = (offset: number) => segmentAt(all, { block: 'b2', offset })?.range.from
  expect([0, 20, 21, 22, 53].map(from)).toEqual([0, 0, 0, 22, 39])
  expect(segmentAt(all, { block: 'b1', offset: 2 })).toBeNull()
})

describe('the state of a letter', () => {
  const none = segmentCounts({ translation: text({}) })
  const of = (counts: Partial<SegmentCounts>) =>
    stateFromSegments({ ...none, machine: 0, ...counts })

  it('is proposed by its segments', () => {
    expect(none.machine).toBe(3)
    expect(of({ machine: 3 })).toBe('machine')
    expect(of({ machine: 3, corrected: 1 })).toBe('in-work')
    expect(of({ 'in-work': 1 })).toBe('in-work')
    expect(of({ corrected: 1, checked: 5 })).toBe('corrected')
    expect(of({ checked: 5, 'no-original': 1 })).toBe('checked')
    expect(of({ checked: 5, disputed: 1 })).toBe('in-work')
    expect(of({})).toBe('machine')
  })
})

it('cuts every text into segments that hold each character but white space once', () => {
  fc.assert(
    fc.property(
      machineTexts,
      fc.array(fc.tuple(fc.nat(5), fc.nat(12), fc.nat(12))),
      (machine, drafts) => {
        const pairs = Object.fromEntries(
          drafts.flatMap(([index, a, b], i): [string, PairRecord][] => {
            const block = machine.blocks[index]
            if (!block || block.kind === 'heading' || block.kind === 'archive') return []
            const from = Math.min(a, b, block.text.length)
            const to = Math.min(Math.max(a, b), block.text.length)
            const range = { block: block.id, from, to }
            const id = `p${i}`
            return [
              [id, { id, translation: [range], original: [], confidence: 1, confirmed: true }],
            ]
          }),
        )
        const ranges = segmentRanges(machine, pairs)
        for (const { id, kind, text: words } of machine.blocks) {
          const own = ranges.filter(({ block }) => block === id)
          const isTranslated = kind !== 'heading' && kind !== 'archive'
          let before = 0
          for (const { from, to } of own) {
            expect(from).toBeGreaterThanOrEqual(before)
            expect(to).toBeGreaterThanOrEqual(from)
            expect(words.slice(before, from).trim()).toBe('')
            before = to
          }
          if (isTranslated) expect(words.slice(before).trim()).toBe('')
          else expect(own).toEqual([])
        }
      },
    ),
  )
})
