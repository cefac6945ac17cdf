import type { Decision } from '../../letter/records.ts'
import { insertLine, removeLine, replaceLine } from '../../xml/source/edit-lines.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import {
  childrenOf,
  type EditElement,
  idOfElement,
  insertAt,
  newText,
  removeNode,
  setAttribute,
} from '../../xml/source/xml-edits.ts'
import { teiName } from '../decode/element-kinds.ts'
import type { TrailEntry } from '../decode/source-map.ts'
import { linearText } from '../linear-text.ts'
import {
  changeDraft,
  type Said,
  saidOfCorrection,
  saidOfQuery,
  speakerDraft,
} from '../trail/annotation-drafts.ts'
import { wordsInForce } from '../trail/trail-words.ts'
import { addApart } from './apart.ts'
import { choiceName, choiceNow } from './choice-now.ts'
import { isSame } from './same.ts'
import { liveElement, respOf, type SidePatch } from './side-patch.ts'
import { type TrailDrafts, trailDrafts } from './trail-drafts.ts'
import { elementOf, nameOf, newSpeaker, OTHER_ROLE, speakerIn } from './trail-ground.ts'

const LISTS = {
  corrections: 'translation-corrections',
  refusals: 'translation-corrections',
  queries: 'queries',
  segments: 'segment-statements',
} as const

/**
 * Brings the trail that the app wrote into a file up to date: what was said since is added to each annotation, and those of
 * corrections, refusals, queries and statements that are gone go too. Where the trail is wanted, what has no annotation yet gets one;
 * a correction that stands in the file as it came needs none. To be called when both texts are as they will be.
 */
export function patchTrail(patch: SidePatch, original: SidePatch | null): void {
  const drafts = trailDrafts(patch, original)
  const before = wordsBefore(patch)
  const known = new Set<string>()
  for (const [annotation, entry] of patch.source.trail) {
    known.add(`${entry.table} ${entry.id}`)
    if (!stands(patch, entry)) removeAnnotation(patch, annotation)
    else updateAnnotation(patch, annotation, entry, drafts, before)
  }
  if (!patch.trail.isWanted) return
  for (const entry of trailEntries(patch)) {
    const draft = known.has(`${entry.table} ${entry.id}`) ? undefined : drafts.of(entry)
    if (draft) addApart(patch, 'listAnnotation', LISTS[entry.table], elementOf(draft))
  }
}

/** All that belongs into the trail of a side as it is now: what the file does not say in its text, and queries that are shared. */
export function trailEntries({
  then: before,
  now,
  side,
}: Pick<SidePatch, 'then' | 'now' | 'side'>): TrailEntry[] {
  const { corrections, refusals, queries, segments } = now.records
  const changed = Object.keys(corrections).filter(
    (id) => now.anchors.corrections[id] && !isSame(before.records.corrections[id], corrections[id]),
  )
  const shared = Object.values(queries).filter((query) => query.shared)
  const entries = (table: TrailEntry['table'], ids: readonly string[]) =>
    ids.toSorted().map((id): TrailEntry => ({ table, id }))
  return [
    ...entries('corrections', changed),
    ...entries('refusals', Object.keys(refusals)),
    ...entries(
      'queries',
      shared.map(({ id }) => id),
    ),
    ...entries('segments', side === 'translation' ? Object.keys(segments) : []),
  ]
}

function stands(patch: SidePatch, { table, id }: TrailEntry): boolean {
  const { now } = patch
  if (table === 'refusals') return id in now.records.refusals
  if (table === 'segments') return id in now.records.segments
  if (table === 'queries') return now.records.queries[id]?.shared === true
  return id in now.records.corrections && choiceNow(patch, id) !== undefined
}

function removeAnnotation({ edits }: SidePatch, annotation: SourceElement): void {
  const live = liveElement(edits, annotation)
  const list = live.parent
  removeLine(edits, live)
  if (list && !childrenOf(edits, list).some((child) => child.type === 'element'))
    removeLine(edits, list)
}

function updateAnnotation(
  patch: SidePatch,
  annotation: SourceElement,
  entry: TrailEntry,
  drafts: TrailDrafts,
  before: ReturnType<typeof wordsBefore>,
): void {
  if (entry.table === 'corrections') pointToChoice(patch, annotation, entry.id)
  const added = saidSince(patch, entry)
  if (added && drafts.isInPlace(entry, annotation)) {
    if (entry.table === 'corrections') sayWords(patch, annotation, entry.id, drafts, before)
    for (const said of added) addChange(patch, annotation, said)
    return
  }
  const draft = drafts.of(entry, annotation)
  if (!draft) return
  const live = liveElement(patch.edits, annotation)
  const fresh = elementOf(draft)
  for (const child of ofOthers(annotation)) {
    const kept = liveElement(patch.edits, child)
    removeNode(kept)
    insertAt(fresh, fresh.children!.length, kept)
  }
  replaceLine(patch.edits, live, fresh)
}

