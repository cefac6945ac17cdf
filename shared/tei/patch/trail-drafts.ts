import type { MachineRange } from '../../letter/place.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import { idOfElement } from '../../xml/source/xml-edits.ts'
import type { XmlDraftElement } from '../../xml/write-xml.ts'
import type { TrailEntry } from '../decode/source-map.ts'
import {
  correctionDraft,
  queryDraft,
  refusalDraft,
  statementDraft,
} from '../trail/annotation-drafts.ts'
import { phraseWords } from '../trail/phrase-words.ts'
import { stretchOfInsertion, stretchOfRange, stretchOfSpan } from '../trail/trail-spans.ts'
import { refusedWords, wordsInForce } from '../trail/trail-words.ts'
import { choiceName, choiceNow } from './choice-now.ts'
import type { SidePatch } from './side-patch.ts'
import { trailGround } from './trail-ground.ts'
import { type TrailPointers, trailPointers } from './trail-pointers.ts'

/** Writes the annotations of one side as it is now. */
export interface TrailDrafts {
  /** The annotation of a record; `old` is the one that has been there. Undefined where the record has no place in the file. */
  of(entry: TrailEntry, old?: SourceElement): XmlDraftElement | undefined
  /** Whether an annotation of the file still points to where its record stands. */
  isInPlace(entry: TrailEntry, annotation: SourceElement): boolean
  /** The words of a correction, as its annotation says them. */
  wordsOf(correction: string): { readonly before: string; readonly after: string }
}

/** Makes the drafts of a side, when the text is as it will be; `original` is the side that evidence stands in. */
export function trailDrafts(patch: SidePatch, original: SidePatch | null): TrailDrafts {
  const pointers = trailPointers(patch)
  const words = wordsInForce(pointers.linear)
  let ofOriginal: TrailPointers | undefined
  const evidence = (range: MachineRange | undefined) => {
    if (!range || !original) return undefined
    ofOriginal ??= trailPointers(original)
    return ofOriginal.to(stretchOfRange(ofOriginal.linear, range))[0]
  }
  const inForce = (id: string, old?: SourceElement) => {
    const record = patch.now.records.corrections[id]
    const [choice, of] = [choiceNow(patch, id), words.get(id)]
    if (!record || !choice || !of) return undefined
    const target = `#${idOfElement(patch.edits, choice, choiceName(patch, id))}`
    const source = evidence(record.evidence)
    const phrase = phraseWords(patch.now, record.phrase, patch.now.anchors.corrections[id])
    return correctionDraft(trailGround(patch, old), record, { target, source }, { ...of, phrase })
  }
  const refused = (id: string, old?: SourceElement) => {
    const refusal = patch.now.records.refusals[id]
    const found = refusal && refusedWords(pointers.linear, refusal, pointers.to)
    if (!found) return undefined
    const source = evidence(refusal.correction.evidence)
    const { target } = found
    const phrase = phraseWords(patch.now, refusal.correction.phrase, refusal)
    const words = { ...found.words, phrase }
    return refusalDraft(trailGround(patch, old), refusal, { target, source }, words)
  }
  const asked = (id: string, old?: SourceElement) => {
    const [query, span] = [patch.now.records.queries[id], patch.now.anchors.queries[id]]
    const target = pointers.to(span && stretchOfSpan(pointers.linear, span)).join(' ')
    return query && target && queryDraft(trailGround(patch, old), query, { target })
  }
  const stated = (id: string, old?: SourceElement) => {
    const record = patch.now.records.segments[id]
    const target = pointers.to(record && stretchOfRange(pointers.linear, record.range)).join(' ')
    return record && target && statementDraft(trailGround(patch, old), record, { target })
  }
  const makers = { corrections: inForce, refusals: refused, queries: asked, segments: stated }
  return {
    of: ({ table, id }, old) => makers[table](id, old) || undefined,
    isInPlace: (entry, annotation) => isInPlace(patch, pointers, entry, annotation),
    wordsOf(correction) {
      const { before = '', after = [] } = words.get(correction) ?? {}
      return { before, after: after.map(({ text }) => text).join('') }
    },
  }
}

// A correction's annotation points to its choice.
function isInPlace(
  { now }: SidePatch,
  { linear, areAt }: TrailPointers,
  { table, id }: TrailEntry,
  annotation: SourceElement,
): boolean {
  const { refusals, segments } = now.records
  if (table === 'queries') {
    const span = now.anchors.queries[id]
    return areAt(annotation, [span && stretchOfSpan(linear, span)])
  }
  if (table === 'segments')
    return areAt(annotation, [segments[id] && stretchOfRange(linear, segments[id].range)])
  const { deleted = [], inserted = [] } = (table === 'refusals' && refusals[id]) || {}
  const places =
    deleted.length > 0
      ? deleted.map((range) => stretchOfRange(linear, range))
      : inserted.map((put) => stretchOfInsertion(linear, put))
  return table === 'corrections' || areAt(annotation, places)
}
