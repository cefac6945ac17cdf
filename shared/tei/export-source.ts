import type { Entity } from '../entity/entity.ts'
import { decodeXml } from '../import/source/open-xml.ts'
import { wasReadSo } from './as-read.ts'
import { decodeOpened, openTei } from './decode/decode-tei.ts'
import type { SourceRegisters } from './decode/read-registers.ts'
import { saysOther } from './decode/registers-merge.ts'
import { entriesLeftAlone, libraryIds, notesOf } from './library-ids.ts'
import { type FileChange, listChanges } from './list-changes.ts'
import { placeOf, type SourceLetter } from './match-letters.ts'
import { encodeXml } from './patch/encode-xml.ts'
import type { TrailWish } from './patch/side-patch.ts'
import type { TrailLoss } from './patch/trail-loss.ts'
import { writePart } from './stretch/write-part.ts'
import { findLetters, writeLetters } from './write-letters.ts'

/** A TEI file brought up to date with its letters. `bytes` are those that came in where nothing changed; `strangers` are letters that the file does not hold as they are in the library. */
export type SourceExport =
  | {
      readonly ok: true
      readonly before: string
      readonly after: string
      readonly bytes: Uint8Array
      readonly changes: readonly FileChange[]
      readonly letters: readonly string[]
      readonly strangers: readonly string[]
      /** What of a wanted trail the file does not give back. */
      readonly lost: readonly TrailLoss[]
    }
  | {
      readonly ok: false
      readonly cause: 'source' | 'letter'
      readonly letter: string | null
      readonly message: string
    }

/** A stored TEI file; `notes` are those of its import (`registerNotes` and `asReadNote` among them). */
export interface SourceFileState {
  readonly name: string
  readonly bytes: Uint8Array
  readonly notes: readonly { readonly code: string; readonly message: string }[]
}

/**
 * Exports letters into the TEI file that they came from: decodes it again, compares each letter with what it was, and changes the
 * differences alone. Where every letter has the digest that it came in with, and no entry of the file's registers says anything else
 * than its entity, the file is given back without being decoded; where it is known what each letter was, no more of it is decoded than
 * what was changed (`writePart`). `entities` is the library's register. Refused with cause `source`
 * where the file cannot be read any more, with cause `letter` where a change cannot be written into it.
 * Where `trail` is wanted what was said of corrections, of segments and in queries goes into the file too.
 */
export function exportSource(
  { name, bytes, notes }: SourceFileState,
  letters: readonly SourceLetter[],
  entities: readonly Entity[],
  trail?: TrailWish,
): SourceExport {
  const text = decodeXml(bytes)
  if (!text.ok) return { ok: false, cause: 'source', letter: null, message: text.message }
  const changed = (xml: string): Pick<Written, 'before' | 'after' | 'bytes' | 'changes'> => ({
    before: text.xml,
    after: xml,
    bytes: xml === text.xml ? bytes : encodeXml(xml, text.encoding, text.bom),
    changes: listChanges(text.xml, xml),
  })
  const ids = letters.map(({ letter }) => letter.id)
  const asRead = areAsRead(notes, letters)
  const part =
    asRead || trail?.isWanted ? null : writePart(text.xml, { name, notes }, letters, entities)
  if (part !== null) return { ok: true, ...changed(part), letters: ids, strangers: [], lost: [] }
  const opened = openTei(text.xml, name)
  if (!opened.ok) return { ok: false, cause: 'source', letter: null, message: opened.message }
  if (asRead && hasSameEntries(opened.registers, notes, entities))
    return { ok: true, ...changed(text.xml), letters: ids, strangers: [], lost: [] }
  const found = findLetters(decodeOpened(opened), notes, letters, entities)
  const written = writeLetters(found, name, notes, entities, trail)
  if (!written.ok) return { ...written, cause: 'letter' }
  return {
    ok: true,
    ...changed(written.xml),
    letters: found.matched.map(({ now: { letter } }) => letter.id),
    strangers: found.strangers,
    lost: written.lost,
  }
}

type Written = Extract<SourceExport, { ok: true }>

function areAsRead(notes: SourceFileState['notes'], letters: readonly SourceLetter[]): boolean {
  const isAsRead = wasReadSo(notes)
  const places = new Set(letters.map(({ letter }) => placeOf(letter)))
  if (places.size !== letters.length) return false
  return letters.every(({ letter, digest }) => digest && isAsRead(letter.id, digest))
}

function hasSameEntries(
  { entries }: SourceRegisters,
  notes: SourceFileState['notes'],
  library: readonly Entity[],
): boolean {
  const ofFile = [...entries.values()].map(({ entity }) => entity)
  const ids = libraryIds([], ofFile, library, notesOf(notes, 'tei-register-id'))
  const leftAlone = entriesLeftAlone(notes)
  const present = new Map(library.map((entity) => [entity.id, entity]))
  return ofFile.every((entity) => {
    const now = present.get(ids.get(entity.id) ?? '')
    return !now || leftAlone.has(entity.id) || !saysOther(entity, now)
  })
}