// Where the choice had to be made anew the annotation goes with the correction.
function pointToChoice(patch: SidePatch, annotation: SourceElement, id: string): void {
  const { edits, source } = patch
  const choice = choiceNow(patch, id)
  const before = source.corrections.get(id)?.[0]?.choice
  if (!choice || (before && choice === liveElement(edits, before))) return
  const target = `#${idOfElement(edits, choice, choiceName(patch, id))}`
  setAttribute(liveElement(edits, annotation), 'target', target)
}

const NOTES: ReadonlySet<string> = new Set(
  'before after reason category check propagated-from query'.split(' '),
)

// What somebody else put into an annotation stays in it.
function ofOthers(annotation: SourceElement): SourceElement[] {
  return sourceElements(annotation).filter((child) => {
    const name = teiName(child)
    if (name === 'note') return !NOTES.has(sourceAttribute(child, 'type') ?? '')
    return name !== 'respStmt' && name !== 'revisionDesc'
  })
}

function wordsBefore({ then: before }: SidePatch) {
  let words: ReturnType<typeof wordsInForce> | undefined
  return (id: string) => {
    words ??= wordsInForce(linearText(before))
    const { before: struck = '', after = [] } = words.get(id) ?? {}
    return { before: struck, after: after.map(({ text }) => text).join('') }
  }
}

function sayWords(
  { edits }: SidePatch,
  annotation: SourceElement,
  id: string,
  drafts: TrailDrafts,
  before: ReturnType<typeof wordsBefore>,
): void {
  const [then, now] = [before(id), drafts.wordsOf(id)]
  for (const type of ['before', 'after'] as const) {
    if (then[type] === now[type]) continue
    const note = sourceElements(annotation, 'note').find(
      (one) => sourceAttribute(one, 'type') === type,
    )
    if (!note) continue
    const live = liveElement(edits, note)
    live.children = []
    insertAt(live, 0, newText(now[type]))
  }
}

// What was said since, where nothing else of the record is other than it was; undefined where something is.
function saidSince(
  { then: before, now }: SidePatch,
  { table, id }: TrailEntry,
): Said[] | undefined {
  if (table === 'segments')
    return isSame(before.records.segments[id], now.records.segments[id]) ? [] : undefined
  if (table === 'queries') {
    const [old, query] = [before.records.queries[id], now.records.queries[id]]
    if (!old || !query || old.question !== query.question) return undefined
    return added(saidOfQuery(old), saidOfQuery(query))
  }
  const [old, record] =
    table === 'refusals'
      ? [before.records.refusals[id]?.correction, now.records.refusals[id]?.correction]
      : [before.records.corrections[id], now.records.corrections[id]]
  if (!old || !record) return undefined
  // The reason of a correction that is in force is a note of its own.
  const rest = { history: [], ...(table === 'corrections' ? { reason: '' } : {}) }
  if (!isSame({ ...old, ...rest }, { ...record, ...rest })) return undefined
  return added(saidOfCorrection(old), saidOfCorrection(record))
}

function added(before: readonly Said[], now: readonly Said[]): Said[] | undefined {
  const isLonger = before.every((said, n) => isSame(said, now[n]))
  return isLonger ? now.slice(before.length) : undefined
}

function addChange(patch: SidePatch, annotation: SourceElement, said: Said): void {
  const [revisions] = sourceElements(annotation, 'revisionDesc')
  if (!revisions) return
  const who = respOf(patch, said.by) ?? nameSpeaker(patch, annotation, said)
  insertLine(patch.edits, liveElement(patch.edits, revisions), elementOf(changeDraft(said, who)))
}

// One whom the file does not know is named in the annotation, behind those who are named there already.
function nameSpeaker(
  patch: SidePatch,
  annotation: SourceElement,
  { by }: Decision,
): string | undefined {
  if (by === 'source' || by === '') return undefined
  const known = speakerIn(annotation, by)
  if (known !== undefined) return `#${known}`
  const live = liveElement(patch.edits, annotation)
  const statements = childrenOf(patch.edits, live).filter(
    (child): child is EditElement => child.type === 'element' && localName(child) === 'respStmt',
  )
  const mine = statements.flatMap((one) => keyedIn(patch, one, by))[0]
  if (mine !== undefined) return `#${mine}`
  const id = idOfElement(patch.edits, live, `${patch.unit.id}-trail`)
  const person = newSpeaker(patch, id, by, undefined)
  const statement = elementOf(speakerDraft(OTHER_ROLE, person, nameOf(patch, by)))
  insertLine(patch.edits, live, statement, statements.length)
  return `#${person['xml:id']}`
}

// The id of a person whom this patch itself named.
function keyedIn({ edits }: SidePatch, statement: EditElement, by: string): string[] {
  if (statement.source) return []
  return childrenOf(edits, statement).flatMap((child) => {
    const isPerson = child.type === 'element' && child.attributes.get('key') === by
    return (isPerson && child.attributes.get('xml:id')) || []
  })
}

function localName({ source, name }: EditElement): string {
  return source?.local ?? name
}
