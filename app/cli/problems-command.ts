import type { CheckContext } from '../../shared/check/check-context.ts'
import type { CheckId } from '../../shared/check/check-id.ts'
import { checkLetter } from '../../shared/check/check-letter.ts'
import { addFacts, letterFactsForChecks, NO_FACTS } from '../../shared/check/collection-facts.ts'
import type { Finding, Problem } from '../../shared/check/problem.ts'
import { lettersFromPage } from '../../shared/import/letters-from-page.ts'
import type { TeiSource } from '../../shared/import/source/source.ts'
import type { CanonicalLetter, Side } from '../../shared/letter/canonical.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'
import { type LineOfBlock, pageLines, teiLines } from './block-lines.ts'
import { readPages } from './read-pages.ts'
import { readTeiFiles } from './read-tei-files.ts'
import type { Terminal } from './terminal.ts'
import { visibleWords } from './visible-words.ts'

/** A passage: its words, where it lies in its block's text (UTF-16 units), and the 1-based line of the file. */
interface PassageJson {
  readonly line: number
  readonly quote: string
  readonly from: number
  readonly to: number
}

/** A problem as `epistula problems --json` prints it; `side` only where it is one of the original. */
interface ProblemJson extends PassageJson, Omit<Finding, 'evidence' | 'rule'> {
  readonly letter: string
  readonly check: CheckId
  readonly side?: 'original'
  readonly evidence?: PassageJson
}

/** Checks the text of the letters of pages and TEI files and prints what was found, as a table or as JSON; gives the exit code. */
export async function problemsCommand(
  files: readonly string[],
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const { letters, entities, complete } = await readSources(files, terminal)
  const collection = addFacts(
    NO_FACTS,
    letters.map(({ letter }) => letterFactsForChecks(letter)),
  )
  const context: CheckContext = { translation: NO_TRANSLATION_SET, entities, collection }
  const found = letters.flatMap((one) =>
    checkLetter(one.letter, context).flatMap((problem) => problemJson(problem, one) ?? []),
  )
  await terminal.say(json ? `${JSON.stringify(found, null, 2)}\n` : table(found))
  return complete ? 0 : 2
}

interface PlacedLetter {
  readonly letter: CanonicalLetter
  readonly lineOf: LineOfBlock
}

async function readSources(files: readonly string[], terminal: Terminal) {
  const sources: TeiSource[] = []
  const { pages, complete } = await readPages(files, terminal, undefined, (source) => {
    sources.push(source)
  })
  const fromPages = pages.flatMap((page): PlacedLetter[] =>
    lettersFromPage(page, { name: page.source, format: 'text' }).map((letter) => ({
      letter,
      lineOf: pageLines(page, letter),
    })),
  )
  const tei = readTeiFiles(sources)
  for (const fault of tei.faults) terminal.warn(fault)
  const lines = new Map(sources.flatMap(({ xml, name }) => [...teiLines(xml, name)]))
  const fromTei = tei.letters.map((letter): PlacedLetter => {
    const lineOf = lines.get(letter.id)
    return { letter, lineOf: lineOf ?? (() => 1) }
  })
  return {
    letters: [...fromPages, ...fromTei],
    entities: tei.entities,
    complete: complete && tei.faults.length === 0,
  }
}

function problemJson({ range, side, finding }: Problem, placed: PlacedLetter): ProblemJson | null {
  if (!range || !finding) return null
  const { evidence, rule: _rule, check, proposal, category, severity, confidence } = finding
  const basis = evidence && passage(evidence, 'original', placed)
  return {
    letter: placed.letter.id,
    check,
    ...passage(range, side, placed),
    proposal,
    category,
    severity,
    confidence,
    ...(side === 'original' && { side }),
    ...(basis && { evidence: basis }),
  }
}

function passage(
  { block, from, to }: MachineRange,
  side: Side,
  { letter, lineOf }: PlacedLetter,
): PassageJson {
  const text = letter[side]?.machine.blocks.find(({ id }) => id === block)?.text ?? ''
  return { line: lineOf(side, block), quote: text.slice(from, to), from, to }
}

const TITLES = ['Letter', 'Line', 'Check', 'Words', 'Proposal', 'Sure']

function table(found: readonly ProblemJson[]): string {
  const rows = [
    TITLES,
    ...found.map(({ letter, line, check, quote, proposal, confidence }) => [
      letter,
      `${line}`,
      check,
      visibleWords(quote),
      proposal === null ? '–' : proposal === '' ? '(strike out)' : visibleWords(proposal),
      `${Math.round(confidence * 100)} %`,
    ]),
  ]
  const widths = TITLES.map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)))
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  )
  const count = found.length === 1 ? '1 problem' : `${found.length} problems`
  return `${lines.join('\n')}\n\n${count}\n`
}
