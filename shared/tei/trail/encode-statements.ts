import type { SegmentRecord } from '../../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../../xml/write-xml.ts'
import type { SideLayout } from '../encode-inline.ts'
import { type LetterEncoding, respPointer } from '../letter-encoding.ts'
import { w3cMoment } from '../w3c-date.ts'
import { pointersTo } from './string-range.ts'
import { stretchOfRange } from './trail-spans.ts'

/** What persons said of segments of the translation (corrected, checked), each an annotation of the stretch that it is said of. */
export function encodeStatements(encoding: LetterEncoding, layout: SideLayout): XmlDraftElement[] {
  return Object.values(layout.text.records.segments)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((record) => statement(encoding, layout, record) ?? [])
}

function statement(
  { context, ids }: LetterEncoding,
  { linear, pieces }: SideLayout,
  { id, range, state, by, at }: SegmentRecord,
): XmlDraftElement | undefined {
  const stretch = stretchOfRange(linear, range)
  const targets = stretch ? pointersTo(linear, pieces, stretch.from, stretch.to) : []
  if (targets.length === 0) return undefined
  const name = context.editors.find((editor) => editor.id === by)?.name
  const when = w3cMoment(at) === undefined ? undefined : at
  return lines(
    'annotation',
    {
      'xml:id': ids.of('statement', `statement-${id}`),
      motivation: 'assessing',
      target: targets.join(' '),
    },
    lines(
      'respStmt',
      {},
      el('resp', {}, 'said by'),
      el('persName', { ref: respPointer(by) }, name || by || '?'),
    ),
    lines('revisionDesc', {}, el('change', { status: state, who: respPointer(by), when })),
  )
}
