import type { Entity } from '../entity/entity.ts'
import type { CanonicalLetter } from '../letter/canonical.ts'
import type { DecodedSource } from './decode/decode-tei.ts'
import { renameEntities } from './decode/registers-merge.ts'
import { entriesLeftAlone, fileIds, libraryIds, notesOf, type SourceNotes } from './library-ids.ts'
import { type Match, matchLetters, type SourceLetter } from './match-letters.ts'
import { type PatchedTei, patchSource } from './patch/patch-tei.ts'
import type { TrailWish } from './patch/side-patch.ts'
import { FromEntity } from './patch/source-edits.ts'
import type { TrailLoss } from './patch/trail-loss.ts'

/** Letters of the library beside a decoded file that they came from. */
export interface FileLetters {
  readonly decoded: Extract<DecodedSource, { ok: true }>
  readonly matched: readonly Match[]
  /** The letters that the file does not hold as they are in the library. */
  readonly strangers: readonly string[]
  /** The library's ids of register entries as the file has them. */
  readonly back: ReadonlyMap<string, string>
}

/** Finds letters in a decoded file, and by them which entry of the library is which of its registers. */
export function findLetters(
  decoded: Extract<DecodedSource, { ok: true }>,
  notes: SourceNotes,
  letters: readonly SourceLetter[],
  entities: readonly Entity[],
): FileLetters {
  const inFile = decoded.letters.map(({ letter, unit }) => ({ letter, index: unit.index }))
  const ofFile = decoded.registers.entities()
  const { matched, strangers } = matchLetters(inFile, letters)
  const ids = libraryIds(matched, ofFile, entities, notesOf(notes, 'tei-register-id'))
  return { decoded, matched, strangers, back: fileIds(ids, ofFile, entities) }
}

/** A file with its letters as they are now, and what of a wanted trail it does not give back; or which letter cannot be written into it and why. Ids are those of the library. */
export type WrittenLetters =
  | { readonly ok: true; readonly xml: string; readonly lost: readonly TrailLoss[] }
  | { readonly ok: false; readonly letter: string; readonly message: string }

/** Writes the letters found in a file, and what the register says of the entries of its own, into it; the decoded file is used up. */
export function writeLetters(
  { decoded, matched, back }: FileLetters,
  name: string,
  notes: SourceNotes,
  entities: readonly Entity[],
  trail?: TrailWish,
): WrittenLetters {
  const leftAlone = entriesLeftAlone(notes)
  const known = new Map(decoded.registers.entities().map((entity) => [entity.id, entity]))
  const now = matched.map(
    ({ then, now: { letter } }): CanonicalLetter => ({
      ...renameEntities(letter, back),
      id: then.letter.id,
    }),
  )
  const asInFile = entities.map((entity): Entity => {
    const id = back.get(entity.id) ?? entity.id
    const own = known.get(id)
    return own && leftAlone.has(id) ? own : { ...entity, id }
  })
  const patched = patch(decoded, name, now, asInFile, trail)
  const inLibrary = (id: string) =>
    matched.find(({ then }) => then.letter.id === id)?.now.letter.id ?? id
  if (!patched.ok) return { ...patched, letter: inLibrary(patched.letter) }
  const lost = patched.lost.map((loss) => ({ ...loss, letter: inLibrary(loss.letter) }))
  return { ok: true, xml: patched.xml, lost }
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
