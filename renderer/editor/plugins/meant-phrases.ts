import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineOffset } from '../../../shared/letter/positions.ts'
import type { DocRange } from '../text/spans.ts'
import { markedRange } from '../text/spans.ts'
import { recordsOf } from './records.ts'
import { isReplacingStroke } from './typing-run.ts'

const key = new PluginKey<readonly DocRange[]>('meantPhrases')
const MOST = 50

/**
 * Remembers, while the letter is open, which words a person or a check replaced as a whole: the correction is narrowed to those that
 * differ, and says no more by itself what was meant.
 */
export function meantPhrasesPlugin(): Plugin<readonly DocRange[]> {
  return new Plugin<readonly DocRange[]>({
    key,
    state: { init: () => [], apply: (tr, phrases, before) => follow(tr, phrases, before) },
  })
}

function follow(
  tr: Transaction,
  phrases: readonly DocRange[],
  { selection }: EditorState,
): readonly DocRange[] {
  const named = tr.getMeta(key) as DocRange | undefined
  const fresh = named ?? (isReplacingStroke(tr) && !selection.empty ? selection : null)
  if (!tr.docChanged && !fresh) return phrases
  const all = fresh ? [...phrases, { from: fresh.from, to: fresh.to }].slice(-MOST) : phrases
  return all.map(({ from, to }) => ({ from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }))
}

/** Says of a transaction which words it replaces as a whole, in the document before it. */
export function meanPhrase(tr: Transaction, { from, to }: DocRange): Transaction {
  return tr.setMeta(key, { from, to })
}

/** The machine words that a correction was meant for, where they are known to be more than it strikes; the last ones meant there. */
export function phraseOf(state: EditorState, correction: string): MachineRange | null {
  const marks = markedRange(state.doc, ['deletion', 'insertion'], correction)
  const phrase =
    marks && key.getState(state)?.findLast(({ from, to }) => from <= marks.from && to >= marks.to)
  if (!phrase) return null
  const records = recordsOf(state)
  const start = machineOffset(state.doc, records, phrase.from)
  const end = machineOffset(state.doc, records, phrase.to)
  if (!start || start.block !== end?.block) return null
  return { block: start.block, from: start.offset, to: end.offset }
}
