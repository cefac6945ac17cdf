import { decodeXml } from '../../shared/import/source/open-xml.ts'
import type { SchemaChoice } from '../../shared/tei/schema/schema-choice.ts'
import { openLetter } from '../storage/open-letter.ts'
import { putCompiledSchema, putSchemaChoice, readSchemaSettings } from '../storage/schemas.ts'
import { sha256 } from '../storage/sha256.ts'
import { listTeiImports } from '../storage/tei-sources.ts'
import { startSchemaChecker } from './schema-checker.ts'
import type { ExportRequest, Session, TeiSourceRow } from './session.ts'
import { notifyFailure, type Surroundings, say } from './surroundings.ts'

type SchemaActions = Pick<Session, 'teiSources' | 'addSchema' | 'chooseSchema'>

/** Which TEI files of others an export would write, and what they are checked against. */
export function schemaActions(surroundings: Surroundings): SchemaActions {
  const { store } = surroundings
  return {
    async teiSources(request) {
      const read = await readSchemaSettings(store)
      if (read.status === 'failed') {
        notifyFailure(surroundings, read)
        return { sources: [], schemas: [] }
      }
      const { choices, schemas } = read.settings
      const found = await originsOf(surroundings, request)
      const sources = [...found].map(([hash, { name, letters }]): TeiSourceRow => {
        const choice = choices[hash] ?? { kind: 'none' }
        const isKnown =
          choice.kind !== 'schema' || schemas.some((one) => one.sha256 === choice.sha256)
        return { sha256: hash, name, letters, choice: isKnown ? choice : { kind: 'none' } }
      })
      return { sources, schemas }
    },
    async addSchema({ name, bytes }) {
      const text = decodeXml(bytes)
      if (!text.ok) return { ok: false, message: text.message.replace(/\.$/, '') }
      const checker = startSchemaChecker()
      try {
        const compiled = await checker.compile(text.xml)
        if (!compiled.ok) return { ok: false, message: compiled.message }
        const hash = await sha256(bytes)
        const put = await putCompiledSchema(store, { sha256: hash, name, json: compiled.json })
        if (put.status === 'failed')
          return { ok: false, message: say(`session.failure.${put.cause}`) }
        return { ok: true, sha256: hash }
      } finally {
        checker.close()
      }
    },
    async chooseSchema(sources: readonly string[], choice: SchemaChoice) {
      const result = await putSchemaChoice(store, sources, choice)
      if (result.status === 'failed') notifyFailure(surroundings, result)
    },
  }
}

// Where a letter came from stands in its header alone; those of other imports need not be read.
async function originsOf(
  { store, state }: Surroundings,
  { letters }: ExportRequest,
): Promise<Map<string, { name: string; letters: number }>> {
  const found = new Map<string, { name: string; letters: number }>()
  const listed = await listTeiImports(store)
  if (listed.status === 'failed' || listed.imports.size === 0) return found
  const rows = state
    .getState()
    .letters.filter(
      ({ id, importId }) =>
        importId !== null &&
        listed.imports.has(importId) &&
        (letters === 'all' || letters.includes(id)),
    )
  for (const { id } of rows) {
    const opened = await openLetter(store, id)
    if (opened.status !== 'open') continue
    const origin = opened.letter.translation.records.header.origin?.value
    if (origin?.format !== 'tei') continue
    const known = found.get(origin.sha256)
    found.set(origin.sha256, { name: origin.name, letters: (known?.letters ?? 0) + 1 })
  }
  return found
}
