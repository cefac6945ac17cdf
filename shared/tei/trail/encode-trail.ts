import type { QueryRecord, RefusalRecord, SegmentRecord } from '../../letter/records.ts'
import type { XmlDraftElement } from '../../xml/write-xml.ts'
import { annotationList, choiceId } from '../encode-correction.ts'
import type { SideLayout } from '../encode-inline.ts'
import { type LetterEncoding, respPointer, segmentPointer, sideKey } from '../letter-encoding.ts'
import {
  type AnnotationGround,
  correctionDraft,
  queryDraft,
  refusalDraft,
  speakerDraft,
  statementDraft,
} from './annotation-drafts.ts'
import { phraseWords } from './phrase-words.ts'
import { pointersTo } from './string-range.ts'
import { type Stretch, stretchOfRange, stretchOfSpan } from './trail-spans.ts'
import { refusedWords, wordsInForce } from './trail-words.ts'

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
    ...byId(layout.text.records.refusals).flatMap(
      (refusal) => refused(encoding, layout, refusal) ?? [],
    ),
  ])
  const queries = layouts.flatMap((layout) =>
    byId(layout.text.records.queries)
      .filter(({ shared }) => shared)
      .flatMap((query) => asked(encoding, layout, query) ?? []),
  )
  const statements = layouts
    .filter(({ side }) => side === 'translation')
    .flatMap((layout) =>
      byId(layout.text.records.segments).flatMap((said) => stated(encoding, layout, said) ?? []),
    )
  return [
    annotationList('translation-corrections', corrections),
    annotationList('queries', queries),
    annotationList('segment-statements', statements),
  ]
}

function byId<T extends { readonly id: string }>(table: Readonly<Record<string, T>>): T[] {
  return Object.values(table).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function groundOf({ context, ids }: LetterEncoding, { side }: SideLayout): AnnotationGround {
  return {
    idOf: (kind, record) =>
      kind === 'statement'
        ? ids.of('statement', `statement-${record}`)
        : ids.of(`${side} ${kind}`, `${kind}-${sideKey(side, record)}`),
    speakers(_, role, [by = '']) {
      const name = context.editors.find(({ id }) => id === by)?.name
      const named = [speakerDraft(role, { ref: respPointer(by) }, name || by || '?')]
      return { who: respPointer, named }
    },
  }
}

function pointersIn({ linear, pieces }: SideLayout, stretch: Stretch | undefined): string[] {
  return stretch ? pointersTo(linear, pieces, stretch.from, stretch.to) : []
}

function inForce(encoding: LetterEncoding, layout: SideLayout): XmlDraftElement[] {
  const { side, text, linear } = layout
  return [...wordsInForce(linear)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, words]) => {
      const record = text.records.corrections[id]
      if (!record) return []
      const target = `#${choiceId(encoding, side, id)}`
      const source = record.evidence && segmentPointer(encoding, 'original', record.evidence)
      const phrase = phraseWords(text, record.phrase, text.anchors.corrections[id])
      return [
        correctionDraft(
          groundOf(encoding, layout),
          record,
          { target, source },
          { ...words, phrase },
        ),
      ]
    })
}

function refused(
  encoding: LetterEncoding,
  layout: SideLayout,
  refusal: RefusalRecord,
): XmlDraftElement | undefined {
  const found = refusedWords(layout.linear, refusal, (stretch) => pointersIn(layout, stretch))
  if (!found) return undefined
  const { evidence } = refusal.correction
  const source = evidence && segmentPointer(encoding, 'original', evidence)
  const pointing = { target: found.target, source }
  const phrase = phraseWords(layout.text, refusal.correction.phrase, refusal)
  const words = { ...found.words, phrase }
  return refusalDraft(groundOf(encoding, layout), refusal, pointing, words)
}

function asked(
  encoding: LetterEncoding,
  layout: SideLayout,
  query: QueryRecord,
): XmlDraftElement | undefined {
  const span = layout.text.anchors.queries[query.id]
  const targets = pointersIn(layout, span && stretchOfSpan(layout.linear, span))
  if (targets.length === 0) return undefined
  return queryDraft(groundOf(encoding, layout), query, { target: targets.join(' ') })
}

function stated(
  encoding: LetterEncoding,
  layout: SideLayout,
  said: SegmentRecord,
): XmlDraftElement | undefined {
  const targets = pointersIn(layout, stretchOfRange(layout.linear, said.range))
  if (targets.length === 0) return undefined
  return statementDraft(groundOf(encoding, layout), said, { target: targets.join(' ') })
}
