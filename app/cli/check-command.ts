import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FindInFiles, idsOf } from '../../shared/tei/check-pointers.ts'
import { type Grammar, readGrammar } from '../../shared/tei/grammar.ts'
import { compileSchema } from '../../shared/tei/schema/compile-schema.ts'
import { schemaAndPointerProblems } from '../../shared/tei/schema/schema-problems.ts'
import type { TeiProblem } from '../../shared/tei/tei-problem.ts'
import { validateTei } from '../../shared/tei/validate-tei.ts'
import { parseXml } from '../../shared/xml/parse-xml.ts'
import { PROFILE_FOLDER } from './compile-grammar.ts'
import { type DecodedXml, decodeXml } from './decode-xml.ts'
import { placeOf, readInput } from './read-input.ts'
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
  const inputs: Input[] = []
  for (const file of files) inputs.push({ file, decoded: await readXml(file) })
  const findInFiles = idFinder(inputs)
  let code = 0
  for (const input of inputs) {
    const find = schema === undefined ? validateTei : schemaAndPointerProblems
    const problems = (xml: string) => find(xml, grammar, findInFiles)
    code = Math.max(code, await checkFile(input, problems, terminal))
  }
  return code
}

interface Input {
  readonly file: string
  readonly decoded: DecodedXml
}

async function readXml(file: string): Promise<DecodedXml> {
  const input = await readInput(file)
  return input.ok ? decodeXml(input.bytes) : input
}

// Most files need no other: the ids are collected when the first pointer leads out of one.
function idFinder(inputs: readonly Input[]): FindInFiles {
  let holders: Map<string, string[]> | undefined
  return (id) => {
    holders ??= holdersOf(inputs)
    return holders.get(id) ?? []
  }
}

function holdersOf(inputs: readonly Input[]): Map<string, string[]> {
  const holders = new Map<string, string[]>()
  // A file that is named twice is one file.
  const byPlace = new Map(inputs.map((input) => [placeOf(input.file), input]))
  for (const { file, decoded } of byPlace.values()) {
    const parsed = decoded.ok ? parseXml(decoded.text) : undefined
    for (const id of parsed?.ok ? idsOf(parsed.root) : []) {
      holders.set(id, [...(holders.get(id) ?? []), file])
    }
  }
  return holders
}

/** The RELAX NG schema of a file, compiled; undefined where it cannot be used, which was said then. */
export async function namedGrammar(
  schema: string,
  terminal: Terminal,
): Promise<Grammar | undefined> {
  const decoded = await readXml(schema)
  const compiled = decoded.ok ? await compileSchema(decoded.text) : undefined
  if (compiled?.ok) return readGrammar(compiled.json)
  const reason = decoded.ok ? (compiled?.message ?? '') : decoded.reason
  terminal.warn(`the schema ${schema} cannot be used: ${reason}`)
  return undefined
}

async function checkFile(
  { file, decoded }: Input,
  problemsOf: (xml: string) => readonly TeiProblem[],
  terminal: Terminal,
): Promise<number> {
  if (!decoded.ok) {
    terminal.warn(`${file}: ${decoded.reason}`)
    return 2
  }
  const problems = problemsOf(decoded.text)
  const lines = problems.map(
    ({ line, column, message }) => `${file}:${line}:${column}: ${message}\n`,
  )
  if (lines.length > 0) await terminal.say(lines.join(''))
  return problems.length > 0 ? 1 : 0
}
