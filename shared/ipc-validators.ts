import * as z from 'zod/mini'
import type { Desktop } from './ipc.ts'
import { readCopyName } from './safety/copy-name.ts'
import { factsSchema } from './safety/ledger-schema.ts'
import { LARGEST_PART } from './safety/safety-calls.ts'

type Calls = {
  [K in keyof Desktop]: Desktop[K] extends (...args: infer A) => Promise<unknown> ? A : never
}
type CallName = { [K in keyof Calls]: Calls[K] extends never ? never : K }[keyof Calls]

const longestName = 1000
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
// The characters that some file system refuses, or that would leave the folder chosen.
const unsafeInName = /[\\:*?"<>|\p{Cc}\p{Cs}]/u

/**
 * Whether a name can be written below a folder on every system: parts joined by `/`, none of them empty, `.` or `..`,
 * no drive, no character or word that Windows reserves, at most 1000 UTF-16 code units in all.
 */
export function isPortableName(name: string): boolean {
  if (name.length === 0 || name.length > longestName) return false
  return name.split('/').every(isPortablePart)
}

function isPortablePart(part: string): boolean {
  if (part === '' || /[. ]$/.test(part)) return false
  return !unsafeInName.test(part) && !reservedOnWindows.test(part)
}

const file = z.strictObject({
  name: z.string().check(z.refine(isPortableName)),
  bytes: z.instanceof(Uint8Array),
})
const label = z.string().check(z.minLength(1), z.maxLength(300))
const entry = z.union([
  z.strictObject({ type: z.literal('separator') }),
  z.strictObject({
    type: z.literal('command'),
    id: label,
    label,
    keys: z.optional(z.string().check(z.maxLength(100))),
    enabled: z.boolean(),
  }),
])
const group = z.strictObject({
  role: z.enum(['file', 'edit', 'letter', 'view', 'help']),
  label,
  entries: z.array(entry).check(z.maxLength(200)),
})

const count = z.int().check(z.minimum(0))
const part = z.strictObject({
  at: count,
  bytes: z
    .instanceof(Uint8Array)
    .check(z.refine(({ length }) => length > 0 && length <= LARGEST_PART)),
})
const copyHead = z.strictObject({
  generation: z.string().check(z.minLength(1), z.maxLength(100)),
  letters: count,
  size: count,
})

const schemas = {
  info: z.tuple([]),
  openFiles: z.tuple([z.enum(['pages', 'folder', 'collection', 'edition', 'terms'])]),
  saveFile: z.tuple([file]),
  saveFiles: z.tuple([z.array(file).check(z.minLength(1), z.maxLength(100_000))]),
  setMenu: z.tuple([z.array(group).check(z.maxLength(10))]),
  setTheme: z.tuple([z.enum(['system', 'light', 'dark'])]),
  openExternal: z.tuple([z.string().check(z.maxLength(8000))]),
  safety: z.tuple([]),
  keepLedger: z.tuple([factsSchema, z.boolean()]),
  copyPart: z.tuple([part]),
  keepCopy: z.tuple([copyHead]),
  readCopy: z.tuple([z.string().check(z.refine((name) => readCopyName(name) !== null))]),
  showCopies: z.tuple([]),
  closingDone: z.tuple([]),
} satisfies Record<CallName, unknown>

/**
 * Reads the arguments of a call of Desktop that came from a page, or gives null where they are not exactly what the
 * interface says: a wrong number, an unknown key, a name that leads elsewhere.
 */
export function readDesktopArguments<K extends CallName>(call: K, args: unknown): Calls[K] | null {
  const read = z.safeParse<z.ZodMiniType>(schemas[call], args)
  return read.success ? (read.data as Calls[K]) : null
}
