import {
  type CanonicalLetter,
  type CanonicalText,
  NO_ANCHORS,
  type Side,
} from '../../letter/canonical.ts'
import { correctedReadings } from '../../letter/corrected-reading.ts'
import { NO_RECORDS, type Records } from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { readReasons } from './decode-choice.ts'
import { decodeHeader } from './decode-header.ts'
import {
  type LineTree,
  lineTree,
  modeAt,
  readBlock,
  readLines,
  readNoteLines,
} from './decode-lines.ts'
import { readPairs } from './decode-pairs.ts'
import { readPassages, readSpans } from './decode-passages.ts'
import { namedIn, teiName } from './element-kinds.ts'
import { type FoundNotes, findNotes } from './find-notes.ts'
import { findSides, languageOf, type Sides } from './find-sides.ts'
import { readTrail } from './read-trail.ts'
import { endBlock, recordId, type SideReader } from './side-reader.ts'
import type { LetterSource, SideSource } from './source-map.ts'
import type { FileRegisters, TeiFile, TeiUnit } from './tei-file.ts'

/** Tells of something that was noticed, at a place of the source. */
export type TellProblem = (code: string, message: string, at: number) => void

/** Decodes one letter of a file: both texts with all records, and where each stands in the source. */
export function decodeLetter(
  unit: TeiUnit,
  file: TeiFile,
  registers: FileRegisters,
  problem: TellProblem,
): LetterSource {
  const sides = findSides(unit)
  const shared = { isBare: false, unit, file, registers, problem }
  const header = decodeHeader(unit, registers)
  const { translation, original } = readSides(sides, shared)
  if (original) readPairs(translation, original)
  readTrail(translation, original)
  if (translation.blocks.length === 0) addEmptyBlock(translation, unit)
  const isLetter = original === null || original.blocks.length > 0
  const letter: CanonicalLetter = {
    id: unit.id,
    translation: textOf(translation, languageOf(unit, sides.translation[0]), header),
    original:
      original && isLetter ? textOf(original, languageOf(unit, sides.original[0]), {}) : null,
  }
  const sources: Record<Side, SideSource | null> = {
    translation: sourceOf(translation),
    original: letter.original && original ? sourceOf(original) : null,
  }
  return { unit, letter, sides: sources }
}

type Shared = Pick<SideReader, 'isBare' | 'unit' | 'file' | 'registers' | 'problem'>

function readSides(
  sides: Sides,
  shared: Shared,
): { readonly translation: SideReader; readonly original: SideReader | null } {
  const notes = findNotes(shared.unit, shared.file, sides)
  const translation = newReader('translation', notes, shared)
  const original = sides.original.length > 0 ? newReader('original', notes, shared) : null
  if (original) readOriginal(original, sides, notes)
  readTranslation(translation, sides, notes)
  return { translation, original }
}

const NO_REGISTERS: FileRegisters = { entityOf: () => undefined, entities: () => [] }

/** What a side of a letter reads, line by line: the machine text, and the text with what is put in and without what is struck. */
export interface ReadTexts {
  readonly machine: readonly string[]
  readonly corrected: readonly string[]
}

/** The texts that `decodeLetter` gives for a letter, as lists of lines, without anything else. */
export function decodeOnlyTexts(
  unit: TeiUnit,
  file: TeiFile,
): Readonly<Record<Side, ReadTexts | null>> {
  const problem = () => undefined
  const shared = { isBare: true, unit, file, registers: NO_REGISTERS, problem }
  const { translation, original } = readSides(findSides(unit), shared)
  return {
    translation: translation.blocks.length > 0 ? textsOf(translation) : NO_TEXT,
    original: original && original.blocks.length > 0 ? textsOf(original) : null,
  }
}

const NO_TEXT: ReadTexts = { machine: [''], corrected: [''] }

function textsOf({ blocks, anchors }: SideReader): ReadTexts {
  const corrected = correctedReadings({ machine: { blocks }, anchors })
  return { machine: blocks.map(({ text }) => text), corrected: corrected.map(({ text }) => text) }
}

