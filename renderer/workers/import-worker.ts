import { pairLetters } from '../../shared/import/languages/pair-letters.ts'
import { readPage } from '../../shared/import/read-page.ts'
import { idNameOf } from '../../shared/import/review/id-name.ts'
import { openSources } from '../../shared/import/source/open-sources.ts'
import type { PageSource, Source, TeiSource } from '../../shared/import/source/source.ts'
import { decodeTei } from '../../shared/tei/decode/decode-tei.ts'
import { readDocx } from '../session/read-docx.ts'
import type { ImportMessage, ImportQuestion } from './import-messages.ts'

/** Letters go to the window in portions: taking one up must not hold it up. */
const PORTION = 200

const answer = (message: ImportMessage): void => self.postMessage(message)

function readPageSource(source: PageSource, question: ImportQuestion, used: Set<string>): void {
  const { rules, idNames } = question
  const idName = idNames[source.name] ?? idNameOf(source.name, used)
  const page = readPage(source.text, idName, {
    hints: source.hints,
    ...(rules === null ? {} : { rules }),
  })
  const { outside, letters } = page
  const pairings = page.pairings.length > 0 ? page.pairings : pairLetters(letters)
  answer({ type: 'page', source, idName, outside, pairings })
  for (let at = 0; at < letters.length; at += PORTION)
    answer({ type: 'letters', letters: letters.slice(at, at + PORTION) })
}

function readTei(source: TeiSource): void {
  const { name, bytes, encoding, notes, xml } = source
  const read = decodeTei(xml, name)
  if (!read.ok) {
    const { line, column, message } = read
    const refused = { kind: 'refused', name, bytes, code: 'tei', message, line, column } as const
    answer({ type: 'refused', source: refused })
    return
  }
  const { letters, ok: _, ...rest } = read
  const file = { name, bytes, encoding, notes, ...rest }
  answer({ type: 'tei', file })
  for (let at = 0; at < letters.length; at += PORTION)
    answer({ type: 'tei-letters', letters: letters.slice(at, at + PORTION) })
}

function readSource(source: Source, question: ImportQuestion, used: Set<string>): void {
  if (source.kind === 'page') readPageSource(source, question, used)
  else if (source.kind === 'tei') readTei(source)
  else answer({ type: 'refused', source })
}

async function readAll(question: ImportQuestion): Promise<void> {
  const used = new Set<string>()
  const sources = openSources(question.files, {
    encodings: question.encodings,
    docx: readDocx,
    progress: (done, total, name) => answer({ type: 'progress', done, total, name }),
  })
  for await (const source of sources) readSource(source, question, used)
  answer({ type: 'end' })
}

self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  readAll(data).catch((cause: unknown) => answer({ type: 'failed', message: String(cause) }))
})
