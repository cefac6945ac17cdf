import * as z from 'zod/mini'
import { AUTHORITY_SCHEMES, ENTITY_KINDS, type Entity } from '../entity/entity.ts'
import type { EditionRecord, Editor } from '../tei/edition-record.ts'
import type { ImportBatch, LetterFile, SourceFile } from './collection-content.ts'
import type { JournalRow } from './journal-row.ts'
import { letterTextsSchema, letterWorkSchema } from './letter-schemas.ts'
import { ruleSetSchema } from './rule-schemas.ts'
import { translationSetSchema } from './translation-schemas.ts'

const editionRecord = z.strictObject({
  title: z.string(),
  editor: z.string(),
  email: z.string(),
  publisher: z.string(),
  baseUrl: z.string(),
  licence: z.enum(['CC-BY-4.0', 'CC0-1.0']),
  uuid: z.string(),
}) satisfies z.ZodMiniType<EditionRecord>

const editor = z.strictObject({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
}) satisfies z.ZodMiniType<Editor>

const entity = z.strictObject({
  id: z.string(),
  kind: z.enum(ENTITY_KINDS),
  name: z.string(),
  original: z.exactOptional(z.string()),
  variants: z.array(z.string()),
  authority: z.array(z.strictObject({ scheme: z.enum(AUTHORITY_SCHEMES), url: z.string() })),
  note: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Entity>

const batch = z.strictObject({
  id: z.string(),
  time: z.string(),
  author: z.string(),
  sources: z.array(z.string()),
  letters: z.array(z.string()),
  entities: z.exactOptional(z.array(z.string())),
}) satisfies z.ZodMiniType<ImportBatch>

const count = z.int().check(z.minimum(0))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const source = z.strictObject({
  id: z.string(),
  importId: z.string(),
  name: z.string(),
  sha256,
  encoding: z.string(),
  notes: z.array(z.strictObject({ code: z.string(), message: z.string(), count })),
  outside: z.array(z.strictObject({ line: count, text: z.string(), kind: z.string() })),
  /** The name of the package entry that holds the bytes. */
  entry: z.string(),
}) satisfies z.ZodMiniType<Omit<SourceFile, 'bytes'>>

const journalRow = z.strictObject({
  letter: z.string(),
  seq: z.int().check(z.minimum(1)),
  side: z.enum(['translation', 'original']),
  steps: z.array(z.record(z.string(), z.unknown())),
  label: z.string(),
  author: z.string(),
  time: z.string(),
}) satisfies z.ZodMiniType<JournalRow>

/** `manifest.json`: what the package holds. Only `format` is looked at before the rest is known to be of this format. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  application: z.string(),
  created: z.string(),
  entries: z.array(z.strictObject({ name: z.string(), length: count, sha256 })),
  /** SHA-256 of the stable JSON of all the other fields. */
  digest: sha256,
})

/** `collection.json`: all that belongs to no single letter. */
export const collectionSchema = z.strictObject({
  edition: z.nullable(editionRecord),
  editors: z.array(editor),
  entities: z.array(entity),
  imports: z.array(batch),
  sources: z.array(source),
  rules: z.exactOptional(ruleSetSchema),
  translation: z.exactOptional(translationSetSchema),
})

/** `letters/<id>.json`, in the present stored form. */
export const letterFileSchema = z.strictObject({
  version: count,
  id: z.string(),
  importId: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  madeFrom: z.exactOptional(z.array(z.string())),
  texts: letterTextsSchema,
  hashes: z.strictObject({ translation: sha256, original: z.nullable(sha256) }),
  base: letterWorkSchema,
  journal: z.array(journalRow),
  seq: count,
  current: letterWorkSchema,
}) satisfies z.ZodMiniType<LetterFile>
