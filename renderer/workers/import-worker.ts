import { decodePage } from '../../shared/import/decode-page.ts'
import { readPage } from '../../shared/import/read-page.ts'
import { idNameOf } from '../../shared/import/review/id-name.ts'
import type { PageSource, Source, SourceInput } from '../../shared/import/source/source.ts'
import type { ImportMessage, ImportQuestion } from './import-messages.ts'

/** Letters go to the window in portions: taking one up must not hold it up. */
const PORTION = 200

const answer = (message: ImportMessage): void => self.postMessage(message)

function openSource({ name, bytes }: SourceInput): Source {
  const decoded = decodePage(bytes)
  if (!decoded.ok)
    return { kind: 'refused', name, bytes, code: decoded.code, message: decoded.message }
  const hints = { lines: [], callouts: [], notes: [] }
  const { text, encoding, notes } = decoded
  return {
    kind: 'page',
    name,
    bytes,
    format: 'text',
    encoding,
    confidence: 1,
    alternatives: [],
    text,
    hints,
    notes,
  }
}

function readSource(source: PageSource, question: ImportQuestion, used: Set<string>): void {
  const { rules, idNames } = question
  const idName = idNames[source.name] ?? idNameOf(source.name, used)
  const page = readPage(source.text, idName, {
    hints: source.hints,
    ...(rules === null ? {} : { rules }),
  })
  const { outside, pairings, letters } = page
  answer({ type: 'page', source, idName, outside, pairings })
  for (let at = 0; at < letters.length; at += PORTION)
    answer({ type: 'letters', letters: letters.slice(at, at + PORTION) })
}

async function readAll(question: ImportQuestion): Promise<void> {
  const used = new Set<string>()
  for (const [done, file] of question.files.entries()) {
    answer({ type: 'progress', done, total: question.files.length, name: file.name })
    const source = openSource(file)
    if (source.kind === 'refused') answer({ type: 'refused', source })
    if (source.kind === 'page') readSource(source, question, used)
  }
  answer({ type: 'end' })
}

self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => {
  readAll(data).catch((cause: unknown) => answer({ type: 'failed', message: String(cause) }))
})
