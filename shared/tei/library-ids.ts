import type { Entity } from '../entity/entity.ts'
import { entityId } from '../entity/entity-id.ts'
import type { Party, Records } from '../letter/records.ts'
import type { Match } from './match-letters.ts'

/** What is kept with a source, of its import. */
export type SourceNotes = readonly { readonly code: string; readonly message: string }[]

const SIDES = ['translation', 'original'] as const

/** The messages of the notes with a code. */
export function notesOf(notes: SourceNotes, code: string): string[] {
  return notes.filter((note) => note.code === code).map(({ message }) => message)
}

/** The entries that the library had otherwise when the file came in: they stay in the file as they are. */
export function entriesLeftAlone(notes: SourceNotes): ReadonlySet<string> {
  const codes = ['tei-register-differs', 'tei-register-less']
  return new Set(codes.flatMap((code) => notesOf(notes, code)))
}

/**
 * The library's id of each entry of a file. When it was imported a letter got the library's ids; what it had then beside what the file
 * says tells which is which, and so do the notes of the import (`noted`, pairs of words).
 */
export function libraryIds(
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

function partiesOf({ header }: Records): readonly (readonly (Party | undefined)[])[] {
  const { senders, recipients, sentPlace, receivedPlace } = header
  return [senders?.value ?? [], recipients?.value ?? [], [sentPlace?.value], [receivedPlace?.value]]
}

/** The library's ids as the file has them; an entry new to the file must not take an id that another one has there. */
export function fileIds(
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
