import type { LetterEditor } from '../../editor/letter-editor.ts'

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’][\p{L}\p{N}\p{M}]+)*/gu

/** The word at the cursor as it reads after correction (struck-out text left aside), '' where the cursor touches none. */
export function wordAt(state: LetterEditor['view']['state']): string {
  const { $head } = state.selection
  const { parent } = $head
  let text = ''
  let cursor = 0
  parent.forEach((node, offset) => {
    const struck = node.marks.some((mark) => mark.type.name === 'deletion')
    const piece = node.isText && !struck ? (node.text ?? '') : ''
    const inside = $head.parentOffset - offset
    if (inside > 0) cursor = text.length + Math.min(piece.length, inside)
    // An atom ends a word.
    text += node.isText ? piece : ' '
  })
  for (const match of text.matchAll(WORD))
    if (match.index <= cursor && match.index + match[0].length >= cursor) return match[0]
  return ''
}
