import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Problem } from '../../../shared/check/problem.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import { createHighlighter } from '../highlighter.ts'
import { redraw } from '../sync-selection.ts'
import { type MovingPlaces, placesAt } from '../text/moving-places.ts'
import { partsInWindow } from '../text/parts-in-window.ts'
import type { DocRange } from '../text/spans.ts'
import { whenReleased } from '../when-released.ts'
import { type ProblemPlace, problemPlaces } from './problem-places.ts'
import { recordsOf } from './records.ts'
import { watchWindow } from './watch-window.ts'

/** What is seen of the text: the parts in and around the window, and the block in which one types. */
interface Seen {
  readonly parts: MovingPlaces<DocRange>
  readonly typed: MovingPlaces<DocRange>
}

/** All places of problems, and those in what is seen, outside of the block in which one types, that are drawn as elements. */
interface Shown extends Seen {
  readonly places: MovingPlaces<ProblemPlace>
  readonly drawn: DecorationSet
  readonly lit: DecorationSet
}

interface Change {
  readonly problems?: readonly Problem[]
  readonly seen?: Seen
  readonly lit?: readonly MachineRange[]
}

const NOTHING: Shown = {
  places: placesAt<ProblemPlace>([]),
  parts: placesAt([]),
  typed: placesAt([]),
  drawn: DecorationSet.empty,
  lit: DecorationSet.empty,
}

interface Spec {
  readonly mark: string
  readonly sure: string
}

const key = new PluginKey<Shown>('problemMarks')

/**
 * Underlines what the program noticed, and lights the places of the problem that is looked at. It changes nothing in the text;
 * typing only moves the places. Those in and around the window are drawn, as elements; in the block in which one types they are
 * painted without: the browser lays a block out at every key, and each element costs.
 */
export function problemMarksPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => NOTHING,
      apply: (tr, shown, _old, state) => {
        const moved = tr.docChanged ? follow(tr, shown) : shown
        const change = tr.getMeta(key) as Change | undefined
        return change ? changed(moved, change, state) : moved
      },
    },
    view: drawing,
    props: {
      decorations: (state) => key.getState(state)?.drawn,
    },
  })
}

/** Draws the light over the problems of another plugin's set: a view asks each plugin for one set. */
export function problemLightPlugin(): Plugin {
  return new Plugin({ props: { decorations: (state) => key.getState(state)?.lit } })
}

/** The problems that are underlined at the cursor or in the selection, by their ids. */
export function problemsAt(state: EditorState): readonly string[] {
  const { from, to } = state.selection
  const places = key.getState(state)?.places.current() ?? []
  return places.filter((one) => one.from <= to && one.to >= from).map(({ problem }) => problem)
}

/** Makes a transaction that shows these problems (those of this side that stand in its text) and no others. */
export function showProblems(tr: Transaction, problems: readonly Problem[]): Transaction {
  return quiet(tr, { problems })
}

/** The problems that a transaction shows; undefined where it leaves what is shown. */
export function problemsShown(tr: Transaction): readonly Problem[] | undefined {
  return (tr.getMeta(key) as Change | undefined)?.problems
}

/** Makes a transaction that lights these ranges and no others. */
export function lightRanges(tr: Transaction, lit: readonly MachineRange[]): Transaction {
  return quiet(tr, { lit })
}

// Elements are drawn anew never while an input method composes or words are being selected with the mouse.
function drawing(view: EditorView) {
  const { paint } = createHighlighter(view)
  const released = whenReleased(view)
  const watch = watchWindow(view, () => {
    if (!view.composing)
      released(() => {
        const seen = seenAnew(view)
        if (seen) redraw(view, (tr) => quiet(tr, { seen }))
      })
    paint(painted(view.state))
  })
  return {
    ...watch,
    destroy: () => {
      watch.destroy()
      paint([])
    },
  }
}

// What is seen now; null where what is known will do.
function seenAnew(view: EditorView): Seen | null {
  const shown = key.getState(view.state)
  if (!shown || shown.places.current().length === 0) return null
  const parts = partsInWindow(view, shown.parts.current())
  const typed = typedBlock(view.state)
  const isSame = typed[0]?.from === shown.typed.current()[0]?.from
  if (!parts && isSame) return null
  return {
    parts: parts ? placesAt(parts, true) : shown.parts,
    typed: isSame ? shown.typed : placesAt(typed, true),
  }
}

function typedBlock({ selection: { $head } }: EditorState): readonly DocRange[] {
  const block = { from: $head.start(), to: $head.end() }
  return $head.parent.isTextblock && block.from < block.to ? [block] : []
}

function painted(state: EditorState) {
  const shown = key.getState(state)
  const typed = shown?.typed.current()[0]
  if (!shown || !typed) return []
  const parts = shown.parts.current()
  return shown.places
    .current()
    .filter((place) => isIn([typed], place) && isIn(parts, place))
    .map(({ from, to, mark, sure }) => ({ id: mark, from, to, name: `problem-${sure}` }))
}

function follow({ mapping, doc }: Transaction, shown: Shown): Shown {
  return {
    places: shown.places.after(mapping),
    parts: shown.parts.after(mapping),
    typed: shown.typed.after(mapping),
    drawn: shown.drawn.map(mapping, doc),
    lit: shown.lit.map(mapping, doc),
  }
}

function changed(shown: Shown, { problems, seen, lit }: Change, state: EditorState): Shown {
  const places = problems
    ? placesAt(problemPlaces(shown.places.current(), problems, state))
    : shown.places
  const now = { ...shown, ...seen, places }
  return {
    ...now,
    drawn: problems || seen ? drawnAnew(now, state) : shown.drawn,
    lit: lit ? lightsOn(lit, state) : shown.lit,
  }
}

// Whatever is drawn already stays as it is.
function drawnAnew({ places, parts, typed, drawn }: Shown, state: EditorState): DecorationSet {
  const [shown, block] = [parts.current(), typed.current()]
  const wanted = new Map(
    places
      .current()
      .filter((place) => isIn(shown, place) && !isIn(block, place))
      .map((place) => [nameOf(place), place]),
  )
  const gone = drawn.find().filter(({ spec }) => !wanted.delete(nameOf(spec as Spec)))
  const added = [...wanted.values()].map(({ from, to, problem, mark, sure }) => {
    const attributes = { class: 'problem', 'data-problem': problem, 'data-sure': sure }
    return Decoration.inline(from, to, attributes, { mark, sure } satisfies Spec)
  })
  if (gone.length === 0 && added.length === 0) return drawn
  return drawn.remove(gone).add(state.doc, added)
}

function nameOf({ mark, sure }: Spec): string {
  return `${mark} ${sure}`
}

function isIn(parts: readonly DocRange[], { from, to }: DocRange): boolean {
  return parts.some((part) => to >= part.from && from <= part.to)
}

function quiet(tr: Transaction, change: Change): Transaction {
  return tr.setMeta(key, change).setMeta('addToHistory', false)
}

function lightsOn(ranges: readonly MachineRange[], state: EditorState): DecorationSet {
  const lights = ranges.flatMap((range) => {
    const place = machineSelection(state.doc, recordsOf(state), range)
    if (!place || place.from === place.to) return []
    return [Decoration.inline(place.from, place.to, { class: 'lit' })]
  })
  return DecorationSet.create(state.doc, lights)
}
