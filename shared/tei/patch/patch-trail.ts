import type { Decision } from '../../letter/records.ts'
import { insertLine, removeLine } from '../../xml/source/edit-lines.ts'
import { type SourceElement, sourceElements } from '../../xml/source/source-tree.ts'
import { childrenOf, newElement, newText } from '../../xml/source/xml-edits.ts'
import type { TrailEntry } from '../decode/source-map.ts'
import { isInDocument, liveElement, respOf, type SidePatch } from './side-patch.ts'

/**
 * Brings the trail that the app wrote into a file up to date: what was said since is added to each annotation, and those of
 * corrections, refusals and queries that are gone go too. What came after the import gets no annotation of its own here.
 */
export function patchTrail(patch: SidePatch): void {
  for (const [annotation, entry] of patch.source.trail) {
    if (!stands(patch, entry)) removeAnnotation(patch, annotation)
    else for (const said of saidSince(patch, entry)) addChange(patch, annotation, said)
  }
}

function stands({ edits, source, now }: SidePatch, { table, id }: TrailEntry): boolean {
  if (table === 'refusals') return id in now.records.refusals
  if (table === 'queries') return now.records.queries[id]?.shared === true
  const choice = source.corrections.get(id)?.[0]?.choice
  const isThere = choice !== undefined && isInDocument(edits, liveElement(edits, choice))
  return isThere && id in now.records.corrections
}

function removeAnnotation({ edits }: SidePatch, annotation: SourceElement): void {
  const live = liveElement(edits, annotation)
  const list = live.parent
  removeLine(edits, live)
  if (list && !childrenOf(edits, list).some((child) => child.type === 'element'))
    removeLine(edits, list)
}

interface Said extends Decision {
  readonly status: string
  readonly words: string | undefined
  readonly after?: string | undefined
}

function saidSince({ then: before, now }: SidePatch, { table, id }: TrailEntry): Said[] {
  if (table === 'queries') {
    const [old, query] = [before.records.queries[id], now.records.queries[id]]
    const replies = (query?.replies ?? []).slice(old?.replies.length)
    const answered = replies.map(({ by, at, text }) => ({
      by,
      at,
      status: 'answered',
      words: text,
    }))
    const isClosed = query?.closed && !old?.closed
    return isClosed
      ? [...answered, { ...query.closed, status: 'closed', words: undefined }]
      : answered
  }
  const [old, record] =
    table === 'refusals'
      ? [before.records.refusals[id]?.correction, now.records.refusals[id]?.correction]
      : [before.records.corrections[id], now.records.corrections[id]]
  return (record?.history ?? [])
    .slice(old?.history?.length ?? 0)
    .map(({ by, at, verdict, why, after }) => ({ by, at, status: verdict, words: why, after }))
}

function addChange(patch: SidePatch, annotation: SourceElement, said: Said): void {
  const [revisions] = sourceElements(annotation, 'revisionDesc')
  if (!revisions) return
  const { status, by, at, words, after } = said
  const attributes = { status, who: respOf(patch, by), when: at === '' ? undefined : at }
  const change = newElement('change', attributes, [
    ...(words === undefined ? [] : [newText(words)]),
    ...(after === undefined ? [] : [newElement('note', { type: 'after' }, [after])]),
  ])
  insertLine(patch.edits, liveElement(patch.edits, revisions), change)
}
