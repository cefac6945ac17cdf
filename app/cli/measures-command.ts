import { type NameOfPerson, namesOfPeople } from '../../shared/exchange/names-of-people.ts'
import { collectMeasures, type Measures } from '../../shared/translate/measures/collect-measures.ts'
import { measureLetter } from '../../shared/translate/measures/measure-letter.ts'
import { measuresJson } from '../../shared/translate/measures/measures-json.ts'
import {
  type CorrectionCounts,
  densityOf,
  type Tally,
  wordEditRate,
} from '../../shared/translate/measures/tally.ts'
import { readLetters } from './read-letters.ts'
import type { Terminal } from './terminal.ts'

/** Counts the corrections in letters and prints a table, or JSON; gives the exit code. */
export async function measuresCommand(
  files: readonly string[],
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const { letters, people, complete } = await readLetters(files, terminal)
  const measures = collectMeasures(letters.map(measureLetter))
  const nameOf = namesOfPeople(people)
  const text = json
    ? `${JSON.stringify(measuresJson(measures, nameOf), null, 2)}\n`
    : tables(measures, nameOf)
  await terminal.say(text)
  return complete ? 0 : 2
}

type Row = readonly string[]

function tables({ collection, letters, editors }: Measures, nameOf: NameOfPerson): string {
  const byLetter = table(
    ['letter', ...COUNTS, 'word edit rate'],
    [
      ...letters.map(({ letter, tally }) => [letter, ...counts(tally), rate(tally)]),
      ['all', ...counts(collection), rate(collection)],
    ],
  )
  const byEditor = table(
    ['editor', ...COUNTS],
    editors.map(({ editor, counts: own }) => {
      const name = nameOf(editor)
      return [name ? `${name} (${editor})` : editor, ...counts(own)]
    }),
  )
  const { byCategory, bySeverity, byVerdict, byCheck, words } = collection
  const kinds = [
    ['category', byCategory],
    ['severity', bySeverity],
    ['verdict', byVerdict],
    ['check', byCheck],
  ] as const
  const byKind = kinds.flatMap(([kind, found]) => {
    const rows = Object.entries<number>(found).filter(([, count]) => count > 0)
    const lines = rows.map(([name, count]) => [name, `${count}`, density(count, words), `${words}`])
    return lines.length === 0 ? [] : [table([kind, 'corrections', 'per 1,000', 'words'], lines)]
  })
  return [byLetter, ...(editors.length === 0 ? [] : [byEditor]), ...byKind].join('\n')
}

const COUNTS = ['words', 'corrections', 'per 1,000', 'guessed category', 'refused', 'disputed']

function counts({ words, corrections, guessed, byVerdict }: CorrectionCounts): string[] {
  const { refused, disputed } = byVerdict
  const last = [guessed, refused, disputed].map(String)
  return [`${words}`, `${corrections}`, density(corrections, words), ...last]
}

function density(count: number, words: number): string {
  return densityOf(count, words)?.toFixed(1) ?? '–'
}

function rate(tally: Tally): string {
  return wordEditRate(tally)?.toFixed(3) ?? '–'
}

function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length), 0))
  const line = (row: Row): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()
  return `${[head, ...rows].map(line).join('\n')}\n`
}
