import type { SchemaChoice } from '../../shared/tei/schema/schema-choice.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store, write } from './store.ts'

/** A schema that a person chose, compiled; `sha256` is that of its file. */
export interface CompiledSchemaRow {
  readonly sha256: string
  readonly name: string
  readonly json: string
}

/** What each source (by its SHA-256) is checked against, and which schemas are at hand. */
export interface SchemaSettings {
  readonly choices: Readonly<Record<string, SchemaChoice>>
  readonly schemas: readonly { readonly sha256: string; readonly name: string }[]
}

const CHOICES = 'tei-schema-choices'
const SCHEMA = 'tei-schema:'

/** The schemas that were compiled here, and what is checked against which. */
export async function readSchemaSettings(
  store: Store,
): Promise<{ readonly status: 'read'; readonly settings: SchemaSettings } | Failed> {
  return readAll(store, ['meta'], async () => {
    const choices = (await store.db.meta.get(CHOICES))?.value as
      | SchemaSettings['choices']
      | undefined
    const rows = await store.db.meta.where('key').startsWith(SCHEMA).toArray()
    const schemas = rows.map(({ value }) => {
      const { sha256, name } = value as CompiledSchemaRow
      return { sha256, name }
    })
    return { status: 'read', settings: { choices: choices ?? {}, schemas } } as const
  })
}

/** The compiled schema of this SHA-256, null where it is not at hand. */
export async function readCompiledSchema(
  store: Store,
  sha256: string,
): Promise<{ readonly status: 'read'; readonly schema: CompiledSchemaRow | null } | Failed> {
  return readAll(store, ['meta'], async () => {
    const value = (await store.db.meta.get(SCHEMA + sha256))?.value as CompiledSchemaRow | undefined
    return { status: 'read', schema: value ?? null } as const
  })
}

/** Keeps a compiled schema. */
export async function putCompiledSchema(
  store: Store,
  schema: CompiledSchemaRow,
): Promise<{ readonly status: 'saved' } | Failed> {
  return write(store, ['meta'], async () => {
    await store.db.meta.put({ key: SCHEMA + schema.sha256, value: schema })
    return { status: 'saved' } as const
  })
}

/** Keeps what sources are checked against. */
export async function putSchemaChoice(
  store: Store,
  sources: readonly string[],
  choice: SchemaChoice,
): Promise<{ readonly status: 'saved' } | Failed> {
  return write(store, ['meta'], async () => {
    const before = (await store.db.meta.get(CHOICES))?.value as
      | SchemaSettings['choices']
      | undefined
    const changed = Object.fromEntries(sources.map((sha256) => [sha256, choice]))
    await store.db.meta.put({ key: CHOICES, value: { ...before, ...changed } })
    return { status: 'saved' } as const
  })
}
