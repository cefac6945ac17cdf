import type { EditorView } from 'prosemirror-view'
import type { DocRange } from './text/spans.ts'

/** A place of a text, and the highlight by whose name the style sheet knows how it looks. */
export interface HighlightedPlace extends DocRange {
  /** Of its own among the places of a view, and the same wherever the place moves. */
  readonly id: string
  readonly name: string
}

/** Paints places of a text without elements of their own in it: nothing is laid out for them. */
export interface Highlighter {
  /** Paints these places and no others. Nothing where the browser has no highlights. */
  paint(places: readonly HighlightedPlace[]): void
}

interface Painted {
  readonly name: string
  readonly range: StaticRange
}

/** Makes the highlighter of a view. All views of a window share its highlights, each has its own ranges in them. */
export function createHighlighter(view: EditorView): Highlighter {
  let painted: ReadonlyMap<string, Painted> = new Map()
  return {
    paint: (places) => {
      if (!('highlights' in CSS)) return
      const before = painted
      painted = new Map(
        places.map((place) => {
          const made = { name: place.name, range: rangeOf(view, place) }
          const known = before.get(place.id)
          return [place.id, known && isSame(known, made) ? known : made]
        }),
      )
      exchange(before, painted)
    },
  }
}

function exchange(before: ReadonlyMap<string, Painted>, now: ReadonlyMap<string, Painted>): void {
  for (const [id, one] of before)
    if (now.get(id) !== one) CSS.highlights.get(one.name)?.delete(one.range)
  for (const [id, one] of now) if (before.get(id) !== one) highlightOf(one.name).add(one.range)
}

// One that the browser would keep in step with the text is dearer at every key; these are made again for each frame.
function rangeOf(view: EditorView, { from, to }: DocRange): StaticRange {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  })
}

function isSame(one: Painted, other: Painted): boolean {
  const [a, b] = [one.range, other.range]
  return (
    one.name === other.name &&
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  )
}

function highlightOf(name: string): Highlight {
  const found = CSS.highlights.get(name) ?? new Highlight()
  CSS.highlights.set(name, found)
  return found
}
