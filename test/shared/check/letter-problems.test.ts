import { describe, expect, it } from 'vitest'
import { letterProblems } from '../../../shared/check/letter-problems.ts'
import { type Anchors, type CanonicalLetter, NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import { NO_RECORDS, type Records } from '../../../shared/letter/records.ts'

const MADE = { by: 'ed-am', at: '2026-11-21T10:00:00.000Z' }

function letter(
  words: string,
  records: Partial<Records> = {},
  anchors: Partial<Anchors> = {},
): CanonicalLetter {
  return {
    id: 'ep-1',
    original: null,
    translation: {
      machine: {
        lang: 'en-t-ru-t0-und',
        blocks: [
          { id: 'b1', kind: 'paragraph', text: words },
          { id: 'b2', kind: 'note', text: '1 A note.', note: 'n1' },
        ],
      },
      anchors: { ...NO_ANCHORS, ...anchors },
      records: { ...NO_RECORDS, ...records },
    },
  }
}

const codes = (one: CanonicalLetter) =>
  letterProblems(one)
    .map(({ code }) => code)
    .filter((code) => !/missing/.test(code))

describe('letterProblems', () => {
  it('names what the header lacks', () => {
    expect(letterProblems(letter('Text')).map(({ code }) => code)).toEqual([
      'sender-missing',
      'recipient-missing',
      'date-missing',
      'archive-missing',
    ])
  })

  it('notices a note without a callout until it is linked', () => {
    const notes = { n1: { id: 'n1', n: '1', resp: 'source' } }
    expect(codes(letter('Text', { notes }))).toEqual(['note-without-callout'])
    const callouts = {
      a1: { id: 'a1', role: 'callout' as const, note: 'n1', confidence: 1, ...MADE },
    }
    const point = { point: { at: { block: 'b1', offset: 4 }, order: 0 } }
    const linked = letter('Text', { notes, callouts }, { callouts: { a1: point } })
    expect(codes(linked)).toEqual([])
  })

  it('notices a doubtful link until a person confirms it', () => {
    const anchors = { callouts: { c1: { printed: [{ block: 'b1', from: 5, to: 6 }] } } }
    const callout = { id: 'c1', role: 'callout' as const, note: 'n1', confidence: 0.5 }
    const open = letter('Text 1', { callouts: { c1: callout } }, anchors)
    expect(codes(open)).toEqual(['link-uncertain'])
    const settled = letter('Text 1', { callouts: { c1: { ...callout, ...MADE } } }, anchors)
    expect(codes(settled)).toEqual([])
  })

  it('notices a doubled word until a correction strikes one of them out', () => {
    expect(codes(letter('the printed printed word'))).toEqual(['doubled-word'])
    expect(codes(letter('he had had it, so that that is'))).toEqual([])
    const deleted = [{ block: 'b1', from: 12, to: 20 }]
    const struck = letter(
      'the printed printed word',
      {},
      { corrections: { k1: { deleted, inserted: [] } } },
    )
    expect(codes(struck)).toEqual([])
  })
})
