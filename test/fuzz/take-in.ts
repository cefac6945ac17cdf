import { readDocx } from '../../app/cli/read-docx.ts'
import { readPage } from '../../shared/import/read-page.ts'
import { openSources } from '../../shared/import/source/open-sources.ts'
import type { Source } from '../../shared/import/source/source.ts'
import { decodeTei } from '../../shared/tei/decode/decode-tei.ts'
import type { Seed } from './hostile-seeds.ts'

/** How many sources of each kind a file gave. */
export type Taken = Record<Source['kind'], number>

function checkRefusal(source: Source): void {
  if (source.kind !== 'refused') return
  const { code, message } = source
  if (!/^[a-z-]+$/i.test(code) || !/\.$/.test(message) || message.length > 2000)
    throw new Error(`A refusal is no sentence: ${JSON.stringify({ code, message })}`)
}

function checkPlaces(source: Source): void {
  if (source.kind !== 'page') return
  const { text, hints } = source
  if (!text.isWellFormed() || text.includes('\r')) throw new Error('A page is not clean')
  const lines = text.split('\n')
  for (const { line, from, to, n } of hints.callouts)
    if (lines[line - 1]?.slice(from, to) !== n) throw new Error(`No callout at ${line}:${from}`)
}

/** Takes a file in as the window does: opens it, recognises letters, decodes TEI. Throws where anything does that may not. */
export async function takeIn(file: Seed): Promise<Taken> {
  const taken: Taken = { page: 0, tei: 0, refused: 0 }
  for await (const source of openSources([file], { docx: readDocx })) {
    taken[source.kind]++
    checkRefusal(source)
    checkPlaces(source)
    if (source.kind === 'page') readPage(source.text, source.name, { hints: source.hints })
    if (source.kind === 'tei') decodeTei(source.xml, source.name)
  }
  if (taken.page + taken.tei + taken.refused === 0) throw new Error('A file gave nothing')
  return taken
}
