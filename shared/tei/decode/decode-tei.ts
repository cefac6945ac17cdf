import type { Entity } from '../../entity/entity.ts'
import type { ProblemReading } from '../../import/reading.ts'
import type { CanonicalLetter } from '../../letter/canonical.ts'
import { placeFinder } from '../../xml/source/place-finder.ts'
import { type ReadSource, readSource } from '../../xml/source/read-source.ts'
import { lineAndColumn } from '../../xml/source/source-tree.ts'
import type { Editor } from '../edition-record.ts'
import { findStretches } from '../stretch/find-stretches.ts'
import type { FileStretches } from '../stretch/stretch.ts'
import { decodeLetter, decodeOnlyTexts } from './decode-letter.ts'
import { findUnitFault } from './find-unit-fault.ts'
import { teiFile } from './find-units.ts'
import { isRegister } from './is-register.ts'
import { readPeople } from './read-people.ts'
import { readRegisters, type SourceRegisters } from './read-registers.ts'
import type { LetterSource } from './source-map.ts'
import type { TeiFile, TeiUnit } from './tei-file.ts'

/** A letter of a file with the 1-based index of its TEI element there. */
export interface DecodedLetter {
  readonly letter: CanonicalLetter
  readonly index: number
}

/** What a file holds, or the first place for which it is refused; line and column are 1-based. */
export type DecodedTei =
  | {
      readonly ok: true
      readonly letters: readonly DecodedLetter[]
      readonly entities: readonly Entity[]
      /** The people whom the file names as responsible for something. */
      readonly people: readonly Editor[]
      readonly problems: readonly ProblemReading[]
      /** What of the file can be left out when changes elsewhere in it are written. */
      readonly stretches: FileStretches
    }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string }

/**
 * Decodes a TEI file (TEI, or teiCorpus however deep) into letters with their records. Deterministic: the same string gives the
 * same letters with the same ids. What has no record kind of ours is a `verbatim` record; text that is in no block is in `problems`.
 * A TEI element that holds nothing but a register is no letter: its entries are in `entities`, and a problem says so.
 */
export function decodeTei(xml: string, name: string): DecodedTei {
  const decoded = decodeSource(xml, name)
  if (!decoded.ok) return decoded
  const { registers, problems } = decoded
  const letters = decoded.letters.filter((letter) => !decoded.registerUnits.has(letter))
  return {
    ok: true,
    letters: letters.map(({ letter, unit }) => ({ letter, index: unit.index })),
    entities: registers.entities(),
    people: readPeople(decoded.file),
    problems,
    stretches: findStretches(decoded.file, decoded.letters, decoded.registerUnits),
  }
}

/** The code of the problem that says that a TEI element is a register and no letter. */
export const REGISTER_ONLY = 'register-only'
const REGISTER_MESSAGE =
  'a register and no letter: its entries come into the register of the collection'

/** A decoded file with the places of everything in it. */
export type DecodedSource =
  | {
      readonly ok: true
      readonly file: TeiFile
      readonly letters: readonly LetterSource[]
      /** Those of them that are registers and no letters. */
      readonly registerUnits: ReadonlySet<LetterSource>
      readonly registers: SourceRegisters
      readonly problems: readonly ProblemReading[]
    }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string }

/** The machine texts of a file's letters as lists of lines, or the first place for which it is refused. */
export type DecodedTexts =
  | {
      readonly ok: true
      readonly letters: readonly ({ readonly unit: TeiUnit } & ReturnType<typeof decodeOnlyTexts>)[]
    }
  | Extract<DecodedSource, { ok: false }>

/** Decodes of a document that was read the texts alone, as the machine wrote them and as they are corrected: line by line those that `decodeSource` gives, in a fraction of its time. */
export function decodeTexts(document: ReadSource, name: string): DecodedTexts {
  const read = asTei(document)
  if (!read.ok) return read
  const file = teiFile(read.source, name)
  return {
    ok: true,
    letters: file.units.map((unit) => ({ unit, ...decodeOnlyTexts(unit, file) })),
  }
}

function asTei(read: ReadSource): ReadSource {
  if (!read.ok) return read
  const { source } = read.source
  const fault = findUnitFault(read.source)
  return fault ? { ok: false, ...lineAndColumn(source, fault.at), message: fault.message } : read
}

/** A file that was read and not decoded yet: its letters as elements, the entries of its registers. */
export type OpenedTei =
  | { readonly ok: true; readonly file: TeiFile; readonly registers: SourceRegisters }
  | Extract<DecodedSource, { ok: false }>

/** Reads a file as far as its registers, which takes a fraction of the time of decoding it. */
export function openTei(xml: string, name: string): OpenedTei {
  const read = asTei(readSource(xml))
  if (!read.ok) return read
  const file = teiFile(read.source, name)
  return { ok: true, file, registers: readRegisters(file) }
}

/** Decodes a file and keeps where everything stands in it. */
export function decodeSource(xml: string, name: string): DecodedSource {
  const opened = openTei(xml, name)
  return opened.ok ? decodeOpened(opened) : opened
}

/** `decodeSource` for a file that has been read; the registers must not have been asked for anything. */
export function decodeOpened({
  file,
  registers,
}: Extract<OpenedTei, { ok: true }>): Extract<DecodedSource, { ok: true }> {
  const { root, source, notes } = file.xml
  const placeOf = placeFinder(source)
  const problems: ProblemReading[] = []
  const tell = (code: string, message: string, at: number, list = problems) => {
    list.push({ code, message, line: placeOf(at).line })
  }
  for (const { at, message } of notes) tell('xml', message, at)
  if (root.ns === '')
    tell('no-namespace', 'the file is not in the namespace of TEI; it is read as TEI', root.from)
  const registerUnits = new Set<LetterSource>()
  const letters = file.units.map((unit) => {
    const own: ProblemReading[] = []
    const letter = decodeLetter(unit, file, registers, (code, message, at) =>
      tell(code, message, at, own),
    )
    if (isRegister(letter, registers)) {
      registerUnits.add(letter)
      tell(REGISTER_ONLY, REGISTER_MESSAGE, unit.tei.from)
    } else problems.push(...own)
    return letter
  })
  return { ok: true, file, letters, registerUnits, registers, problems }
}
