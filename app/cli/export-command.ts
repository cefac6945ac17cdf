import { join } from 'node:path'
import { type ExchangeFile, exchangeFiles } from '../../shared/exchange/exchange-files.ts'
import type { ExchangeForm } from '../../shared/exchange/exchange-forms.ts'
import { w3cMoment } from '../../shared/tei/w3c-date.ts'
import { writeWhole } from '../files/write-whole.ts'
import { dayOfExport } from './day-of-export.ts'
import { placeOf, systemReason } from './read-input.ts'
import { readLetters } from './read-letters.ts'
import type { Terminal } from './terminal.ts'

/** What `export` was asked for; without `out` the file is printed. */
export interface ExportRequest {
  readonly files: readonly string[]
  readonly form: ExchangeForm
  readonly out: string | undefined
  readonly date: string | undefined
}

/** Writes the letters of files in a form for other programs; gives the exit code. */
export async function exportCommand(
  request: ExportRequest,
  version: string,
  terminal: Terminal,
): Promise<number> {
  const date = w3cMoment(request.date ?? dayOfExport())
  if (date === undefined) {
    terminal.warn(`--date ${request.date} is no date; give a day such as 2026-11-21`)
    return 2
  }
  const { letters, entities, people, complete } = await readLetters(request.files, terminal)
  const unread = complete ? 0 : 2
  const content = { letters, entities, editors: people, terms: [] }
  const result = exchangeFiles(request.form, content, { date, version, title: 'Letters' })
  if (!result.ok) {
    terminal.warn(`${result.message}; nothing is written`)
    return Math.max(unread, 1)
  }
  if (result.without > 0)
    terminal.warn(`letters without pairs of sentences, which are left out: ${result.without}`)
  return Math.max(unread, await give(request.out, result.files, terminal))
}

async function give(
  out: string | undefined,
  files: readonly ExchangeFile[],
  terminal: Terminal,
): Promise<number> {
  const [only] = files
  const isFile = out !== undefined && /\.(tmx|xlf|xliff|tbx|csv|xml)$/i.test(out)
  if ((isFile || out === undefined) && files.length > 1) {
    terminal.warn('the letters have several pairs of languages, a file for each: name a folder')
    return 2
  }
  if (out === undefined) {
    await terminal.say(only?.text ?? '')
    return 0
  }
  const encoder = new TextEncoder()
  const place = placeOf(out)
  try {
    await writeWhole(
      files.map(({ name, text }) => ({
        path: isFile ? place : join(place, name),
        bytes: encoder.encode(text),
      })),
    )
    return 0
  } catch (cause) {
    terminal.warn(`${out} cannot be written: ${systemReason(cause)}`)
    return 2
  }
}
