import type { Term } from '../translate/translation-set.ts'
import { readSource } from '../xml/source/read-source.ts'
import {
  eachSourceElement,
  lineAndColumn,
  type SourceElement,
  sourceElements,
  sourcePath,
  sourceText,
} from '../xml/source/source-tree.ts'
import type { TermLanguages } from './encode-tbx.ts'
import { languageOf, readConcept, type TbxConcept } from './tbx-concept.ts'
import { termsOfConcept } from './terms-of-concept.ts'

/** A concept that is no entry of the glossary: the line in which it begins (1-based), why, and its words. */
export interface LeftOutConcept {
  readonly line: number
  readonly cause: 'no-original' | 'no-translation' | 'name'
  readonly words: string
}

/** Information of a kind that an entry of the glossary has no place for, and how often it stands there. */
export interface PassedOver {
  readonly name: string
  readonly count: number
}

/** The entries of a termbase with what is not in them, or the first place where it is none and why. */
export type DecodedTbx =
  | {
      readonly ok: true
      readonly terms: readonly Term[]
      readonly leftOut: readonly LeftOutConcept[]
      readonly passedOver: readonly PassedOver[]
    }
  | {
      readonly ok: false
      readonly code: 'xml' | 'not-tbx' | 'no-concepts' | 'no-language' | 'no-term'
      readonly line: number
      readonly message: string
    }

/**
 * Reads a termbase: TBX of ISO 30042:2019, categories as attributes or as elements (DCA, DCT), and the older TBX with the root
 * `martif` (ISO 30042:2008). A concept is an entry for each of its terms in the language of the original: its preferred rendering
 * (else the first), those admitted, and as forbidden those deprecated or superseded; notes and definitions are the note. Languages
 * are told by their first subtag. Ids are made by `newId`. Nothing throws; where there is a fault nothing is taken.
 */
export function decodeTbx(xml: string, languages: TermLanguages, newId: () => string): DecodedTbx {
  const read = readSource(xml)
  if (!read.ok) {
    const { line, column, message } = read
    return { ok: false, code: 'xml', line, message: `column ${column}: ${message}` }
  }
  const { root } = read.source
  const fault = findFault(root)
  if (fault) {
    const { code, at, message } = fault
    return { ok: false, code, line: lineAndColumn(xml, at).line, message }
  }
  return takeConcepts(xml, root, languages, newId)
}

function takeConcepts(
  xml: string,
  root: SourceElement,
  languages: TermLanguages,
  newId: () => string,
): DecodedTbx {
  const isOurs = isMadeHere(root)
  const lineOf = linesInOrder(xml)
  const terms: Term[] = []
  const leftOut: LeftOutConcept[] = []
  const counts = new Map<string, number>()
  for (const element of conceptsOf(root)) {
    const concept = readConcept(element, languages, isOurs)
    for (const name of concept.passedOver) counts.set(name, (counts.get(name) ?? 0) + 1)
    const cause = whyLeftOut(concept, isOurs)
    if (cause === null) terms.push(...termsOfConcept(concept, newId))
    else leftOut.push({ line: lineOf(element.from), cause, words: wordsOf(concept) })
  }
  const passedOver = [...counts].map(([name, count]) => ({ name, count }))
  return { ok: true, terms, leftOut, passedOver }
}

function conceptsOf(root: SourceElement): readonly SourceElement[] {
  const body = sourcePath(root, 'text', 'body')
  if (!body) return []
  return sourceElements(body).filter(({ local }) => /^(conceptEntry|termEntry)$/.test(local))
}

interface Fault {
  readonly code: 'not-tbx' | 'no-concepts' | 'no-language' | 'no-term'
  readonly at: number
  readonly message: string
}

function findFault(root: SourceElement): Fault | null {
  if (!/^(tbx|martif)$/.test(root.local))
    return { code: 'not-tbx', at: root.from, message: `the root is <${root.name}>` }
  const concepts = conceptsOf(root)
  if (concepts.length === 0) {
    const message = 'there is no concept (conceptEntry, termEntry) in text/body'
    return { code: 'no-concepts', at: root.from, message }
  }
  for (const concept of concepts)
    for (const element of eachSourceElement(concept)) {
      const { local, name, from } = element
      if (/^lang(Sec|Set)$/.test(local) && languageOf(element) === '')
        return { code: 'no-language', at: from, message: `<${name}> has no xml:lang` }
      const isSection = /^(termSec|n?tig)$/.test(local)
      if (isSection && !eachSourceElement(element).some((one) => one.local === 'term'))
        return { code: 'no-term', at: from, message: `<${name}> has no <term>` }
    }
  return null
}

// Names of the registers go out too, and are told from terms by their part of speech.
function whyLeftOut(concept: TbxConcept, isOurs: boolean): LeftOutConcept['cause'] | null {
  const { originals, renderings } = concept
  const all = [...originals, ...renderings]
  if (isOurs && all.length > 0 && all.every(({ isNoun }) => isNoun)) return 'name'
  if (originals.length === 0) return 'no-original'
  return renderings.some(({ status }) => status !== 'forbidden') ? null : 'no-translation'
}

function wordsOf({ originals, renderings, others }: TbxConcept): string {
  const words = [...originals, ...renderings].map((form) => form.words)
  return (words.length > 0 ? words : others).join(', ')
}

function isMadeHere(root: SourceElement): boolean {
  const header = sourcePath(root, 'tbxHeader')
  return header !== undefined && /Made with Epistula /u.test(sourceText(header))
}

/** Lines of offsets that are asked for in their order. */
function linesInOrder(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    line += lineAndColumn(text.slice(at, offset), offset - at).line - 1
    at = offset
    return line
  }
}
