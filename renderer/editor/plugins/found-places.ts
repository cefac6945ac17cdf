import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DocRange } from '../text/spans.ts'

const key = new PluginKey<DecorationSet>('foundPlaces')

/** Places that were found, and which of them one is at; -1 where one is at none. */
interface Found {
  readonly ranges: readonly DocRange[]
  readonly current: number
}

/** Shows what was found in the document; it changes nothing in it. */
export function foundPlacesPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const found = tr.getMeta(key) as Found | undefined
        if (!found) return set.map(tr.mapping, tr.doc)
        const decorations = found.ranges.map(({ from, to }, i) =>
          Decoration.inline(from, to, {
            class: i === found.current ? 'found found-here' : 'found',
          }),
        )
        return DecorationSet.create(tr.doc, decorations)
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Makes a transaction that shows these places as found and no others. */
export function showFoundPlaces(tr: Transaction, found: Found): Transaction {
  return tr.setMeta(key, found).setMeta('addToHistory', false)
}
