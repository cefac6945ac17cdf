import type {
  CorrectionDecision,
  CorrectionRecord,
  Decision,
  QueryRecord,
  RefusalRecord,
} from '../../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../../xml/write-xml.ts'
import { annotationList, choiceId } from '../encode-correction.ts'
import type { SideLayout } from '../encode-inline.ts'
import { type LetterEncoding, respPointer, segmentPointer, sideKey } from '../letter-encoding.ts'
import { stretchesOf } from '../linear-text.ts'
import { w3cMoment } from '../w3c-date.ts'
import { encodeStatements } from './encode-statements.ts'
import { pointersTo } from './string-range.ts'
import { type Stretch, stretchOfInsertion, stretchOfRange, stretchOfSpan } from './trail-spans.ts'

/**
 * The trail of a letter, apart from its text: each correction and each refused one as an annotation with all that was
 * said of it, the queries that are shared, and what was said of segments. To be called when the text has been written, as it points into it.
 */
export function encodeTrail(
  encoding: LetterEncoding,
  layouts: readonly SideLayout[],
): (XmlDraftElement | undefined)[] {
  const corrections = layouts.flatMap((layout) => [
    ...inForce(encoding, layout),
    ...Object.values(layout.text.records.refusals)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((refusal) => refused(encoding, layout, refusal) ?? []),
  ])
  const queries = layouts.flatMap((layout) =>
    Object.values(layout.text.records.queries)
      .filter(({ shared }) => shared)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((query) => asked(encoding, layout, query) ?? []),
  )
  return [
    annotationList('translation-corrections', corrections),
    annotationList('queries', queries),
    annotationList(
      'segment-statements',
      layouts.flatMap((layout) =>
        layout.side === 'translation' ? encodeStatements(encoding, layout) : [],
      ),
    ),
  ]
}

function inForce(encoding: LetterEncoding, layout: SideLayout): XmlDraftElement[] {
  const { side, text, linear } = layout
  const words = new Map<string, { before: string; after: string }>()
  for (const run of linear.blocks.flatMap((block) => block.runs)) {
    if (run.correction === undefined) continue
    const of = words.get(run.correction) ?? { before: '', after: '' }
    of[run.origin === 'deleted' ? 'before' : 'after'] += linear.text.slice(run.from, run.to)
    words.set(run.correction, of)
  }
  return [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, { before, after }]) => {
      const record = text.records.corrections[id]
      if (!record) return []
      const notes = [note('before', before), note('after', after)]
      const target = `#${choiceId(encoding, side, id)}`
      return [annotation(encoding, layout, record, target, notes)]
    })
}

function refused(
  encoding: LetterEncoding,
  layout: SideLayout,
  { id, correction, deleted, inserted }: RefusalRecord,
): XmlDraftElement | undefined {
  const { linear } = layout
  const pointers = (stretch: Stretch | undefined): string[] =>
    stretch ? pointersTo(linear, layout.pieces, stretch.from, stretch.to) : []
  const struck = deleted.flatMap((range) => pointers(stretchOfRange(linear, range)))
  const put = inserted.map((insertion) => ({
    insertion,
    at: pointers(stretchOfInsertion(linear, insertion))[0],
  }))
  const targets = struck.length > 0 ? struck : put.flatMap(({ at }) => at ?? [])
  if (targets.length === 0) return undefined
  const before = deleted.map((range) =>
    stretchesOf(linear, range).map(({ from, to }) => linear.text.slice(from, to)),
  )
  const notes = [
    note('before', before.flat().join('')),
    ...put.map(({ insertion, at }) =>
      note('after', insertion.text, { n: `${insertion.order}`, target: at }),
    ),
    ...(correction.reason ? [note('reason', correction.reason)] : []),
  ]
  return annotation(encoding, layout, { ...correction, id }, targets.join(' '), notes)
}

function annotation(
  encoding: LetterEncoding,
  { side }: SideLayout,
  record: CorrectionRecord,
  target: string,
  notes: readonly XmlDraftElement[],
): XmlDraftElement {
  const { id, category, severity, cert, evidence, guessed, check, propagatedFrom } = record
  const attributes = {
    'xml:id': encoding.ids.of(`${side} trail`, `trail-${sideKey(side, id)}`),
    motivation: 'editing',
    target,
    cert,
    ana: `#err-${category} #sev-${severity}`,
    source: evidence && segmentPointer(encoding, 'original', evidence),
  }
  const changes = [
    change('proposed', record),
    ...(record.history ?? []).map((said) => change(said.verdict, said, said.why, said.after)),
  ]
  return lines(
    'annotation',
    attributes,
    proposer(encoding, 'proposed by', record),
    lines('revisionDesc', {}, changes),
    notes,
    guessed ? note('category', 'guessed') : undefined,
    check === undefined ? undefined : note('check', check),
    propagatedFrom && carriedFrom(propagatedFrom),
  )
}

function carriedFrom(from: { readonly letter: string; readonly correction: string }) {
  return el(
    'note',
    { type: 'propagated-from' },
    el('idno', { type: 'letter' }, from.letter),
    el('idno', { type: 'correction' }, from.correction),
  )
}

function asked(
  encoding: LetterEncoding,
  layout: SideLayout,
  query: QueryRecord,
): XmlDraftElement | undefined {
  const { side, text, linear, pieces } = layout
  const span = text.anchors.queries[query.id]
  const stretch = span && stretchOfSpan(linear, span)
  const targets = stretch ? pointersTo(linear, pieces, stretch.from, stretch.to) : []
  if (targets.length === 0) return undefined
  const attributes = {
    'xml:id': encoding.ids.of(`${side} query`, `query-${sideKey(side, query.id)}`),
    motivation: 'questioning',
    target: targets.join(' '),
  }
  const changes = [
    change('asked', query),
    ...query.replies.map((reply) => change('answered', reply, reply.text)),
    ...(query.closed ? [change('closed', query.closed)] : []),
  ]
  return lines(
    'annotation',
    attributes,
    proposer(encoding, 'asked by', query),
    lines('revisionDesc', {}, changes),
    note('query', query.question),
  )
}

function proposer({ context }: LetterEncoding, role: string, { by }: Decision): XmlDraftElement {
  const name = context.editors.find(({ id }) => id === by)?.name
  return lines(
    'respStmt',
    {},
    el('resp', {}, role),
    el('persName', { ref: respPointer(by) }, name || by || '?'),
  )
}

function change(
  status: CorrectionDecision['verdict'] | 'asked' | 'answered' | 'closed',
  { by, at }: Decision,
  why?: string,
  after?: string,
): XmlDraftElement {
  return el(
    'change',
    { status, who: respPointer(by), when: momentOf(at) },
    why,
    after === undefined ? undefined : note('after', after),
  )
}

// A full time is written as it is, with its parts of a second: the reader of the file gets it back.
function momentOf(at: string): string | undefined {
  const moment = w3cMoment(at)
  return moment !== undefined && /:\d{2}:\d{2}(\.\d+)?(Z|[+-])/.test(at) ? at : moment
}

function note(
  type: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlDraftElement {
  return el('note', { type, ...attributes }, text)
}
