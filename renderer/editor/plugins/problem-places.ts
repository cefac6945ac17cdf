import type { EditorState } from 'prosemirror-state'
import type { Problem } from '../../../shared/check/problem.ts'
import { type Sureness, surenessOf } from '../../../shared/check/sureness.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import type { DocRange } from '../text/spans.ts'
import { recordsOf } from './records.ts'

/** Where the words of a problem stand in a document. */
export interface ProblemPlace extends DocRange {
  readonly problem: string
  /** The same for the same words of the machine, wherever they have moved. */
  readonly mark: string
  readonly sure: Sureness
}

/** The places of problems that are underlined. One that stood somewhere before stays there: it was moved with its words. */
export function problemPlaces(
  before: readonly ProblemPlace[],
  problems: readonly Problem[],
  state: EditorState,
): readonly ProblemPlace[] {
  const standing = new Map(before.map((one) => [one.mark, one]))
  return problems.flatMap((problem) => {
    if (!isMarked(problem)) return []
    const mark = markOf(problem)
    const { range } = problem
    const place = standing.get(mark) ?? machineSelection(state.doc, recordsOf(state), range)
    if (!place || place.from === place.to) return []
    const sure = surenessOf(problem.finding?.confidence ?? 0)
    return [{ from: place.from, to: place.to, problem: problem.id, mark, sure }]
  })
}

type Marked = Problem & { readonly range: MachineRange }

// Only what a check noticed is underlined: note marks and tags without an entry have looks of their own.
function isMarked(problem: Problem): problem is Marked {
  return problem.finding !== undefined && problem.range !== undefined
}

function markOf({ id, range: { block, from, to } }: Marked): string {
  return `${id} ${block} ${from} ${to}`
}
