import { describe, expect, test } from 'vitest'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import type { CorrectionDecision } from '../../../../shared/letter/records.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'
import { validateTei } from '../../../../shared/tei/validate-tei.ts'
import { EDITOR, exportContext, letter, translation } from '../../../support/letter-fixture.ts'
import { letterXml, profileGrammar } from '../../../support/tei-check.ts'

const grammar = profileGrammar()
const range = { block: 'b1', from: 0, to: 4 }
const said = (verdict: CorrectionDecision['verdict']): CorrectionDecision => ({
  verdict,
  by: 'ed-am',
  at: '2026-11-27T09:00:00.000Z',
  why: 'So it is.',
})
const text = translation('paragraph: Owls. Secret.')
  .correct('k1', range, 'Top')
  .with(null, 'k2', null, 'refusals', {
    id: 'k2',
    correction: { category: 'term', severity: 'minor', cert: 'high', ...EDITOR },
    deleted: [{ block: 'b1', from: 6, to: 12 }],
    inserted: [],
  })
  .with(
    'queries',
    'q1',
    { from: { block: 'b1', offset: 6 }, to: { block: 'b1', offset: 12 } },
    'queries',
    { id: 'q1', question: 'Why?', replies: [], shared: true, ...EDITOR },
  )
const xml = letterXml(letter(text), { ...exportContext(), trail: true })

function read(source: string): CanonicalLetter {
  const decoded = decodeTei(source, 'x.xml')
  if (!decoded.ok) throw new Error(decoded.message)
  return decoded.letters[0]!.letter
}

function patched(change: (text: CanonicalText) => CanonicalText, source = xml): string {
  const now = read(source)
  const result = patchTei(source, [{ ...now, translation: change(now.translation) }], [])
  if (!result.ok) throw new Error(result.message)
  expect(validateTei(result.xml, grammar)).toEqual([])
  return result.xml
}

describe('a file with its trail', () => {
  test('is the same where nothing changed', () => {
    expect(patched((same) => same)).toBe(xml)
  })

  test('takes up what was said since', () => {
    const after = patched((now) => {
      const { corrections, queries } = now.records
      const k1 = { ...corrections.k1!, history: [said('accepted')] }
      const reply = { ...EDITOR, text: 'Because.' }
      const q1 = { ...queries.q1!, replies: [reply], closed: EDITOR }
      return { ...now, records: { ...now.records, corrections: { k1 }, queries: { q1 } } }
    })
    expect(after).toContain(
      '<change status="accepted" who="#ed-am" when="2026-11-27T09:00:00.000Z">So it is.</change>',
    )
    const { records } = read(after).translation
    expect(records.corrections.k1?.history).toEqual([said('accepted')])
    expect(records.queries.q1).toMatchObject({ replies: [{ text: 'Because.' }], closed: EDITOR })
  })

  test('does not go on naming who made a correction that another person retyped', () => {
    const after = patched((now) => {
      const again = { ...said('proposed'), by: 'ed-stranger' }
      const k1 = { ...now.records.corrections.k1!, history: [again] }
      return { ...now, records: { ...now.records, corrections: { k1 } } }
    })
    expect(after).not.toMatch(/<corr [^>]*resp=/)
  })

  test('keeps what was said of a correction that now strikes out more', () => {
    const after = patched((now) => {
      const deleted = [{ block: 'b1', from: 0, to: 5 }]
      const inserted = [{ block: 'b1', offset: 5, order: 0, text: 'Top:' }]
      const k1 = { ...now.records.corrections.k1!, history: [said('disputed')] }
      return {
        ...now,
        anchors: { ...now.anchors, corrections: { k1: { deleted, inserted } } },
        records: { ...now.records, corrections: { k1 } },
      }
    })
    const [made] = Object.values(read(after).translation.records.corrections)
    expect(made).toMatchObject({ ...EDITOR, history: [said('disputed')] })
  })

  test('does not call a query closed that was opened again', () => {
    const q1 = { ...text.text.records.queries.q1!, closed: EDITOR }
    const closed = letterXml(letter(text.with(null, 'q1', null, 'queries', q1)), {
      ...exportContext(),
      trail: true,
    })
    expect(closed).toContain('status="closed"')
    const after = patched(
      (now) => ({
        ...now,
        records: { ...now.records, queries: { q1: text.text.records.queries.q1! } },
      }),
      closed,
    )
    expect(after).not.toContain('status="closed"')
    expect(read(after).translation.records.queries.q1).toEqual(text.text.records.queries.q1)
  })

  test('counts in its header how far the segments are now', () => {
    const after = patched((now) => ({ ...now, anchors: { ...now.anchors, corrections: {} } }))
    expect(xml).toContain('<measure type="in-work" unit="segment" quantity="2">in-work: 2<')
    expect(after).toContain('<measure type="in-work" unit="segment" quantity="1">in-work: 1<')
  })

  test('loses the annotations of what is gone, and a list with its last one', () => {
    const after = patched((now) => ({
      ...now,
      anchors: { ...now.anchors, corrections: {}, queries: {} },
      records: { ...now.records, corrections: {}, refusals: {}, queries: {} },
    }))
    expect(after).not.toContain('<annotation')
    expect(after).not.toContain('translation-corrections')
    expect(after).toContain('<p xml:id="ep-1-b1">Owls. Secret.</p>')
  })
})
