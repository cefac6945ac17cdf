import type { ResolvedPos } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { MachineRange } from '../../../shared/letter/place.ts'
import type { CorrectionRecord, Records } from '../../../shared/letter/records.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import { decisionOf, type EditorContext } from '../editor-context.ts'
import { type Stretch, stretchesIn } from '../text/runs.ts'
import { visibleText } from '../text/visible-text.ts'
import { guess } from './guess.ts'
import { type Before, keepDecided } from './keep-decided.ts'
import { closeGaps, dropOrphans, spanIdsIn } from './keep-spans.ts'
import { proposedAgain } from './proposed-again.ts'
import { type Edit, type IsHeld, type Region, regionOf, regionOfCorrections } from './region.ts'
import { rewriteRegion } from './rewrite-region.ts'

/**
 * What a correction does besides its text: where the cursor goes when only striking, and whether equal words are let go. With `since`,
 * the state from which an input that takes longer began, nothing is proposed yet: that is for who ends it.
 */
export interface CorrectOptions {
  readonly forward?: boolean
  readonly trim?: boolean
  readonly since?: Before
  /** Corrections that were joined on the way here: none is joined twice, or joining would not end where one stays as it is. */
  readonly joined?: readonly string[]
}

/**
 * Puts text (without line breaks) in place of what is read between two document positions, as corrections at word level;
 * over several blocks each gets its own and the text goes into the first. Sets the cursor behind the text.
 * What editors set (callouts, joins) stays. Gives whether anything changed.
 */
export function correct(
  draft: Draft,
  context: EditorContext,
  edit: Edit,
  options: CorrectOptions = {},
): boolean {
  const begun = draft.tr.steps.length
  const places = stretchesBetween(draft, edit.from, edit.to)
  let caret = edit.from
  places.toReversed().forEach((place, index) => {
    const isFirst = index === places.length - 1
    const from = Math.max(edit.from, place.from)
    const to = Math.max(from, Math.min(edit.to, place.to))
    const part = { from, to, text: isFirst ? edit.text : '' }
    const at = correctStretch(draft, context, place, part, options)
    if (isFirst) caret = at
  })
  if (draft.tr.steps.length === begun && caret === draft.tr.selection.head) return false
  draft.tr.setSelection(TextSelection.create(draft.tr.doc, caret)).scrollIntoView()
  return draft.tr.steps.length > begun
}

/** Makes a region of a stretch read as it shall, and keeps the records in step. Gives the cursor's document position. */
export function correctRegion(
  draft: Draft,
  context: EditorContext,
  stretch: Stretch,
  region: Region,
  options: CorrectOptions = {},
): number {
  const { trim = true, forward = false, since, joined = [] } = options
  const { tr } = draft
  const $at = tr.doc.resolve(stretch.from)
  const isHeld = heldIn(draft)
  const now = { doc: tr.doc, records: draftRecords(draft) }
  const id = idToKeep(region, now.records) ?? context.newId('k')
  const spans = spanIdsIn(
    tr.doc,
    Math.max($at.start(), region.from - 1),
    Math.min($at.end(), region.to + 1),
  )
  const done = rewriteRegion(tr, stretch, region, { id, trim, forward, isHeld })
  closeGaps(tr, $at.before(), spans)
  dropOrphans(draft, $at.before(), spans)
  const was = stretch.runs.filter((run) => run.kind === 'inserted' && run.corrections.includes(id))
  keepRecord(draft, context, {
    id,
    phrase: joinedPhrase(region, now.records),
    ...done,
    was: since ? null : was.map(({ text }) => text).join(''),
    preceding: precedingText($at, stretch, region.from),
  })
  for (const other of region.ids) if (other !== id) dropCorrection(draft, other)
  keepDecided(draft, context, since ?? now, region.ids)
  const isPure = trim && (done.before === '') !== (done.after === '')
  if (!isPure) return done.caret
  return joinNeighbour(draft, context, {
    ...{ id, caret: done.caret, since },
    joined: [...joined, ...region.ids, id],
  })
}

// Of corrections that become one, the one that something was said of goes on.
function idToKeep({ ids }: Region, { corrections }: Records): string | undefined {
  return ids.find((id) => corrections[id]?.history !== undefined) ?? ids[0]
}

// Corrections that become one were meant for all that any of them was meant for.
function joinedPhrase({ ids }: Region, { corrections }: Records): MachineRange | undefined {
  const phrases = ids.flatMap((id) => corrections[id]?.phrase ?? [])
  return phrases.reduce<MachineRange | undefined>((whole, one) => {
    if (!whole || whole.block !== one.block) return whole ?? one
    const isWithin = whole.from <= one.from && one.to <= whole.to
    const [from, to] = [Math.min(whole.from, one.from), Math.max(whole.to, one.to)]
    return isWithin ? whole : { block: whole.block, from, to }
  }, undefined)
}

