import { foldText } from './fold-text.ts'
import type { LetterView } from './letter-view.ts'

/** How a text is rendered elsewhere: the most frequent other rendering, how often it and the one asked about are, and all others for showing. */
export interface Elsewhere {
  readonly text: string
  readonly most: number
  readonly own: number
  readonly shown: string
}

const SHOWN = 3

/** Renderings of `from` other than `to` in the letters of the collection, or in this letter where nothing is known of others; null where there are none. */
export function renderingsElsewhere(
  from: string,
  to: string,
  view: LetterView,
  table: 'bySource' | 'byTarget',
): Elsewhere | null {
  const fold = (text: string) => view.memo.get('folded', text, () => foldText(text))
  const key = fold(from)
  const known = key === '' ? undefined : view.context.collection?.[table].get(key)
  const mine = known ? fold(to) : ''
  if (!known || mine === '') return null
  if (known.size === 1 && known.has(mine)) return null
  const others = [...known].filter(
    // What this letter alone had is no other rendering once it is corrected.
    ([folded, { letters }]) =>
      folded !== mine &&
      (letters.some((id) => id !== view.letter.id) || rendersNow(view, table, key).has(folded)),
  )
  const sorted = others.map(([, one]) => one).toSorted((a, b) => b.count - a.count)
  const [first] = sorted
  if (!first) return null
  const shown = sorted.slice(0, SHOWN).map(({ text }) => `“${text.trim()}”`)
  return {
    text: first.text,
    most: first.count,
    own: known.get(mine)?.count ?? 1,
    shown: shown.join(', '),
  }
}

function rendersNow(
  { segments, memo }: LetterView,
  table: 'bySource' | 'byTarget',
  key: string,
): ReadonlySet<string> {
  const fold = (text: string) => memo.get('folded', text, () => foldText(text))
  const [from, to] =
    table === 'bySource'
      ? (['original', 'translation'] as const)
      : (['translation', 'original'] as const)
  return new Set(
    segments.filter((one) => fold(one[from].text) === key).map((one) => fold(one[to].text)),
  )
}
