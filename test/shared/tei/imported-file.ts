import type { Entity } from '../../../shared/entity/entity.ts'
import { decodeXml } from '../../../shared/import/source/open-xml.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import type { HeaderField, HeaderValues, Records } from '../../../shared/letter/records.ts'
import { decodeTei } from '../../../shared/tei/decode/decode-tei.ts'
import {
  mergeRegisters,
  registerNotes,
  renameEntities,
} from '../../../shared/tei/decode/registers-merge.ts'
import type { SourceLetter } from '../../../shared/tei/match-letters.ts'
import type { TeiFixture } from '../../support/tei-fixtures.ts'

/** A file as the library has it after its import: letters with origin, entries laid upon a register. */
export function imported({ name, bytes }: TeiFixture, library: readonly Entity[] = []) {
  const text = decodeXml(bytes)
  if (!text.ok) throw new Error(text.message)
  const decoded = decodeTei(text.xml, name)
  if (!decoded.ok) throw new Error(decoded.message)
  const merged = mergeRegisters(library, decoded.entities)
  const letters = decoded.letters.map(({ letter, index }) => {
    const origin = { name, format: 'tei', sha256: 'x', from: index, to: index } as const
    return withHeader(renameEntities(letter, merged.ids), 'origin', origin)
  })
  const entities = [...library, ...merged.added]
  return { letters: letters.map(asImported), entities, notes: registerNotes(merged), xml: text.xml }
}

function asImported(letter: CanonicalLetter): SourceLetter {
  const { translation, original } = letter
  const records = { translation: translation.records, original: original?.records ?? null }
  return { letter, imported: records }
}

/** A letter with a value in its header. */
export function withHeader<F extends HeaderField>(
  letter: CanonicalLetter,
  field: F,
  value: HeaderValues[F],
): CanonicalLetter {
  const { translation } = letter
  const header = {
    ...translation.records.header,
    [field]: { id: field, value, confidence: 1 },
  } as Records['header']
  return { ...letter, translation: { ...translation, records: { ...translation.records, header } } }
}
