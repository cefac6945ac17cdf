import type { Entity } from '../entity/entity.ts'
import { entityId } from '../entity/entity-id.ts'
import { decodeXml } from '../import/source/open-xml.ts'
import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import type { Party, Records } from '../letter/records.ts'
import { wasReadSo } from './as-read.ts'
import { type DecodedLetter, decodeOpened, openTei } from './decode/decode-tei.ts'
import type { SourceRegisters } from './decode/read-registers.ts'
import { renameEntities, saysOther } from './decode/registers-merge.ts'
import { type FileChange, listChanges } from './list-changes.ts'
import { encodeXml } from './patch/encode-xml.ts'
import { type PatchedTei, patchSource } from './patch/patch-tei.ts'
import type { TrailWish } from './patch/side-patch.ts'
import { FromEntity } from './patch/source-edits.ts'
import type { TrailLoss } from './patch/trail-loss.ts'

/**
 * A letter that came out of a TEI file: as it is now, and the records it had when it came in, null where they are gone. `digest` is
 * its `letterDigest` as it is now, where that is known; without it the letter is compared with what the file says.
 */
export interface SourceLetter {
  readonly letter: CanonicalLetter
  readonly digest?: string | null
  readonly imported: Readonly<Record<Side, Records | null>> | null
}

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
 * than its entity, the file is given back without being decoded. `entities` is the library's register. Refused with cause `source`
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
  const opened = openTei(text.xml, name)
  if (!opened.ok) return { ok: false, cause: 'source', letter: null, message: opened.message }
  if (isUntouched(opened.registers, notes, letters, entities)) {
    const ids = letters.map(({ letter }) => letter.id)
    const same = { before: text.xml, after: text.xml, bytes, changes: [], strangers: [], lost: [] }
    return { ok: true, ...same, letters: ids }
  }
  const decoded = decodeOpened(opened)
  const inFile = decoded.letters.map(({ letter, unit }) => ({ letter, index: unit.index }))
  const ofFile = decoded.registers.entities()
  const { matched, strangers } = matchLetters(inFile, letters)
  const leftAlone = entriesLeftAlone(notes)
  const ids = libraryIds(matched, ofFile, entities, notesOf(notes, 'tei-register-id'))
  const back = fileIds(ids, ofFile, entities)
  const known = new Map(ofFile.map((entity) => [entity.id, entity]))
  const now = matched.map(({ then, now: { letter } }) => ({
    ...renameEntities(letter, back),
    id: then.letter.id,
  }))
  const asInFile = entities.map((entity): Entity => {
    const id = back.get(entity.id) ?? entity.id
    const own = known.get(id)
    return own && leftAlone.has(id) ? own : { ...entity, id }
  })
  const patched = patch(decoded, name, now, asInFile, trail)
  if (!patched.ok) {
    const letter = libraryId(matched, patched.letter)
    return { ok: false, cause: 'letter', letter, message: patched.message }
  }
  const isSame = patched.xml === text.xml
  return {
    ok: true,
    before: text.xml,
    after: patched.xml,
    bytes: isSame ? bytes : encodeXml(patched.xml, text.encoding, text.bom),
    changes: listChanges(text.xml, patched.xml),
    letters: matched.map(({ now: { letter } }) => letter.id),
    strangers,
    lost: patched.lost.map((loss) => ({ ...loss, letter: libraryId(matched, loss.letter) })),
  }
}

// Entries that the library had otherwise when the file came in.
function entriesLeftAlone(notes: SourceFileState['notes']): ReadonlySet<string> {
  const codes = ['tei-register-differs', 'tei-register-less']
  return new Set(codes.flatMap((code) => notesOf(notes, code)))
}

function isUntouched(
  { entries }: SourceRegisters,
  notes: SourceFileState['notes'],
  letters: readonly SourceLetter[],
  library: readonly Entity[],
): boolean {
  const isAsRead = wasReadSo(notes)
  const places = new Set(letters.map(({ letter }) => placeOf(letter)))
  if (places.size !== letters.length) return false
  if (!letters.every(({ letter, digest }) => digest && isAsRead(letter.id, digest))) return false
  const ofFile = [...entries.values()].map(({ entity }) => entity)
  const ids = libraryIds([], ofFile, library, notesOf(notes, 'tei-register-id'))
  const leftAlone = entriesLeftAlone(notes)
  const present = new Map(library.map((entity) => [entity.id, entity]))
  return ofFile.every((entity) => {
    const now = present.get(ids.get(entity.id) ?? '')
    return !now || leftAlone.has(entity.id) || !saysOther(entity, now)
  })
}

