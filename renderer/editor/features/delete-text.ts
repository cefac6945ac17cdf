import { NodeSelection } from 'prosemirror-state'
import { isWord, tokens } from '../../../shared/translate/words.ts'
import { correct, stretchesBetween } from '../correction/correct.ts'
import type { Draft } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { visibleText } from '../text/visible-text.ts'

/** How much one key takes: a character as people see it, a word, or all up to the end of the paragraph. */
export type DeleteUnit = 'character' | 'word' | 'paragraph'

/** What stands beside the cursor where there is no more text to delete: a border of the block, or an atom at a position. */
export type Border = { readonly at: 'block' } | { readonly at: 'atom'; readonly pos: number }

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Deletes the selection, or what lies before (-1) or behind (1) the cursor: machine text is marked, inserted text removed. Gives the border it met instead, or whether it deleted. */
export function deleteText(
  draft: Draft,
  context: EditorContext,
  direction: -1 | 1,
  unit: DeleteUnit,
): boolean | Border {
  const { selection, doc } = draft.tr
  if (selection instanceof NodeSelection) return { at: 'atom', pos: selection.from }
  if (!selection.empty)
    return correct(draft, context, { from: selection.from, to: selection.to, text: '' })
  const stretch = stretchesBetween(draft, selection.from, selection.from)[0]
  if (!stretch) return false
  const visible = visibleText(stretch)
  const offset = visible.offsetOf(selection.from)
  const rest = direction < 0 ? visible.text.slice(0, offset) : visible.text.slice(offset)
  if (rest === '') {
    const $edge = doc.resolve(direction < 0 ? stretch.from : stretch.to)
    const isBlockEdge = $edge.parentOffset === (direction < 0 ? 0 : $edge.parent.content.size)
    if (isBlockEdge) return { at: 'block' }
    return { at: 'atom', pos: direction < 0 ? $edge.pos - 1 : $edge.pos }
  }
  const length = lengthToDelete(rest, direction, unit)
  const from = direction < 0 ? offset - length : offset
  const edit = { from: visible.before(from), to: visible.after(from + length), text: '' }
  return correct(draft, context, edit, { forward: direction > 0 })
}

function lengthToDelete(rest: string, direction: -1 | 1, unit: DeleteUnit): number {
  if (unit === 'paragraph') return rest.length
  if (unit === 'character') {
    const near = direction < 0 ? rest.slice(-64) : rest.slice(0, 64)
    const parts = [...graphemes.segment(near)]
    return (direction < 0 ? parts.at(-1) : parts[0])?.segment.length ?? 0
  }
  const parts = direction < 0 ? tokens(rest).toReversed() : tokens(rest)
  let length = 0
  for (const part of parts) {
    length += part.length
    if (isWord(part)) break
    if (part.trim() !== '' && length > part.length) break
  }
  return length
}
