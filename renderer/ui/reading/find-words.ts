import type { LetterEditor } from '../../editor/letter-editor.ts'
import { foldText } from '../fold-text.ts'

/** A place in an editor's document that begins with what was typed: whole words, as they read now, and what stands around them. */
export interface WordsPlace {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly before: string
  readonly words: string
  readonly after: string
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu
const AROUND = 28

/** The places whose words begin with what is typed (case and accents aside), those behind the cursor first, then from the start of the text; at most `limit`. Struck words are not read. */
export function findWords(
  doc: LetterEditor['view']['state']['doc'],
  typed: string,
  cursor: number,
  limit: number,
): readonly WordsPlace[] {
  const query = foldText(typed.trim())
  if (query === '') return []
  const found: WordsPlace[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    found.push(...inBlock(readBlock(node, pos + 1), query))
    return false
  })
  const next = found.findIndex(({ from }) => from >= cursor)
  const start = next < 0 ? 0 : next
  return [...found.slice(start), ...found.slice(0, start)].slice(0, limit)
}

interface ReadText {
  readonly text: string
  /** The document position of each code unit of the text. */
  readonly positions: readonly number[]
}

function readBlock(block: LetterEditor['view']['state']['doc'], start: number): ReadText {
  let text = ''
  const positions: number[] = []
  block.forEach((node, offset) => {
    if (node.marks.some(({ type }) => type.name === 'deletion')) return
    const piece = node.isText ? (node.text ?? '') : ' '
    for (let i = 0; i < piece.length; i++) positions.push(start + offset + (node.isText ? i : 0))
    text += piece
  })
  return { text, positions }
}

function inBlock({ text, positions }: ReadText, query: string): readonly WordsPlace[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  return words.flatMap(({ from }) => {
    const length = lengthOf(text, from, query)
    const last = words.findLast((word) => word.from < from + length)
    const [first, end] = [positions[from], positions[(last?.to ?? 0) - 1]]
    if (length === 0 || !last || first === undefined || end === undefined) return []
    return {
      id: String(first),
      from: first,
      to: end + 1,
      before: text.slice(Math.max(0, from - AROUND), from),
      words: text.slice(from, last.to),
      after: text.slice(last.to, last.to + AROUND),
    }
  })
}

// How much of the text from a place on says what is asked for; folding may change its length.
function lengthOf(text: string, from: number, query: string): number {
  if (!foldText(text.slice(from, from + 2 * query.length + 8)).startsWith(query)) return 0
  let length = 1
  while (foldText(text.slice(from, from + length)).length < query.length) length++
  return length
}
