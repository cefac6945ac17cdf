import type { CalloutAnchor, CanonicalText, Side } from '../../letter/canonical.ts'
import type { Records } from '../../letter/records.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import type { LetterSource, SideSource } from '../decode/source-map.ts'
import type { BlockRun } from './stretch.ts'
import { type AnchorTable, blockRank, soleBlock, touchedBlocks } from './touched-blocks.ts'

/** An element of a file that is one line of a letter, with the number of its block and of those of the notes within it. */
export interface Line {
  readonly element: SourceElement
  readonly block: number
  readonly notes: BlockRun
}

/**
 * The lines of both sides of a letter that nothing reaches beyond and in which no entry of a register is met for the first time, in the
 * order of the text. `met` are the entries met before in the file; those of the letter are added.
 */
export function linesOf(
  { letter, sides }: LetterSource,
  met: Set<string>,
): Readonly<Record<Side, readonly Line[]>> {
  const { translation, original } = letter
  for (const party of partiesOf(translation.records)) meet(party.entity, met)
  const held = { translation: new Set<string>(), original: new Set<string>() }
  for (const { original: there, translation: here } of Object.values(translation.records.pairs)) {
    for (const { block } of there) held.original.add(block)
    for (const { block } of here) held.translation.add(block)
  }
  // The original is read first.
  const linesBehind =
    original && sides.original ? sideLines(original, sides.original, held.original, met) : []
  const lines = sides.translation
    ? sideLines(translation, sides.translation, held.translation, met)
    : []
  return { translation: lines, original: linesBehind }
}

function partiesOf({ header }: Records) {
  const { senders, recipients, sentPlace, receivedPlace } = header
  const places = [sentPlace?.value, receivedPlace?.value].flatMap((place) => place ?? [])
  return [...(senders?.value ?? []), ...(recipients?.value ?? []), ...places]
}

function meet(entity: string | undefined, met: Set<string>): boolean {
  if (entity === undefined || met.has(entity)) return false
  met.add(entity)
  return true
}

function sideLines(
  text: CanonicalText,
  source: SideSource,
  held: Set<string>,
  met: Set<string>,
): Line[] {
  const owners = ownersOf(text, source)
  hold(text, source, owners, held, met)
  const kept = new Set([...held].flatMap((block) => owners.of.get(block) ?? []))
  return [...owners.lines].flatMap(([element, { block, notes }]) => {
    if (kept.has(element) || owners.spoilt.has(element)) return []
    const numbers = notes.map(numberOf)
    const [first = 0] = numbers
    const isRun = numbers.every((number, index) => number === first + index)
    return isRun ? [{ element, block: numberOf(block), notes: { first, count: notes.length } }] : []
  })
}

function numberOf(block: string): number {
  return Number(block.slice(1))
}

/** Which element a block comes out of: the line, also for the blocks of a note within it. */
interface Owners {
  readonly lines: ReadonlyMap<SourceElement, { readonly block: string; readonly notes: string[] }>
  readonly of: ReadonlyMap<string, SourceElement>
  readonly ofNotes: ReadonlyMap<string, SourceElement>
  /** Lines that are no lines of their own, or hold a note of which no block is left. */
  readonly spoilt: ReadonlySet<SourceElement>
}

function ownersOf(text: CanonicalText, source: SideSource): Owners {
  const lines = new Map<SourceElement, { block: string; notes: string[] }>()
  const of = new Map<string, SourceElement>()
  const spoilt = addLines(text, source, lines, of)
  const ofNotes = new Map<string, SourceElement>()
  for (const [note, elements] of source.notes)
    for (const element of elements) {
      const line = lineAround(element, lines)
      if (line && elements.length > 1) spoilt.add(line)
      if (line) ofNotes.set(note, line)
    }
  const empty = new Set(ofNotes.keys())
  for (const { id, note = '' } of text.machine.blocks) {
    const line = ofNotes.get(note)
    if (!line) continue
    empty.delete(note)
    of.set(id, line)
    lines.get(line)?.notes.push(id)
  }
  for (const note of empty) spoilt.add(ofNotes.get(note) as SourceElement)
  return { lines, of, ofNotes, spoilt }
}