function newReader(side: Side, notes: FoundNotes, shared: Shared): SideReader {
  const reader: SideReader = {
    ...shared,
    side,
    blocks: [],
    sources: new Map(),
    records: copyTables(NO_RECORDS) as unknown as SideReader['records'],
    anchors: copyTables(NO_ANCHORS) as unknown as SideReader['anchors'],
    found: {
      mentions: new Map(),
      corrections: new Map(),
      reasons: new Map(),
      callouts: new Map(),
      notes: new Map(),
      passages: new Map(),
      verbatim: new Map(),
      structure: new Map(),
      kinds: new Map(),
      pairs: new Map(),
      trail: new Map(),
      places: new Map(),
    },
    noteIds: new Map(),
    noteTargets: notes.targets,
    waiting: [],
    open: null,
    inChoice: 0,
    counts: {},
  }
  for (const { element, side: of } of notes.notes) if (of === side) addNote(reader, element)
  return reader
}

function copyTables(tables: object): Record<string, object> {
  return Object.fromEntries(Object.keys(tables).map((table) => [table, {}]))
}

function addNote(reader: SideReader, element: SourceElement): void {
  const prev = sourceAttribute(element, 'prev')
  const first = prev?.startsWith('#') ? reader.file.ids.get(prev.slice(1)) : undefined
  const known = first && reader.noteIds.get(first)
  if (known !== undefined) {
    reader.noteIds.set(element, known)
    reader.found.notes.get(known)!.push(element)
    return
  }
  const id = recordId(reader, element, 'n', reader.records.notes)
  const n = sourceAttribute(element, 'n') ?? null
  const who = namedIn(sourceAttribute(element, 'resp')) ?? 'source'
  reader.records.notes[id] = { id, n, resp: who === 'ed-source' ? 'source' : who }
  reader.noteIds.set(element, id)
  reader.found.notes.set(id, [element])
}

function readOriginal(reader: SideReader, sides: Sides, notes: FoundNotes): void {
  const tree = lineTree(sides.original, [])
  for (const root of sides.original)
    readBlock(
      reader,
      root,
      { kind: 'paragraph', note: undefined, mode: modeAt(reader, root) },
      tree,
    )
  endBlock(reader)
  readNotes(reader, notes, tree)
}

function readTranslation(reader: SideReader, sides: Sides, notes: FoundNotes): void {
  const texts = sourceElements(reader.unit.tei).filter(
    (child) => teiName(child) === 'text' && !sides.original.includes(child),
  )
  const tree = lineTree(texts, sides.original)
  for (const text of texts)
    readLines(
      reader,
      text,
      { kind: 'paragraph', note: undefined, mode: modeAt(reader, text) },
      tree,
    )
  endBlock(reader)
  readNotes(reader, notes, tree)
}

// Notes within lines come behind the text, those outside the text behind them; notes within notes behind all.
function readNotes(reader: SideReader, notes: FoundNotes, tree: LineTree): void {
  const apart = notes.notes
    .filter(({ side, isApart }) => isApart && side === reader.side)
    .map(({ element }) => element)
  const treeOfNotes = lineTree(apart, [])
  const holders = new Set([...tree.holders, ...treeOfNotes.holders])
  const all: LineTree = { holders, skipped: tree.skipped }
  const readWaiting = () => {
    for (let note = reader.waiting.shift(); note; note = reader.waiting.shift())
      readNoteLines(reader, note, all)
  }
  readWaiting()
  for (const note of apart) {
    if (isWithinNote(note)) continue
    readNoteLines(reader, note, all)
  }
  readWaiting()
  if (reader.isBare) return
  readSpans(reader)
  readPassages(reader)
  readReasons(reader)
}

// A note within a note waits until that has been read.
function isWithinNote(element: SourceElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (teiName(at) === 'note') return true
  return false
}

function addEmptyBlock(reader: SideReader, unit: TeiUnit): void {
  reader.problem('no-text', 'the letter has no text', unit.tei.from)
  reader.blocks.push({ id: 'b1', kind: 'paragraph', text: '' })
  reader.sources.set('b1', { id: 'b1', elements: [], isLoose: true, runs: [], insertions: [] })
}

function textOf(reader: SideReader, lang: string, header: Records['header']): CanonicalText {
  const { blocks, anchors, records } = reader
  return {
    machine: { lang, blocks },
    anchors: { ...NO_ANCHORS, ...anchors },
    records: { ...(records as unknown as Records), header },
  }
}

function sourceOf({ sources, found }: SideReader): SideSource {
  return { blocks: sources, ...found }
}
