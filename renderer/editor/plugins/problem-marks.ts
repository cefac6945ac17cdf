import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import type { Problem } from '../../../shared/check/problem.ts'
import { type Sureness, surenessOf } from '../../../shared/check/sureness.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import { isDrawn, type LongBlock, longBlocksOf, mapLongBlocks } from '../text/long-blocks.ts'
import { coversWindow, partInWindow } from '../text/part-in-window.ts'
import { recordsOf } from './records.ts'
import { watchWindow } from './watch-window.ts'

/** All places of problems, those of them that are drawn, and of which long blocks only a part is. */
interface Shown {
  readonly problems: DecorationSet
  readonly drawn: DecorationSet
  readonly long: readonly LongBlock[]
  readonly lit: DecorationSet
}

interface Change {
  readonly problems?: readonly Problem[]
  readonly long?: readonly LongBlock[]
  readonly lit?: readonly MachineRange[]
}

const NOTHING: Shown = {
  problems: DecorationSet.empty,
  drawn: DecorationSet.empty,
  long: [],
  lit: DecorationSet.empty,
}

interface Spec {
  readonly problem: string
  readonly mark: string
}

const key = new PluginKey<Shown>('problemMarks')

/** How far around the window the places in a long block are drawn at least, and how far once they are drawn anew: shares of its height. */
const NEEDED = 0.1
const DRAWN = 0.35

/**
 * Underlines what the program noticed, and lights the places of the problem that is looked at. It changes nothing in the
 * text; typing only moves what is drawn, and a new list of problems draws again what is new or gone. Of a block that is longer
 * than a window only the part in it is drawn: the browser lays such a block out as a whole at every key, and each place costs.
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
    view: (view) => watchWindow(view, () => drawWindow(view)),
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
  const found = key.getState(state)?.problems.find(from, to) ?? []
  return found.map(({ spec }) => (spec as Spec).problem)
}

/** Makes a transaction that shows these problems (those of this side that stand in its text) and no others. */
export function showProblems(
  view: EditorView,
  tr: Transaction,
  problems: readonly Problem[],
): Transaction {
  const long = longInWindow(view)
  return quiet(tr.setMeta(key, { problems, ...(long && { long }) } satisfies Change))
}

/** Makes a transaction that lights these ranges and no others. */
export function lightRanges(tr: Transaction, lit: readonly MachineRange[]): Transaction {
  return quiet(tr.setMeta(key, { lit } satisfies Change))
}

function drawWindow(view: EditorView): ((tr: Transaction) => Transaction) | null {
  const long = longInWindow(view)
  return long && ((tr) => quiet(tr.setMeta(key, { long } satisfies Change)))
}

// The long blocks with the parts to be drawn now; null where those that are drawn will do.
function longInWindow(view: EditorView): readonly LongBlock[] | null {
  const known = key.getState(view.state)?.long ?? []
  const blocks = longBlocksOf(view.state.doc)
  if (blocks.length === 0 && known.length === 0) return null
  const height = window.innerHeight
  const isCovered = blocks.every((block, at) => {
    const drawn = known[at]?.block.from === block.from ? known[at].drawn : null
    return drawn && coversWindow(view, block, drawn, height * NEEDED)
  })
  if (isCovered && blocks.length === known.length) return null
  const now = blocks.map((block) => ({ block, drawn: partInWindow(view, block, height * DRAWN) }))
  // Where a layout gives no better part than the last one, drawing it again would be asked for without end.
  return JSON.stringify(now) === JSON.stringify(known) ? null : now
}

function follow({ mapping, doc }: Transaction, { problems, drawn, long, lit }: Shown): Shown {
  const moved = problems.map(mapping, doc)
  return {
    problems: moved,
    drawn: drawn === problems ? moved : drawn.map(mapping, doc),
    long: mapLongBlocks(long, mapping),
    lit: lit.map(mapping, doc),
  }
}

function changed(shown: Shown, change: Change, state: EditorState): Shown {
  const problems = change.problems
    ? withProblems(shown.problems, change.problems, state)
    : shown.problems
  const long = change.long ?? shown.long
  const isSame = problems === shown.problems && long === shown.long
  return {
    problems,
    long,
    drawn: isSame ? shown.drawn : drawnOf(problems, long),
    lit: change.lit ? lightsOn(change.lit, state) : shown.lit,
  }
}

function drawnOf(problems: DecorationSet, long: readonly LongBlock[]): DecorationSet {
  if (long.length === 0) return problems
  const hidden = problems.find().filter((place) => !isDrawn(long, place))
  return hidden.length === 0 ? problems : problems.remove(hidden)
}

function quiet(tr: Transaction): Transaction {
  return tr.setMeta('addToHistory', false)
}

// Whatever is drawn already stays as it is: a machine range stands where its decoration was moved to.
function withProblems(
  set: DecorationSet,
  problems: readonly Problem[],
  state: EditorState,
): DecorationSet {
  const wanted = new Map<string, Problem>()
  for (const problem of problems) if (isMarked(problem)) wanted.set(markOf(problem), problem)
  const gone: Decoration[] = []
  for (const one of set.find()) {
    const { mark } = one.spec as Spec
    if (!wanted.delete(mark)) gone.push(one)
  }
  const added: Decoration[] = []
  for (const [mark, problem] of wanted) {
    const place = problem.range && machineSelection(state.doc, recordsOf(state), problem.range)
    if (!place || place.from === place.to) continue
    const attributes = {
      class: 'problem',
      'data-problem': problem.id,
      'data-sure': surenessIn(problem),
    }
    const spec: Spec = { problem: problem.id, mark }
    added.push(Decoration.inline(place.from, place.to, attributes, spec))
  }
  if (gone.length === 0 && added.length === 0) return set
  return set.remove(gone).add(state.doc, added)
}

// Only what a check noticed is underlined: note marks and tags without an entry have looks of their own.
function isMarked({ finding, range }: Problem): boolean {
  return finding !== undefined && range !== undefined
}

function markOf(problem: Problem): string {
  const { block, from, to } = problem.range as MachineRange
  return `${problem.id} ${block} ${from} ${to} ${surenessIn(problem)}`
}

function surenessIn({ finding }: Problem): Sureness {
  return surenessOf(finding?.confidence ?? 0)
}

function lightsOn(ranges: readonly MachineRange[], state: EditorState): DecorationSet {
  const lights = ranges.flatMap((range) => {
    const place = machineSelection(state.doc, recordsOf(state), range)
    if (!place || place.from === place.to) return []
    return [Decoration.inline(place.from, place.to, { class: 'lit' })]
  })
  return DecorationSet.create(state.doc, lights)
}
