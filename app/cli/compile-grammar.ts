import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compileSchema } from '../../shared/tei/schema/compile-schema.ts'

/** Where the profile and its compiled form lie. */
export const PROFILE_FOLDER = join(import.meta.dirname, '../../resources/tei')

/** The compiled form of the project's profile as it should be: one line of JSON and a line end. Throws where the profile is faulty. */
export async function compileProfile(): Promise<string> {
  const compiled = await compileSchema(await readFile(join(PROFILE_FOLDER, 'epistula.rng'), 'utf8'))
  if (!compiled.ok) throw new Error(`The profile cannot be compiled: ${compiled.message}`)
  return `${compiled.json.trim()}\n`
}

if (import.meta.main) {
  await writeFile(join(PROFILE_FOLDER, 'epistula.grammar.json'), await compileProfile())
}
