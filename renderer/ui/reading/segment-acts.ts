import i18next from 'i18next'
import type { SegmentRecord } from '../../../shared/letter/records.ts'
import { UNNAMED_EDITOR } from '../../../shared/tei/edition-record.ts'
import { mayCheck, type Segment, segmentAt } from '../../../shared/translate/segment-states.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { announce } from '../letter/letter-store.ts'
import { openDialog } from '../ui-state.ts'
import { segmentsOf } from './use-segments.ts'

/** Puts the cursor at the beginning of the next sentence (1) of the text that is worked on, or of the one before (-1). */
export function goToSegment(direction: 1 | -1): (session: Session) => void {
  return (session) => {
    const { open } = session.state.getState()
    const editor = open && session.editor(open.activeSide)
    const at = editor?.selection().machine
    if (!editor || !at) return
    const segments = segmentsOf(editor)
    const goal = neighbourOf(segments, at, editor, direction)
    if (!goal) return
    const { block, from } = goal.range
    editor.select({ block, from, to: from })
    editor.focus()
  }
}

function neighbourOf(
  segments: readonly Segment[],
  at: { readonly block: string; readonly offset: number },
  editor: LetterEditor,
  direction: 1 | -1,
): Segment | undefined {
  const here = segmentAt(segments, at)
  if (here) return segments[segments.indexOf(here) + direction]
  // In a block that has no sentences to work on: those of the blocks behind or before it.
  const blocks = editor.canonical().machine.blocks.map(({ id }) => id)
  const own = blocks.indexOf(at.block)
  return direction === 1
    ? segments.find(({ range }) => blocks.indexOf(range.block) > own)
    : segments.findLast(({ range }) => blocks.indexOf(range.block) < own)
}

/** Says of the sentence at the cursor that it is corrected or checked; said again it is taken back. Who corrected it cannot check it. */
export function stateHere(state: SegmentRecord['state']): (session: Session) => void {
  return (session) => {
    const { open } = session.state.getState()
    const editor = session.editor('translation')
    const at = editor?.selection().machine
    if (!editor || !at || open?.readOnly !== false) return
    const segment = segmentAt(segmentsOf(editor), at)
    if (segment) stateSegment(session, editor, segment, state)
    else session.notify('good', i18next.t('reading.said.noSentence'))
  }
}

function stateSegment(
  session: Session,
  editor: LetterEditor,
  segment: Segment,
  state: SegmentRecord['state'],
): void {
  const { me } = session.state.getState()
  const { block, from, to } = segment.range
  const { statement } = segment
  if (statement?.state === state && statement.by === (me?.id ?? UNNAMED_EDITOR.id)) {
    editor.stateSegment({ block, from, to }, null)
    announce(i18next.t('reading.said.unstated'))
  } else if (state === 'checked' && !me) openDialog({ kind: 'who' })
  else if (state === 'checked' && me && !mayCheck(segment, me.id))
    session.notify('good', i18next.t('reading.said.ownSentence'))
  else if (editor.stateSegment({ block, from, to }, state))
    announce(i18next.t(`reading.segment.${state}`))
}
