import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Grammar, readGrammar } from '../../shared/tei/grammar.ts'
import { validateTei } from '../../shared/tei/validate-tei.ts'
import { PROFILE_FOLDER } from './compile-grammar.ts'
import { compileSchema } from './compile-schema.ts'
import { decodeXml } from './decode-xml.ts'
import { readInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

/** The compiled form of the project's profile. */
export async function profileGrammar(): Promise<Grammar> {
  return readGrammar(await readFile(join(PROFILE_FOLDER, 'epistula.grammar.json'), 'utf8'))
}

/** Checks XML files and prints what is wrong as `file:line:column: message`; gives the exit code. */
export async function checkCommand(
  files: readonly string[],
  schema: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const grammar =
    schema === undefined ? await profileGrammar() : await namedGrammar(schema, terminal)
  if (!grammar) return 2
  let code = 0
  for (const file of files) code = Math.max(code, await checkFile(file, grammar, terminal))
  return code
}

async function namedGrammar(schema: string, terminal: Terminal): Promise<Grammar | undefined> {
  const input = await readInput(schema)
  const decoded = input.ok ? decodeXml(input.bytes) : input
  const compiled = decoded.ok ? await compileSchema(decoded.text) : undefined
  if (compiled?.ok) return readGrammar(compiled.json)
  const reason = decoded.ok ? (compiled?.message ?? '') : decoded.reason
  terminal.warn(`the schema ${schema} cannot be used: ${reason}`)
  return undefined
}

async function checkFile(file: string, grammar: Grammar, terminal: Terminal): Promise<number> {
  const input = await readInput(file)
  const decoded = input.ok ? decodeXml(input.bytes) : input
  if (!decoded.ok) {
    terminal.warn(`${file}: ${decoded.reason}`)
    return 2
  }
  const problems = validateTei(decoded.text, grammar)
  const lines = problems.map(
    ({ line, column, message }) => `${file}:${line}:${column}: ${message}\n`,
  )
  if (lines.length > 0) await terminal.say(lines.join(''))
  return problems.length > 0 ? 1 : 0
}