// Which letter of the file it is, from 1.
function placeOf({ translation }: CanonicalLetter): number | undefined {
  return translation.records.header.origin?.value.from
}

function libraryId(matched: readonly Match[], id: string): string {
  return matched.find(({ then }) => then.letter.id === id)?.now.letter.id ?? id
}

// What stands in an entity of the document type declaration cannot be changed at one of its places.
function patch(...asked: Parameters<typeof patchSource>): PatchedTei {
  try {
    return patchSource(...asked)
  } catch (cause) {
    if (!(cause instanceof FromEntity)) throw cause
    return { ok: false, letter: asked[2][0]?.id ?? '', message: cause.message }
  }
}

interface Match {
  readonly then: DecodedLetter
  readonly now: SourceLetter
}

// A letter that was split, joined or given another text since is none of the file's any more.
function matchLetters(
  decoded: readonly DecodedLetter[],
  letters: readonly SourceLetter[],
): { matched: readonly Match[]; strangers: readonly string[] } {
  const matched: Match[] = []
  const strangers: string[] = []
  const taken = new Set<number>()
  for (const now of letters) {
    const index = placeOf(now.letter)
    const then = decoded.find((one) => one.index === index)
    if (then && !taken.has(then.index) && hasSameText(then.letter, now.letter)) {
      taken.add(then.index)
      matched.push({ then, now })
    } else strangers.push(now.letter.id)
  }
  return { matched, strangers }
}

function hasSameText(one: CanonicalLetter, other: CanonicalLetter): boolean {
  return SIDES.every((side) => isSameText(one[side], other[side]))
}

const SIDES = ['translation', 'original'] as const

function isSameText(one: CanonicalText | null, other: CanonicalText | null): boolean {
  if (one === null || other === null) return one === other
  const [then, now] = [one.machine.blocks, other.machine.blocks]
  return (
    then.length === now.length &&
    then.every(({ id, text }, index) => id === now[index]!.id && text === now[index]!.text)
  )
}

// When it was imported a letter got the library's ids; what it had then beside what the file says tells which is which.
function libraryIds(
  matched: readonly Match[],
  ofFile: readonly Entity[],
  library: readonly Entity[],
  noted: readonly string[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const add = (file: string | undefined, library: string | undefined) => {
    if (file !== undefined && library !== undefined && !ids.has(file)) ids.set(file, library)
  }
  for (const pair of noted) {
    const [file, entry] = pair.split(' ')
    add(file, entry)
  }
  for (const { then, now } of matched)
    for (const side of SIDES) {
      const records = then.letter[side]?.records
      const imported = now.imported?.[side]
      if (!records || !imported) continue
      for (const id of Object.keys(records.mentions))
        add(records.mentions[id]!.entity, imported.mentions[id]?.entity)
      const there = partiesOf(imported)
      partiesOf(records).forEach((list, role) => {
        list.forEach((party, i) => {
          add(party?.entity, there[role]?.[i]?.entity)
        })
      })
    }
  const present = new Map(library.map((entity) => [entity.id, entity]))
  for (const { id, kind } of ofFile) if (present.get(id)?.kind === kind) add(id, id)
  return ids
}

function notesOf(notes: SourceFileState['notes'], code: string): string[] {
  return notes.filter((note) => note.code === code).map(({ message }) => message)
}

function partiesOf({ header }: Records): readonly (readonly (Party | undefined)[])[] {
  const { senders, recipients, sentPlace, receivedPlace } = header
  return [senders?.value ?? [], recipients?.value ?? [], [sentPlace?.value], [receivedPlace?.value]]
}

// The library's ids as the file has them; an entry new to the file must not take an id that another one has there.
function fileIds(
  ids: ReadonlyMap<string, string>,
  ofFile: readonly Entity[],
  library: readonly Entity[],
): ReadonlyMap<string, string> {
  const back = new Map<string, string>()
  for (const [file, entry] of ids) if (!back.has(entry)) back.set(entry, file)
  const taken = new Set([...ofFile.map(({ id }) => id), ...library.map(({ id }) => id)])
  const inFile = new Set(ofFile.map(({ id }) => id))
  for (const { id, kind, name } of library) {
    if (back.has(id) || !inFile.has(id)) continue
    const free = entityId(kind, name, taken)
    taken.add(free)
    back.set(id, free)
  }
  return back
}
