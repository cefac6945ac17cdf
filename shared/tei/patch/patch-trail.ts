import type { Decision } from '../../letter/records.ts'
import { insertLine, removeLine } from '../../xml/source/edit-lines.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import {
  childrenOf,
  idOfElement,
  newElement,
  newText,
  setAttribute,
} from '../../xml/source/xml-edits.ts'
import type { TrailEntry } from '../decode/source-map.ts'
import { choiceNow } from './choice-now.ts'
import { liveElement, respOf, type SidePatch } from './side-patch.ts'

/**
 * Brings the trail that the app wrote into a file up to date: what was said since is added to each annotation, and those of
 * corrections, refusals and queries that are gone go too. What came after the import gets no annotation of its own here.
 */
export function patchTrail(patch: SidePatch): void {
  for (const [annotation, entry] of patch.source.trail) {
    if (!stands(patch, entry)) {
      removeAnnotation(patch, annotation)
      continue
    }
    if (entry.table === 'corrections') pointToChoice(patch, annotation, entry.id)
    if (isReopened(patch, entry)) removeClosing(patch, annotation)
    for (const said of saidSince(patch, entry)) addChange(patch, annotation, said)
  }
}

function stands(patch: SidePatch, { table, id }: TrailEntry): boolean {
  const { now } = patch
  if (table === 'refusals') return id in now.records.refusals
  if (table === 'segments') return id in now.records.segments
  if (table === 'queries') return now.records.queries[id]?.shared === true
  return id in now.records.corrections && choiceNow(patch, id) !== undefined
}

// Where the choice had to be made anew the annotation goes with the correction.
function pointToChoice(patch: SidePatch, annotation: SourceElement, id: string): void {
  const { edits, source, unit } = patch
  const choice = choiceNow(patch, id)
  const before = source.corrections.get(id)?.[0]?.choice
  if (!choice || (before && choice === liveElement(edits, before))) return
  const target = `#${idOfElement(edits, choice, `${unit.id}-k1`)}`
  setAttribute(liveElement(edits, annotation), 'target', target)
}

function isReopened({ then: before, now }: SidePatch, { table, id }: TrailEntry): boolean {
  if (table !== 'queries') return false
  return before.records.queries[id]?.closed !== undefined && !now.records.queries[id]?.closed
}

function removeClosing({ edits }: SidePatch, annotation: SourceElement): void {
  const changes = sourceElements(annotation, 'revisionDesc').flatMap((revisions) =>
    sourceElements(revisions, 'change'),
  )
  for (const change of changes)
    if (sourceAttribute(change, 'status') === 'closed')
      removeLine(edits, liveElement(edits, change))
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
  if (table === 'segments') return []
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