// Gives the elements that are no line of their own: their blocks share them, or words stand loose beside them.
function addLines(
  { machine }: CanonicalText,
  source: SideSource,
  lines: Map<SourceElement, { block: string; notes: string[] }>,
  of: Map<string, SourceElement>,
): Set<SourceElement> {
  const spoilt = new Set<SourceElement>()
  const loose = new Set<SourceElement>()
  const printed = machine.blocks.filter(({ note }) => note === undefined)
  for (const { elements, isLoose, id } of printed.flatMap(
    (block) => source.blocks.get(block.id) ?? [],
  )) {
    const [element] = elements
    if (element && elements.length === 1 && !isLoose && !lines.has(element)) {
      lines.set(element, { block: id, notes: [] })
      of.set(id, element)
    } else for (const one of elements) spoilt.add(one)
    if (element && isLoose) loose.add(element)
  }
  for (const element of lines.keys()) if (isIn(loose, element.parent)) spoilt.add(element)
  return spoilt
}

function isIn(elements: ReadonlySet<SourceElement>, element: SourceElement | null): boolean {
  return element !== null && elements.has(element)
}

function lineAround(
  element: SourceElement,
  lines: ReadonlyMap<SourceElement, unknown>,
): SourceElement | undefined {
  for (let at = element.parent; at; at = at.parent) if (lines.has(at)) return at
  return undefined
}

// Blocks that must stay: something reaches beyond their line, or is met there for the first time.
function hold(
  text: CanonicalText,
  source: SideSource,
  owners: Owners,
  held: Set<string>,
  met: Set<string>,
): void {
  const { anchors, records } = text
  const rank = blockRank(text)
  const holdAll = (blocks: readonly string[]) => {
    for (const block of blocks) held.add(block)
  }
  const holdIf = (isBound: boolean, table: AnchorTable, id: string) => {
    const anchor = anchors[table][id]
    if (!anchor || (!isBound && soleBlock(anchor) !== undefined)) return
    const blocks = touchedBlocks(table, anchor, rank)
    const first = owners.of.get(blocks[0] ?? '')
    if (isBound || blocks.some((block) => owners.of.get(block) !== first)) holdAll(blocks)
  }
  for (const id of Object.keys(records.corrections)) {
    const { evidence, reason } = records.corrections[id]!
    const isBound = evidence !== undefined || reason !== undefined || source.reasons.has(id)
    holdIf(isBound, 'corrections', id)
  }
  for (const id of Object.keys(records.mentions))
    holdIf(meet(records.mentions[id]!.entity, met), 'mentions', id)
  for (const id of Object.keys(records.verbatim)) holdIf(false, 'verbatim', id)
  for (const id of Object.keys(records.callouts)) {
    const { note } = records.callouts[id]!
    holdIf(note !== null && !isCalledWithin(owners, note, anchors.callouts[id]), 'callouts', id)
  }
  for (const id of Object.keys(anchors.passages)) holdIf(true, 'passages', id)
  for (const id of Object.keys(anchors.breaks)) holdIf(true, 'breaks', id)
  holdAll(boundBlocks(text))
}

// Whether a callout stands in the very line that its note stands in.
function isCalledWithin(
  { of, ofNotes }: Owners,
  note: string,
  anchor: CalloutAnchor | undefined,
): boolean {
  const block = anchor && soleBlock(anchor)
  const line = block === undefined ? undefined : of.get(block)
  return line !== undefined && ofNotes.get(note) === line
}

// Those of which a record says something that stands nowhere: their kind, that they are joined, that a passage is theirs.
function boundBlocks({ machine: { blocks }, records }: CanonicalText): string[] {
  const joined = new Set(
    Object.values(records.structure).flatMap((one) => (one.kind === 'join' ? [one.block] : [])),
  )
  const notes = new Set(Object.values(records.passages).map(({ note }) => note))
  return blocks.flatMap(({ id, note }, index) => {
    const isJoined = joined.has(id) || joined.has(blocks[index + 1]?.id ?? '')
    const isBound = isJoined || id in records.kinds || (note !== undefined && notes.has(note))
    return isBound ? [id] : []
  })
}
