import type { CanonicalLetter, Side } from '../letter/canonical.ts'
import { machineString } from '../letter/machine-text.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { writeXml, type XmlDraftElement } from '../xml/write-xml.ts'
import { attributeOf, childElements, type XmlElement } from '../xml/xml-element.ts'
import { encodeCmif } from './encode-cmif.ts'
import { encodeCorpus } from './encode-corpus.ts'
import { encodeLetter } from './encode-letter.ts'
import type { EncodeProblem, ExportContext } from './letter-encoding.ts'
import { machineView } from './machine-view.ts'
import type { TeiProblem } from './tei-problem.ts'
import { isPlainName } from './xml-ids.ts'

/** A file of an export, its name within the folder. */
export interface ExportFile {
  readonly name: string
  readonly text: string
}

/** A reason why nothing is exported: the file it would be in, and the letter where it is one letter's. */
export interface ExportProblem extends TeiProblem {
  readonly file: string
  readonly letter: string | null
}

/** The whole export, checked, with what could not be written as it is in the data; or why there is none. */
export type CollectionExport =
  | {
      readonly ok: true
      readonly files: readonly ExportFile[]
      readonly warnings: readonly EncodeProblem[]
    }
  | { readonly ok: false; readonly cancelled: boolean; readonly problems: readonly ExportProblem[] }

/** What the caller lends: the check of a file (here or in a worker), a pause for other work, and its wish to go on. */
export interface ExportSurroundings {
  readonly check: (xml: string) => readonly TeiProblem[] | Promise<readonly TeiProblem[]>
  readonly pause?: () => Promise<void>
  /** Told after each file: how many are done, of how many. */
  readonly progress?: (done: number, total: number) => void
  readonly cancelled?: () => boolean
}

/** What of an export is wanted beside the letters; both files where nothing is said. */
export interface ExportParts {
  readonly corpus: boolean
  readonly cmif: boolean
  /** Letters that have a file elsewhere: they are in the corpus and in the index, and get no file of their own here. */
  readonly elsewhere?: ReadonlySet<string>
}

class Cancelled extends Error {}

/**
 * Encodes letters as `<id>.xml`, `corpus.xml` and `cmif.xml` and checks all of it: well-formed, valid, pointers and ids
 * hold, and the machine view of every letter, alone and in the corpus, equals its machine text. Any problem, and nothing is exported.
 */
export async function exportCollection(
  letters: readonly CanonicalLetter[],
  context: ExportContext,
  surroundings: ExportSurroundings,
  parts: ExportParts = { corpus: true, cmif: true },
): Promise<CollectionExport> {
  const problems = findIdProblems(letters)
  if (problems.length > 0) return { ok: false, cancelled: false, problems }
  const files: ExportFile[] = []
  const warnings: EncodeProblem[] = []
  const own = letters.filter(({ id }) => !parts.elsewhere?.has(id))
  const total = own.length + Number(parts.corpus) + Number(parts.cmif)
  const add = async (
    name: string,
    root: XmlDraftElement,
    of: readonly CanonicalLetter[],
  ): Promise<void> => {
    const only = of.length === 1 && name !== 'corpus.xml' ? of[0]!.id : null
    const file = await checkedFile(name, root, of, only, surroundings)
    if (file.ok) files.push(file.file)
    else problems.push(...file.problems)
    surroundings.progress?.(files.length, total)
    await surroundings.pause?.()
    if (surroundings.cancelled?.()) throw new Cancelled()
  }
  try {
    for (const letter of own) {
      const encoded = encodeLetter(letter, context, 'alone')
      warnings.push(...encoded.problems)
      await add(`${letter.id}.xml`, encoded.root, [letter])
    }
    if (parts.corpus) {
      const inCorpus = letters.map((letter) => encodeLetter(letter, context, 'in-corpus').root)
      await add('corpus.xml', encodeCorpus(letters, inCorpus, context), letters)
    }
    if (parts.cmif) await add('cmif.xml', encodeCmif(letters, context), [])
  } catch (cause) {
    if (!(cause instanceof Cancelled)) throw cause
    return { ok: false, cancelled: true, problems: [] }
  }
  return problems.length === 0
    ? { ok: true, files, warnings }
    : { ok: false, cancelled: false, problems }
}

const RESERVED = ['corpus', 'cmif']

function findIdProblems(letters: readonly CanonicalLetter[]): ExportProblem[] {
  const at = { line: 1, column: 1, path: '' }
  if (letters.length === 0) {
    return [{ ...at, file: '', letter: null, message: 'there is no letter to export' }]
  }
  const seen = new Map<string, string>()
  return letters.flatMap(({ id }) => {
    const fault = (message: string): ExportProblem[] => [
      { ...at, file: `${id}.xml`, letter: id, message },
    ]
    // File names that differ by case alone are one file on many systems.
    const name = id.toLowerCase()
    const first = seen.get(name)
    seen.set(name, id)
    if (!isPlainName(id)) return fault(`the id of the letter, “${id}”, cannot be a name in XML`)
    if (RESERVED.includes(name))
      return fault(`the id ${id} is that of a file of the whole collection`)
    if (first === undefined) return []
    return fault(
      first === id
        ? `two letters have the id ${id}`
        : `the ids ${first} and ${id} differ by case alone`,
    )
  })
}

type CheckedFile =
  | { readonly ok: true; readonly file: ExportFile }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] }

async function checkedFile(
  name: string,
  root: XmlDraftElement,
  letters: readonly CanonicalLetter[],
  letter: string | null,
  surroundings: ExportSurroundings,
): Promise<CheckedFile> {
  const written = writeXml(root)
  if (!written.ok) {
    const { message, path } = written
    return { ok: false, problems: [{ line: 1, column: 1, message, path, file: name, letter }] }
  }
  const found = [...(await surroundings.check(written.xml)), ...compareViews(written.xml, letters)]
  if (found.length === 0) return { ok: true, file: { name, text: written.xml } }
  return { ok: false, problems: found.map((problem) => ({ ...problem, file: name, letter })) }
}

function compareViews(xml: string, letters: readonly CanonicalLetter[]): TeiProblem[] {
  if (letters.length === 0) return []
  const parsed = parseXml(xml)
  // What is not well-formed has been reported by the check.
  if (!parsed.ok) return []
  const { root } = parsed
  const elements = root.name === 'TEI' ? [root] : childElements(root, 'TEI')
  const byId = new Map(elements.map((element) => [attributeOf(element, 'xml:id'), element]))
  return letters.flatMap((letter) => {
    const element = byId.get(letter.id)
    if (!element)
      return [{ ...placeOf(root), message: `the letter ${letter.id} is not in the file` }]
    return compareSides(letter, element)
  })
}

function compareSides(letter: CanonicalLetter, element: XmlElement): TeiProblem[] {
  const sides: readonly Side[] = letter.original ? ['translation', 'original'] : ['translation']
  return sides.flatMap((side) => {
    const wanted = machineString(letter[side]!.machine)
    const given = machineView(element, side)
    if (given === wanted) return []
    const message = `the machine text of the ${side} of ${letter.id} does not come back as it was`
    return [{ ...placeOf(element), message }]
  })
}

function placeOf(element: XmlElement): Omit<TeiProblem, 'message'> {
  return { line: element.line, column: element.column, path: element.name }
}
