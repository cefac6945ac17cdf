import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Problem } from '../../../shared/check/problem.ts'
import { type Sureness, surenessOf } from '../../../shared/check/sureness.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import { recordsOf } from './records.ts'

interface Shown {
  readonly problems: DecorationSet
  readonly lit: DecorationSet
}

interface Change {
  readonly problems?: readonly Problem[]
  readonly lit?: readonly MachineRange[]
}

interface Spec {
  readonly problem: string
  readonly mark: string
}

const key = new PluginKey<Shown>('problemMarks')

/**
 * Underlines what the program noticed, and lights the places of the problem that is looked at. It changes nothing in the
 * text; typing only moves what is drawn, and a new list of problems draws again what is new or gone.
 */
export function problemMarksPlugin(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ problems: DecorationSet.empty, lit: DecorationSet.empty }),
      apply: (tr, shown, _old, state) => {
        const moved = tr.docChanged
          ? {
              problems: shown.problems.map(tr.mapping, tr.doc),
              lit: shown.lit.map(tr.mapping, tr.doc),
            }
          : shown
        const change = tr.getMeta(key) as Change | undefined
        if (!change) return moved
        return {
          problems: change.problems
            ? withProblems(moved.problems, change.problems, state)
            : moved.problems,
          lit: change.lit ? lightsOn(change.lit, state) : moved.lit,
        }
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.problems,
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
export function showProblems(tr: Transaction, problems: readonly Problem[]): Transaction {
  return quiet(tr.setMeta(key, { problems } satisfies Change))
}

/** Makes a transaction that lights these ranges and no others. */
export function lightRanges(tr: Transaction, lit: readonly MachineRange[]): Transaction {
  return quiet(tr.setMeta(key, { lit } satisfies Change))
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
