import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DocRange } from '../text/spans.ts'

const key = new PluginKey<DecorationSet>('highlight')

/** Draws attention to a few ranges of the document; it changes nothing in it. */
export function highlightPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const ranges = tr.getMeta(key) as readonly DocRange[] | undefined
        if (!ranges) return set.map(tr.mapping, tr.doc)
        const decorations = ranges.map(({ from, to }) =>
          Decoration.inline(from, to, { class: 'highlight' }),
        )
        return DecorationSet.create(tr.doc, decorations)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Makes a transaction that highlights these ranges and no others. */
export function highlightRanges(tr: Transaction, ranges: readonly DocRange[]): Transaction {
  return tr.setMeta(key, ranges).setMeta('addToHistory', false)
}
