import type { Entity } from '../../shared/entity/entity.ts'
import type { TeiSource } from '../../shared/import/source/source.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { decodeTei } from '../../shared/tei/decode/decode-tei.ts'
import { mergeRegisters, renameEntities } from '../../shared/tei/decode/registers-merge.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'

/** Letters by the file they are in. */
export interface NamedLetters {
  readonly source: string
  readonly letters: readonly { readonly id: string }[]
}

/** TEI files of others with the letters in them and one register of all; `faults` say which could not be understood. */
export interface TeiFiles {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly letters: readonly CanonicalLetter[]
  readonly entities: readonly Entity[]
  /** The people whom the files name, each once, as the first of them does. */
  readonly people: readonly Editor[]
  readonly named: readonly NamedLetters[]
  readonly faults: readonly string[]
}

/** Reads TEI files: nobody has worked on them, so that their bytes are what goes out. */
export function readTeiFiles(sources: readonly TeiSource[]): TeiFiles {
  const files: { name: string; bytes: Uint8Array }[] = []
  const letters: CanonicalLetter[] = []
  let entities: readonly Entity[] = []
  const people = new Map<string, Editor>()
  const named: NamedLetters[] = []
  const faults: string[] = []
  for (const { name, bytes, xml } of sources) {
    const decoded = decodeTei(xml, name)
    if (!decoded.ok) {
      faults.push(`${name}:${decoded.line}:${decoded.column}: ${decoded.message}`)
      continue
    }
    const { added, ids } = mergeRegisters(entities, decoded.entities)
    entities = [...entities, ...added]
    for (const one of decoded.people) if (!people.has(one.id)) people.set(one.id, one)
    const found = decoded.letters.map(({ letter }) => renameEntities(letter, ids))
    letters.push(...found)
    named.push({ source: name, letters: found })
    files.push({ name: name.split(/[\\/]/).at(-1) || name, bytes })
  }
  return { files, letters, entities, people: [...people.values()], named, faults }
}
