import { decodeXml } from '../../shared/import/source/open-xml.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { decodeTei } from '../../shared/tei/decode/decode-tei.ts'
import type { Grammar } from '../../shared/tei/grammar.ts'
import { type FileChange, listChanges } from '../../shared/tei/list-changes.ts'
import { encodeXml } from '../../shared/tei/patch/encode-xml.ts'
import { patchTei } from '../../shared/tei/patch/patch-tei.ts'
import { schemaProblems } from '../../shared/tei/schema/schema-problems.ts'
import { lineAndColumn } from '../../shared/xml/source/source-tree.ts'
import { namedGrammar } from './check-command.ts'
import { readInput } from './read-input.ts'
import { sampleEdit, withoutSample } from './sample-edit.ts'
import type { Terminal } from './terminal.ts'

/** The first place where two texts differ, with what stands there in each. */
interface Difference {
  readonly line: number
  readonly column: number
  readonly before: string
  readonly after: string
}

interface Edited {
  /** Letters that got a tag and a correction; one without two free words gets none. */
  readonly letters: number
  readonly changes: readonly FileChange[]
  /** Whether the file without what was put in is the file as it came. */
  readonly onlyThese: boolean
}

type Outcome =
  | {
      readonly file: string
      readonly result: 'same'
      readonly letters: number
      readonly edited?: Edited
      /** Against the schema named: as the file came, and as it goes. */
      readonly valid?: { readonly before: boolean; readonly after: boolean }
    }
  | { readonly file: string; readonly result: 'differs'; readonly difference: Difference }
  | { readonly file: string; readonly result: 'unread'; readonly reason: string }

/** Reads TEI files and writes them again, nothing changed (or, with `edit`, one tag and one correction in each letter); prints whether they are the same. */
export async function roundtripCommand(
  files: readonly string[],
  options: {
    readonly json: boolean
    readonly edit: boolean
    readonly schema?: string | undefined
  },
  terminal: Terminal,
): Promise<number> {
  const { schema } = options
  const grammar = schema === undefined ? null : await namedGrammar(schema, terminal)
  if (grammar === undefined) return 2
  const outcomes: Outcome[] = []
  for (const file of files) {
    const outcome = await roundtrip(file, options.edit, grammar)
    outcomes.push(outcome)
    if (!options.json) await terminal.say(`${lines(outcome).join('\n')}\n`)
  }
  if (options.json) await terminal.say(`${JSON.stringify(outcomes, null, 2)}\n`)
  return Math.max(0, ...outcomes.map(codeOf))
}

function codeOf(outcome: Outcome): number {
  if (outcome.result === 'unread') return 2
  if (outcome.result === 'differs') return 1
  const breaks = outcome.valid?.before === true && !outcome.valid.after
  return outcome.edited?.onlyThese === false || breaks ? 1 : 0
}

async function roundtrip(file: string, edit: boolean, grammar: Grammar | null): Promise<Outcome> {
  const unread = (reason: string): Outcome => ({ file, result: 'unread', reason })
  const input = await readInput(file)
  if (!input.ok) return unread(input.reason)
  const text = decodeXml(input.bytes)
  if (!text.ok) return unread(text.message)
  const decoded = decodeTei(text.xml, file)
  if (!decoded.ok) return unread(`${decoded.line}:${decoded.column}: ${decoded.message}`)
  const letters = decoded.letters.map(({ letter }) => letter)
  const patched = patchTei(text.xml, letters, decoded.entities)
  if (!patched.ok) return unread(`${patched.letter}: ${patched.message}`)
  const bytes = encodeXml(patched.xml, text.encoding, text.bom)
  if (!areEqual(bytes, input.bytes))
    return { file, result: 'differs', difference: firstDifference(text.xml, patched.xml) }
  const same = { file, result: 'same', letters: letters.length } as const
  if (!edit) return { ...same, ...validity(text.xml, text.xml, grammar) }
  const { edited, after } = editAll(text.xml, file, letters)
  return { ...same, edited, ...validity(text.xml, after, grammar) }
}

function validity(before: string, after: string, grammar: Grammar | null) {
  if (grammar === null) return {}
  const first = schemaProblems(before, grammar).length === 0
  const second = before === after ? first : schemaProblems(after, grammar).length === 0
  return { valid: { before: first, after: second } }
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

function firstDifference(before: string, after: string): Difference {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 20)
  return { ...lineAndColumn(before, at), before: around(before), after: around(after) }
}

// One letter after the other, so that one in which no word can be marked leaves the others their edits.
function editAll(
  xml: string,
  file: string,
  letters: readonly CanonicalLetter[],
): { edited: Edited; after: string } {
  let now = [...letters]
  let after = xml
  let count = 0
  letters.forEach((letter, index) => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const changed = sampleEdit(letter, attempt)
      if (!changed) return
      const next = now.with(index, changed)
      const patched = patchTei(xml, next, [])
      if (!patched.ok) continue
      now = next
      after = patched.xml
      count += 1
      return
    }
  })
  const back = takenBack(after, file, now)
  const onlyThese = back !== null && oneSection(back) === oneSection(xml)
  return { edited: { letters: count, changes: listChanges(xml, after), onlyThese }, after }
}

// A CDATA section that had to be cut stays cut.
function oneSection(xml: string): string {
  return xml.replaceAll(']]><![CDATA[', '')
}

// The edited file is read as any other, and tag and correction are taken away again.
function takenBack(after: string, file: string, edited: readonly CanonicalLetter[]): string | null {
  const decoded = decodeTei(after, file)
  if (!decoded.ok) return null
  const letters = decoded.letters.map(({ letter }, index) => withoutSample(letter, edited[index]!))
  const patched = patchTei(after, letters, decoded.entities)
  return patched.ok ? patched.xml : null
}

function lines(outcome: Outcome): string[] {
  const { file, result } = outcome
  if (result === 'unread') return [`${file}: not read: ${outcome.reason}`]
  if (result === 'differs') {
    const { line, column, before, after } = outcome.difference
    const show = (text: string) => JSON.stringify(text)
    return [
      `${file}: differs at ${line}:${column}`,
      `  came:  ${show(before)}`,
      `  goes:  ${show(after)}`,
    ]
  }
  const { edited, valid } = outcome
  const said = (is: boolean) => (is ? 'yes' : 'no')
  const checked = valid
    ? `; valid before: ${said(valid.before)}, valid after: ${said(valid.after)}`
    : ''
  if (!edited) return [`${file}: same${checked}`]
  const verdict = edited.onlyThese ? 'nothing else' : 'MORE than was asked for'
  const places = edited.changes.map(({ line, after }) => `  ${line}: ${after}`)
  return [
    `${file}: same; ${edited.letters} of ${outcome.letters} letters edited, ${edited.changes.length} places changed, ${verdict}${checked}`,
    ...places,
  ]
}