interface Joining {
  readonly id: string
  readonly caret: number
  readonly since: Before | undefined
  readonly joined: readonly string[]
}

// Text put in right where other text was struck takes its place: the two become one correction.
function joinNeighbour(draft: Draft, context: EditorContext, joining: Joining): number {
  const { id, caret, since, joined } = joining
  const stretch = stretchesBetween(draft, caret, caret)[0]
  const runs = stretch?.runs.filter((run) => run.corrections.includes(id)) ?? []
  const [first, last] = [runs[0], runs.at(-1)]
  if (!stretch || !first || !last) return caret
  const isHeld = heldIn(draft)
  const neighbour = stretch.runs.find(
    (run) =>
      (run.to === first.from || run.from === last.to) &&
      run.kind === (first.kind === 'struck' ? 'inserted' : 'struck') &&
      !run.corrections.some((one) => isHeld(one) || joined.includes(one)),
  )
  const other = neighbour?.corrections[0]
  if (!neighbour || other === undefined) return caret
  const region = regionOfCorrections(
    stretch,
    [other, id],
    Math.min(first.from, neighbour.from),
    caret,
  )
  return region
    ? correctRegion(draft, context, stretch, region, { ...(since && { since }), joined })
    : caret
}

/** Which corrections are held in an action's records. */
export function heldIn(draft: Draft): IsHeld {
  const { corrections } = draft.base
  return (id) => corrections[id]?.category === 'reference' && corrections[id]?.guessed !== true
}

function correctStretch(
  draft: Draft,
  context: EditorContext,
  stretch: Stretch,
  edit: Edit,
  options: CorrectOptions,
): number {
  if (edit.text === '' && isNothingRead(stretch, edit)) return edit.from
  return correctRegion(draft, context, stretch, regionOf(stretch, edit, heldIn(draft)), options)
}

function isNothingRead(stretch: Stretch, edit: Edit): boolean {
  const visible = visibleText(stretch)
  return visible.offsetOf(edit.from) === visible.offsetOf(edit.to)
}

/** The stretches that two document positions reach into, over all text blocks between them. */
export function stretchesBetween(draft: Draft, from: number, to: number): readonly Stretch[] {
  const found: Stretch[] = []
  draft.tr.doc.nodesBetween(from, Math.max(to, from), (node, pos) => {
    if (!node.isTextblock) return true
    const start = pos + 1
    const end = start + node.content.size
    if (from <= end && to >= start)
      found.push(...stretchesIn(node, start, Math.max(from, start), Math.min(to, end)))
    return false
  })
  if (found.length > 0) return found
  const $from = draft.tr.doc.resolve(from)
  return $from.parent.isTextblock ? stretchesIn($from.parent, $from.start(), from, to) : []
}

interface Kept {
  readonly id: string
  readonly phrase: MachineRange | undefined
  readonly before: string
  readonly after: string
  /** What it put in before; null where that is not proposed anew yet. */
  readonly was: string | null
  readonly preceding: string
}

function keepRecord(draft: Draft, context: EditorContext, kept: Kept): void {
  const { id, before, after } = kept
  const old = draftRecords(draft).corrections[id]
  if (before === '' && after === '') {
    dropCorrection(draft, id)
    return
  }
  const guessed = guess(context, kept)
  const known = old && (kept.was === null ? old : proposedAgain(old, context, kept.was))
  const isGuess = known?.guessed === true && known.category !== guessed
  if (known && known === old && !isGuess && kept.phrase === known.phrase) return
  const category = known && !isGuess ? known.category : guessed
  const fresh: CorrectionRecord = known
    ? { ...known, category, ...(kept.phrase && { phrase: kept.phrase }) }
    : { id, category, severity: 'minor', cert: 'high', guessed: true, ...decisionOf(context) }
  putRecord(draft, 'corrections', id, fresh)
}

/** Removes a correction's record where none of its marks stands any more. */
export function dropCorrection(draft: Draft, id: string): void {
  if (!draftRecords(draft).corrections[id]) return
  let stands = false
  draft.tr.doc.descendants((node) => {
    if (stands) return false
    stands =
      node.isText &&
      node.marks.some((mark) => isCorrectionMark(mark.type.name) && mark.attrs['id'] === id)
    return !stands
  })
  if (!stands) putRecord(draft, 'corrections', id, null)
}

function isCorrectionMark(name: string): boolean {
  return name === 'deletion' || name === 'insertion'
}

const CONTEXT_LENGTH = 80

function precedingText($at: ResolvedPos, stretch: Stretch, pos: number): string {
  const before = stretch.runs
    .filter((run) => run.to > pos - CONTEXT_LENGTH && run.from < pos && run.kind !== 'struck')
    .map((run) => run.text.slice(0, Math.max(0, pos - run.from)))
    .join('')
  return stretch.from > $at.start() ? `,${before}` : before
}
