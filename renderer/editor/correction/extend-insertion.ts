import type { Mark, Node, ResolvedPos } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'
import { sharedEdges } from '../../../shared/translate/words.ts'
import { type Draft, putRecord } from '../draft.ts'
import type { EditorContext } from '../editor-context.ts'
import { guess } from './guess.ts'
import { isOpenTo } from './proposed-again.ts'
import type { Edit } from './region.ts'

/**
 * The short way of typing: one more letter or digit in a word that is inserted text already, or one more space, comma or
 * semicolon, or the beginning of a word, in text that only an insertion holds. Gives false, with nothing done, wherever words
 * could be joined, cut or become equal to the machine's: that is the work of `correct`, whose result this is in the cases it
 * takes.
 */
export function extendInsertion(draft: Draft, edit: Edit, context: EditorContext): boolean {
  if (edit.from !== edit.to || !/^[\p{L}\p{N} ,;]$/u.test(edit.text)) return false
  const $at = draft.tr.doc.resolve(edit.from)
  const before = $at.nodeBefore
  const record = recordOf(draft, before, context.author())
  if (!before || !record || !isFreeBefore($at, before, edit.text)) return false
  if (!isFreeBehind($at, record.id, edit.text)) return false
  if (!standsAlone($at.parent, record.id)) return false
  const words = wordsOf($at, record.id, edit.text)
  if (sharesWords(words)) return false
  const end = edit.from + edit.text.length
  draft.tr.insert(edit.from, letterSchema.text(edit.text, before.marks))
  draft.tr.setSelection(TextSelection.create(draft.tr.doc, end)).scrollIntoView()
  const category = record.guessed === true ? guess(context, words) : record.category
  if (category !== record.category)
    putRecord(draft, 'corrections', record.id, { ...record, category })
  return true
}

function recordOf(draft: Draft, before: Node | null, author: string): CorrectionRecord | null {
  const id = before && insertionOf(before)
  const record = id ? draft.base.corrections[id] : undefined
  return record && !isHeld(record) && isOpenTo(record, author) ? record : null
}

// A word goes on; or something new begins within inserted text, or at the end of text that is inserted and nothing else (a
// space or a sign may end a tag), but not right behind a sign that may join it to a word of the machine, as the comma of a
// number does.
function isFreeBefore($at: ResolvedPos, { text = '', marks }: Node, typed: string): boolean {
  const isInWord = /[\p{L}\p{N}]$/u.test(text)
  if (isInWord && /[\p{L}\p{N}]/u.test(typed)) return true
  if (marks.length > 1 && !isWithin($at, typed)) return false
  return isInWord || /\s$/u.test(text) || (/[,;]$/.test(text) && !/\p{N}/u.test(typed))
}

// Equal characters up to the end count as the end: which of them is the new one cannot be told.
function isWithin($at: ResolvedPos, typed: string): boolean {
  return $at.textOffset > 0 && $at.nodeAfter?.text?.replaceAll(typed, '') !== ''
}

function isHeld(record: CorrectionRecord): boolean {
  return record.category === 'reference' && record.guessed !== true
}

function insertionOf(node: Node): string | null {
  const mark = node.marks.find(({ type }) => type === letterSchema.marks.insertion)
  return node.isText && mark ? idOf(mark) : null
}

// Behind the cursor the word ends within the insertion, or plain machine text follows with something that joins no word.
function isFreeBehind($at: ResolvedPos, id: string, typed: string): boolean {
  const after = $at.nodeAfter
  if (!after) return true
  if (insertionOf(after) !== id) return joinsNoWord(after, typed)
  if (/\s/u.test(after.text ?? '')) return true
  const next = $at.parent.maybeChild($at.index() + 1)
  return !next || joinsNoWord(next, typed)
}

function joinsNoWord(node: Node, typed: string): boolean {
  if (!node.isText || correctionOf(node)) return false
  return (/\p{L}/u.test(typed) ? /^[\s.,;:!?)]/u : /^\s/u).test(node.text ?? '')
}

// Corrections that touch each other become one when either is typed in.
function standsAlone(block: Node, id: string): boolean {
  let last: string | null = null
  for (const node of block.children) {
    const mark = correctionOf(node)
    const now = mark && idOf(mark)
    if (last !== null && now !== null && last !== now && (last === id || now === id)) return false
    last = now
  }
  return true
}

const CONTEXT_LENGTH = 80

// What the correction strikes out, what it will read with the typed text, and what is read right before it.
function wordsOf($at: ResolvedPos, id: string, typed: string) {
  const { children } = $at.parent
  const words = { before: '', after: '' }
  let first = children.length
  let caret = $at.parentOffset
  for (const [index, node] of children.entries()) {
    const mark = correctionOf(node)
    const text = node.text ?? ''
    if (mark && idOf(mark) === id) {
      first = Math.min(first, index)
      if (mark.type === letterSchema.marks.deletion) words.before += text
      else if (caret > 0 && caret <= text.length)
        words.after += text.slice(0, caret) + typed + text.slice(caret)
      else words.after += text
    }
    caret -= node.nodeSize
  }
  return { ...words, preceding: precedingText(children, first) }
}

function correctionOf(node: Node): Mark | null {
  const { insertion, deletion } = letterSchema.marks
  for (const mark of node.marks) if (mark.type === insertion || mark.type === deletion) return mark
  return null
}

function precedingText(children: readonly Node[], end: number): string {
  let text = ''
  for (let i = end - 1; i >= 0 && text.length < CONTEXT_LENGTH; i--) {
    const node = children[i] as Node
    if (correctionOf(node)?.type !== letterSchema.marks.deletion) text = (node.text ?? '') + text
  }
  return text.slice(-CONTEXT_LENGTH)
}

function sharesWords({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === '') return false
  const { start, end } = sharedEdges(before, after)
  return start > 0 || end > 0
}
