import type { PageEncoding } from '../../shared/import/encodings.ts'
import { type LetterJson, type PageJson, toJson } from '../../shared/import/page-json.ts'
import { readPages } from './read-pages.ts'
import type { Terminal } from './terminal.ts'

/** Prints the letters of pages as a table for people or as JSON; gives the exit code. */
export async function lettersCommand(
  files: readonly string[],
  { json, encoding }: { readonly json: boolean; readonly encoding?: PageEncoding | undefined },
  terminal: Terminal,
): Promise<number> {
  const { pages, complete } = await readPages(files, terminal, encoding)
  const readings = pages.map((page) => ({ source: page.source, ...toJson(page) }))
  const letters = readings.flatMap((reading) => reading.letters)
  if (json) {
    // With several pages a line alone does not say where it stands.
    const outside = readings.flatMap((reading) =>
      reading.outside.map((line) =>
        readings.length > 1 ? { source: reading.source, ...line } : line,
      ),
    )
    await terminal.say(`${JSON.stringify({ letters, outside }, null, 2)}\n`)
  } else if (readings.length > 0) {
    await terminal.say(table(letters) + summary(letters, readings))
  }
  return complete ? 0 : 2
}

const WIDEST = 32
const TITLES = ['Date', 'From', 'To', 'Archive', 'Notes', 'Problems', 'Id']

function table(letters: readonly LetterJson[]): string {
  const rows = [TITLES, ...letters.map(cells)]
  const widths = TITLES.map((_, column) => Math.max(...rows.map((row) => [...row[column]!].length)))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function cells(letter: LetterJson): string[] {
  const { date, senders, recipients, archive, notes, problems, id } = letter
  const [first] = archive
  const place = first
    ? [first.repository, first.fond, first.opis, first.delo, first.leaf].filter(Boolean).join(' ')
    : '–'
  return [
    date ? dateCell(date) : '–',
    shorten(senders.join(', ') || '–'),
    shorten(recipients.join(', ') || '–'),
    shorten(archive.length > 1 ? `${place} +${archive.length - 1}` : place),
    String(notes.length),
    String(problems.length),
    id,
  ]
}

function dateCell(date: NonNullable<LetterJson['date']>): string {
  if (date.when !== undefined) return date.when
  if (date.from !== undefined) return `${date.from} – ${date.to ?? ''}`.trimEnd()
  if (date.notBefore !== undefined && date.notAfter !== undefined)
    return `${date.notBefore} … ${date.notAfter}`
  if (date.notBefore !== undefined) return `after ${date.notBefore}`
  return date.notAfter === undefined ? shorten(date.text) : `before ${date.notAfter}`
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : text
}

function summary(letters: readonly LetterJson[], readings: readonly PageJson[]): string {
  const outside = readings.reduce((sum, reading) => sum + reading.outside.length, 0)
  const problems = letters.reduce((sum, letter) => sum + letter.problems.length, 0)
  return `\n${letters.length} letters, ${problems} problems, ${outside} lines outside letters\n`
}
