import type { Node } from 'prosemirror-model'
import type { Problem } from '../../../shared/check/problem.ts'
import { type MachineRange, rangesMeet } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import type { CorrectionRecord, Records } from '../../../shared/letter/records.ts'
import { idOf } from '../../../shared/letter/schema.ts'
import { type Draft, draftRecords, putRecord } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import type { DocRange } from '../text/spans.ts'
import { correct } from './correct.ts'
import { keepMeantWords, meantWords } from './meant-words.ts'
import type { Edit } from './region.ts'

/** A place in one reading of a side (UTF-16 offsets into the block's text in that reading). */
export interface ReadingPlace {
  readonly layer: 'machine' | 'corrected'
  readonly block: string
  readonly from: number
  readonly to: number
}

/** Text to put in place of what a place reads. */
export interface PlaceEdit extends ReadingPlace {
  readonly text: string
}

/** What is said of corrections that are made for another reason than typing; a category that is given is no guess, unless `guessed` says so. */
export type GivenFields = Partial<
  Pick<
    CorrectionRecord,
    'category' | 'guessed' | 'severity' | 'cert' | 'reason' | 'check' | 'propagatedFrom'
  >
>

/**
 * Corrects several places of one side as one action, the last one first, so that none moves another. Corrections that come
 * new of it say what is given of them; one that stood beside a place and takes it in stays what it was. A check that is given
 * is named only where it is among the problems `noticed` at the words: what it had not noticed is not to its credit. Gives
 * the ids of the new ones.
 */
export function correctPlaces(
  draft: Draft,
  context: EditorContext,
  edits: readonly PlaceEdit[],
  fields: GivenFields,
  noticed: readonly Problem[],
): readonly string[] {
  const { guessed: _, check, ...given } = fields
  const problems = noticed.filter(
    ({ side, finding }) => side === context.side && finding && finding.check === check,
  )
  const settling = new Set<string>()
  for (const edit of inReverse(context, edits)) {
    const range = placeRange(draft.tr.doc, draftRecords(draft), edit)
    if (!range) continue
    const before = draftRecords(draft).corrections
    const words = correctPlace(draft, context, { ...range, text: edit.text })
    const isNoticed =
      words && problems.some(({ range: place }) => place && rangesMeet(place, words))
    if (isNoticed) for (const id of newOnes(draft, before)) settling.add(id)
  }
  const { corrections } = draftRecords(draft)
  const made = newOnes(draft, draft.base.corrections)
  for (const id of made) {
    const { guessed, ...record } = corrections[id] as CorrectionRecord
    const isGuess = fields.category ? fields.guessed : guessed
    putRecord(draft, 'corrections', id, {
      ...{ ...record, ...given },
      ...(check !== undefined && settling.has(id) && { check }),
      ...(isGuess && { guessed: true }),
    })
  }
  return made
}

function newOnes(draft: Draft, before: Records['corrections']): readonly string[] {
  return Object.keys(draftRecords(draft).corrections).filter((id) => !Object.hasOwn(before, id))
}

// Gives the machine words that are replaced; null where there are none.
function correctPlace(draft: Draft, context: EditorContext, edit: Edit): MachineRange | null {
  const meant = meantWords(draft.tr.doc, draftRecords(draft), edit)
  correct(draft, context, edit)
  if (meant) keepMeantWords(draft, meant)
  return meant
}

function inReverse({ machine }: EditorContext, edits: readonly PlaceEdit[]): readonly PlaceEdit[] {
  const order = new Map(machine.blocks.map(({ id }, i) => [id, i]))
  const rank = ({ block }: PlaceEdit) => order.get(block) ?? -1
  return [...edits].sort((a, b) => rank(b) - rank(a) || b.from - a.from)
}

/** The document positions of a place; null where its block is not there or is shorter. */
export function placeRange(doc: Node, records: Records, place: ReadingPlace): DocRange | null {
  if (place.layer === 'machine') return machineSelection(doc, records, place)
  const runs = readRuns(doc, records, place.block)
  const at = (offset: number) => {
    for (const { pos, start, length } of runs)
      if (offset >= start && offset < start + length) return pos + offset - start
    return null
  }
  const from = at(place.from)
  const last = at(Math.max(place.from, place.to - 1))
  if (from === null || last === null) return null
  return { from, to: place.to > place.from ? last + 1 : from }
}

// What is read of a block, run by run: everything but what is struck.
function readRuns(doc: Node, records: Records, block: string) {
  const runs: { readonly pos: number; readonly start: number; readonly length: number }[] = []
  let here = ''
  let start = 0
  doc.descendants((node, pos) => {
    const { structure } = records
    if (node.isTextblock && structure[idOf(node)]?.kind !== 'break') here = idOf(node)
    const join = node.type.name === 'join' ? structure[idOf(node)] : undefined
    if (join?.kind === 'join') here = join.block
    if (here !== block || !node.isText) return true
    if (node.marks.some((mark) => mark.type.name === 'deletion')) return true
    const { length } = node.text as string
    runs.push({ pos, start, length })
    start += length
    return true
  })
  return runs
}
