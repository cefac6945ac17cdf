import i18next from 'i18next'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { MentionKind } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { type Spot, showTab, useLetterUi } from './letter-store.ts'
import { type Cursor, nextProblemIndex } from './next-problem.ts'
import { wordAt } from './word-at.ts'

/**
 * Opens the picker that finds what the selection (or the word at the cursor) means, and says so where there is neither; pressed
 * again while open, it takes what is preselected.
 */
export function openTagPicker(kind: MentionKind): (session: Session) => void {
  return (session) => {
    const { picker, again } = useLetterUi.getState()
    if (picker?.type === 'tag' && picker.kind === kind && picker.mention === null) {
      useLetterUi.setState({ again: again + 1 })
      return
    }
    const editor = writableEditor(session)
    if (!editor) return
    const word = editor.selection().text.trim() || wordAt(editor.view.state)
    // A key that does nothing and says nothing has what is typed next go into the text.
    if (word === '') return session.notify('good', i18next.t('letterView.picker.noWord'))
    const { side } = editor
    useLetterUi.setState({
      picker: { type: 'tag', kind, side, spot: spotOf(editor), word, mention: null },
    })
  }
}

/** Opens the picker that changes what a mention means. */
export function openMentionPicker(mention: string): (session: Session) => void {
  return (session) => {
    const editor = writableEditor(session)
    const record = editor?.state().records.mentions[mention]
    if (!editor || !record) return
    editor.selectRecord('mentions', mention)
    const { side } = editor
    const { kind } = record
    const word = editor.selection().text.trim()
    useLetterUi.setState({
      picker: { type: 'tag', kind, side, spot: spotOf(editor), word, mention },
    })
  }
}

/** Opens the picker that links a note at the cursor. */
export function openNotePicker(): (session: Session) => void {
  return (session) => {
    const editor = writableEditor(session)
    if (!editor || Object.keys(editor.state().records.notes).length === 0) return
    useLetterUi.setState({ picker: { type: 'note', side: editor.side, spot: spotOf(editor) } })
  }
}

/** Goes to the next problem (1) or the one before (-1), round and round; a problem of the header opens its field in the form. */
export function nextProblem(direction: 1 | -1): (session: Session) => void {
  return (session) => {
    const { open } = session.state.getState()
    if (!open) return
    const { problem: last } = useLetterUi.getState()
    const reached = last?.letter === open.id ? last : null
    const cursor = cursorIn(session.editor(open.activeSide))
    const from = { cursor, reached, rankOf: blockRanks(session) }
    const index = nextProblemIndex(open.problems, from, direction)
    const problem = open.problems[index]
    if (problem) goToProblem(problem.id)(session)
  }
}

// Where a selection begins, in the text that has the focus.
function cursorIn(editor: LetterEditor | null): Cursor | null {
  if (!editor?.view.hasFocus()) return null
  const { machine } = editor.selection()
  return machine && { side: editor.side, ...machine }
}

function blockRanks(session: Session): (side: Side, block: string) => number {
  const ranks = new Map<string, number>()
  for (const side of ['translation', 'original'] as const)
    for (const { id } of session.editor(side)?.machine.blocks ?? [])
      ranks.set(`${side} ${id}`, ranks.size)
  return (side, block) => ranks.get(`${side} ${block}`) ?? -1
}

/** Goes to one problem: its place in the text, or its field in the form. */
export function goToProblem(id: string): (session: Session) => void {
  return (session) => {
    const { open } = session.state.getState()
    const index = open?.problems.findIndex((problem) => problem.id === id) ?? -1
    const problem = open?.problems[index]
    if (!open || !problem) return
    const reached = { id, index, letter: open.id, cursor: null }
    if (problem.field) {
      useLetterUi.setState({ problem: reached, reached: null, wanted: problem.field })
      if (!session.state.getState().settings.rightPane)
        void session.setSettings({ rightPane: true })
      showTab('letter')
      return
    }
    useLetterUi.setState({ problem: reached, reached: null, shownSide: problem.side })
    if (problem.finding) showTab('problems')
    session.jumpToProblem(id)
    const cursor = cursorIn(session.editor(problem.side))
    useLetterUi.setState({ problem: { ...reached, cursor } })
  }
}

/** The editor that has the cursor, where the letter can be changed. */
export function writableEditor(session: Session): LetterEditor | null {
  const { open } = session.state.getState()
  if (!open || open.readOnly) return null
  return session.editor(open.activeSide)
}

/** Where a popover about the selection or the cursor of an editor belongs. */
export function spotOf(editor: LetterEditor): Spot {
  const { rect } = editor.selection()
  if (rect && (rect.height > 0 || rect.width > 0)) {
    const { left, top, width, height } = rect
    return { left, top, width, height }
  }
  const { view } = editor
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.head)
  return { left, top, width: 1, height: bottom - top }
}
