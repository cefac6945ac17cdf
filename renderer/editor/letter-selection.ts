import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Problem } from '../../shared/check/problem.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import { machineSelection } from '../../shared/letter/positions.ts'
import type { LetterEditor } from './letter-editor.ts'
import { awaitFix } from './plugins/awaited-fix.ts'
import { highlightRanges } from './plugins/highlight.ts'
import { lightRanges, problemsAt, showProblems } from './plugins/problem-marks.ts'
import { recordsOf } from './plugins/records.ts'
import { redraw, syncSelection } from './sync-selection.ts'
import { caretRect } from './text/caret-rect.ts'
import { problemRange } from './text/problem-range.ts'
import { type DocRange, markedRange, nodeRange } from './text/spans.ts'
import { whenReleased } from './when-released.ts'

const MARKS_OF = {
  corrections: ['deletion', 'insertion'],
  mentions: ['mention'],
  passages: ['passage'],
  queries: ['query'],
  callouts: ['printedCallout'],
} as const

const WHOLE_NOTE: ReadonlySet<Problem['code']> = new Set([
  'note-without-callout',
  'note-number-lost',
])

/** The methods of an editor that only show: select a range or a record and scroll to it, highlight ranges. */
export function letterSelection(
  view: EditorView,
): Pick<
  LetterEditor,
  | 'select'
  | 'selectPositions'
  | 'selectRecord'
  | 'selectProblem'
  | 'linesOf'
  | 'highlight'
  | 'showProblems'
  | 'problemsHere'
  | 'light'
> {
  const rangeOf = (range: MachineRange) =>
    machineSelection(view.state.doc, recordsOf(view.state), range)
  const released = whenReleased(view)
  return {
    select: (range) => {
      const found = rangeOf(range)
      if (found) selectRange(view, found)
    },
    selectPositions: (from, to) => selectRange(view, { from, to }),
    selectRecord: (table, id) => {
      const { doc } = view.state
      const found =
        table === 'notes'
          ? nodeRange(doc, 'note', id)
          : (markedRange(doc, MARKS_OF[table], id) ??
            (table === 'callouts' ? nodeRange(doc, 'callout', id) : null))
      if (found)
        selectRange(view, table === 'notes' ? { from: found.from + 2, to: found.from + 2 } : found)
    },
    linesOf: (range) => {
      const found = view.dom.isConnected ? rangeOf(range) : null
      return found && { first: caretRect(view, found.from, 1), last: caretRect(view, found.to, -1) }
    },
    selectProblem: (problem) => {
      const { doc } = view.state
      const words = problemRange(doc, recordsOf(view.state), problem)
      const place = words ?? (problem.range && rangeOf(problem.range))
      if (!place) return
      // A whole note is not selected: the next key would strike it.
      const to = WHOLE_NOTE.has(problem.code) ? place.from : place.to
      const tr = view.state.tr.setSelection(TextSelection.create(doc, place.from, to))
      const { finding } = problem
      view.dispatch((finding && words ? awaitFix(tr, words, finding) : tr).scrollIntoView())
    },
    showProblems: (problems) => released(() => redraw(view, (tr) => showProblems(tr, problems))),
    problemsHere: () => {
      syncSelection(view)
      return problemsAt(view.state)
    },
    light: (ranges) => redraw(view, (tr) => lightRanges(tr, ranges)),
    highlight: (ranges) =>
      redraw(view, (tr) => {
        const found = ranges.map(rangeOf).filter((one) => one !== null)
        return highlightRanges(tr, found)
      }),
  }
}

/** Selects a range of the document and scrolls it into view. */
export function selectRange(view: EditorView, { from, to }: DocRange): void {
  const { tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView())
}
