import * as z from 'zod/mini'
import type { Ledger, LibraryFacts } from './ledger.ts'

const count = z.int().check(z.minimum(0))
const word = z.string().check(z.maxLength(100))

/** The form of what a library holds, as it comes from the page. */
export const factsSchema = z.strictObject({
  generation: word,
  letters: count,
  removed: count,
  actions: count,
  schema: count,
}) satisfies z.ZodMiniType<LibraryFacts>

/** The form of a ledger, as it comes from the disk. */
export const ledgerSchema = z.strictObject({
  version: z.literal(1),
  facts: factsSchema,
  due: z.boolean(),
  app: word,
  electron: word,
  written: word,
}) satisfies z.ZodMiniType<Ledger>
