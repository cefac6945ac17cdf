import type { Node, ResolvedPos } from 'prosemirror-model'
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
 * The short way of typing: one more letter in a word that is inserted text already, or one more space in words that only
 * an insertion holds. Gives false, with nothing done, wherever words could be joined, cut or become equal to the machine's:
 * that is the work of `correct`, whose result this is in the cases it takes.
 */
export function extendInsertion(draft: Draft, edit: Edit, context: EditorContext): boolean {
  if (edit.from !== edit.to || !/^(?:\p{L}| )$/u.test(edit.text)) return false
  const $at = draft.tr.doc.resolve(edit.from)
  const before = $at.nodeBefore
  const record = recordOf(draft, before, context.author())
  if (!before || !record || !isFreeBefore(before, edit.text) || !isFreeBehind($at, record.id))
    return false
  if (!standsAlone($at.parent, record.id)) return false
  const words = wordsOf($at, record.id, edit.text)
  if (edit.text === ' ' ? words.before !== '' : sharesWords(words)) return false
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

// A sign of the insertion may stand right behind a word of the machine that a letter would now join; a space may end a tag.
function isFreeBefore(before: Node, typed: string): boolean {
  return /[\p{L}\s]$/u.test(before.text ?? '') && (typed !== ' ' || before.marks.length === 1)
}

function isHeld(record: CorrectionRecord): boolean {
  return record.category === 'reference' && record.guessed !== true
}

function insertionOf(node: Node): string | null {
  const mark = node.marks.find(({ type }) => type === letterSchema.marks.insertion)
  return node.isText && mark ? idOf(mark) : null
}

// Behind the cursor the word ends within the insertion, or plain machine text follows with something that joins no word.
function isFreeBehind($at: ResolvedPos, id: string): boolean {
  const after = $at.nodeAfter
  if (!after) return true
  if (insertionOf(after) !== id) return joinsNoWord(after)
  if (/\s/u.test(after.text ?? '')) return true
  const next = $at.parent.maybeChild($at.index() + 1)
  return !next || joinsNoWord(next)
}

function joinsNoWord(node: Node): boolean {
  const { insertion, deletion } = letterSchema.marks
  if (!node.isText || node.marks.some(({ type }) => type === insertion || type === deletion))
    return false
  return /^[\s.,;:!?)]/u.test(node.text ?? '')
}

// Corrections that touch each other become one when either is typed in.
function standsAlone(block: Node, id: string): boolean {
  let last: string | null = null
  let alone = true
  block.forEach((node) => {
    const now = correctionOf(node)
    if (last !== null && now !== null && last !== now && (last === id || now === id)) alone = false
    last = now
  })
  return alone
}

function correctionOf(node: Node): string | null {
  const { insertion, deletion } = letterSchema.marks
  const mark = node.marks.find(({ type }) => type === insertion || type === deletion)
  return mark ? idOf(mark) : null
}

const CONTEXT_LENGTH = 80

// What the correction strikes out, what it will read with the typed text, and what is read right before it.
function wordsOf($at: ResolvedPos, id: string, typed: string) {
  const { insertion, deletion } = letterSchema.marks
  const words = { before: '', after: '', preceding: '' }
  const caret = $at.parentOffset
  $at.parent.forEach((node, offset) => {
    if (!node.isText) return
    const text = node.text as string
    const end = offset + text.length
    const [mark] = node.marks.filter(({ type }) => type === insertion || type === deletion)
    if (mark && idOf(mark) === id) {
      if (mark.type === deletion) words.before += text
      else if (offset < caret && caret <= end)
        words.after += text.slice(0, caret - offset) + typed + text.slice(caret - offset)
      else words.after += text
    } else if (words.before === '' && words.after === '' && mark?.type !== deletion)
      words.preceding += text
  })
  return { ...words, preceding: words.preceding.slice(-CONTEXT_LENGTH) }
}

function sharesWords({ before, after }: { readonly before: string; readonly after: string }) {
  if (before === '') return false
  const { start, end } = sharedEdges(before, after)
  return start > 0 || end > 0
}
