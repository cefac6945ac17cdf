import type { Side } from '../../../shared/letter/canonical.ts'
import type { ConcordanceOrder } from '../../../shared/translate/sort-concordance.ts'
import type { QueryKind } from '../../../shared/translate/spread/find-text.ts'
import type { TextLayer } from '../../../shared/translate/spread/spread-hit.ts'
import type { SelectionInfo } from '../../editor/letter-editor.ts'

/** What a concordance seeks and how it is sorted; `hit` is the key of the place that its list speaks of at first, null for the first one. */
export interface ConcordanceView {
  readonly text: string
  readonly kind: QueryKind
  readonly layer: TextLayer
  readonly order: ConcordanceOrder
  readonly hit: string | null
}

/** Words that are selected in a letter: which, and where. */
export interface SelectedWords {
  readonly letter: string
  readonly side: Side
  readonly text: string
  readonly machine: SelectionInfo['machine']
}

/** The concordance as it was left, and the words it put the cursor on, null where it went nowhere. */
export interface LeftConcordance {
  readonly view: ConcordanceView
  readonly gone: SelectedWords | null
}

/**
 * What the concordance opens with: as it was left, where no words are selected or those that it went to itself; else the
 * selected words, sought and sorted in the same way, but for a pattern, which they are not.
 */
export function nextConcordance(
  left: LeftConcordance | null,
  selected: SelectedWords | null,
): ConcordanceView {
  const { kind = 'word', order = 'place' } = left?.view ?? {}
  const text = selected === null || selected.text.includes('\n') ? '' : selected.text.trim()
  if (left && (selected === null || text === '' || isSame(left.gone, selected))) return left.view
  const layer = selected?.side === 'original' ? 'original' : 'corrected'
  return { text, kind: kind === 'regex' ? 'word' : kind, layer, order, hit: null }
}

/** What the concordance of words that are typed elsewhere opens with: any characters, in the originals where they are Cyrillic. */
export function concordanceOf(left: LeftConcordance | null, text: string): ConcordanceView {
  const layer = /\p{Script=Cyrillic}/u.test(text) ? 'original' : 'corrected'
  return { text, kind: 'literal', layer, order: left?.view.order ?? 'place', hit: null }
}

function isSame(a: SelectedWords | null, b: SelectedWords): boolean {
  return (
    a !== null &&
    a.letter === b.letter &&
    a.side === b.side &&
    a.text === b.text &&
    a.machine?.block === b.machine?.block &&
    a.machine?.offset === b.machine?.offset
  )
}
