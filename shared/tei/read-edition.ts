import * as z from 'zod/mini'
import type { EditionRecord } from './edition-record.ts'

/** An edition record read from JSON, or what is wrong with it, each a sentence that names the field. */
export type ReadEdition =
  | { readonly ok: true; readonly edition: EditionRecord }
  | { readonly ok: false; readonly problems: readonly string[] }

const words = z.string().check(z.trim(), z.minLength(1))

const schema = z.strictObject({
  title: words,
  editor: words,
  email: z.email(),
  publisher: words,
  baseUrl: z.string().check(z.regex(/^https?:\/\/[^\s/#?"<>]+[^\s#?"<>]*$/)),
  licence: z.enum(['CC-BY-4.0', 'CC0-1.0']),
  uuid: z
    .string()
    .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)),
})

const WANTED: Readonly<Record<string, string>> = {
  title: 'must be the title of the edition',
  editor: 'must be the name of the editor',
  email: 'must be an e-mail address',
  publisher: 'must be the name of the publisher',
  baseUrl: 'must be an http or https address without query',
  licence: 'must be "CC-BY-4.0" or "CC0-1.0"',
  uuid: 'must be a UUID such as c3f497f0-488d-4233-9448-130ba8109bd8',
}

/** Reads and checks an edition record; a slash at the end of the address is dropped, the UUID written small. */
export function readEdition(json: string): ReadEdition {
  let data: unknown
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return { ok: false, problems: [`it is not JSON: ${reason}`] }
  }
  const parsed = z.safeParse(schema, data)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(describeIssue) }
  const { baseUrl, uuid } = parsed.data
  const edition = { ...parsed.data, baseUrl: baseUrl.replace(/\/+$/, ''), uuid: uuid.toLowerCase() }
  return { ok: true, edition }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `it has the unknown field ${issue.keys.join(', ')}`
  const field = issue.path.map(String).join('.')
  if (field === '') return 'it is not an object with the fields of an edition record'
  return `${field} ${WANTED[field] ?? 'is not as it should be'}`
}
