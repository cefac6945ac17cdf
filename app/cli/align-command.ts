import { decodePage } from '../../shared/import/decode-page.ts'
import { type AlignedTexts, alignPlainTexts } from '../../shared/translate/align-plain-texts.ts'
import { readInput } from './read-input.ts'
import type { Terminal } from './terminal.ts'

/** Aligns an original and its translation sentence by sentence and prints the pairs; gives the exit code. */
export async function alignCommand(
  files: { readonly original: string; readonly translation: string },
  languages: { readonly original: string; readonly translation: string },
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const original = await readText(files.original, terminal)
  const translation = await readText(files.translation, terminal)
  if (original === null || translation === null) return 2
  const aligned = alignPlainTexts(original, translation, languages)
  await terminal.say(json ? `${JSON.stringify(aligned, null, 2)}\n` : sideBySide(aligned))
  return 0
}

async function readText(file: string, terminal: Terminal): Promise<string | null> {
  const input = await readInput(file)
  const decoded = input.ok ? decodePage(input.bytes) : null
  if (decoded?.ok) return decoded.text
  const reason = input.ok ? (decoded?.ok === false ? decoded.message : '') : input.reason
  terminal.warn(`${file}: ${reason}`)
  return null
}

function sideBySide({ original, translation, pairs }: AlignedTexts): string {
  return pairs
    .map((pair) => {
      const ours = pair.original.map((i) => original[i]?.text).join(' ')
      const theirs = pair.translation.map((i) => translation[i]?.text).join(' ')
      const sure = String(Math.round(pair.confidence * 100)).padStart(3)
      return `${sure} %  ${ours || '–'}\n       ${theirs || '–'}\n\n`
    })
    .join('')
}
