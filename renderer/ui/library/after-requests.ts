import type { Session } from '../../session/session.ts'
import { openDialog, uiState } from '../ui-state.ts'

/** Asks how the letter is to be split before the line of the cursor. */
export function splitHere(session: Session): void {
  const at = lineAtCursor(session)
  if (!at) return
  const request = { kind: 'split', ...at, notes: 'follow', original: null } as const
  openDialog({ kind: 'rearrange', request })
}

/** Asks whether the open letter is to be joined with the next one of its page. */
export function joinNext(session: Session): void {
  const id = session.state.getState().open?.id
  if (id === undefined) return
  const next = session.after.neighbour(id, 'next')
  const letters = next === null ? [] : [id, next]
  openDialog({ kind: 'rearrange', request: { kind: 'joined', letters } })
}

/** Asks whether the lines from the cursor to the edge of the letter are to go to its neighbour. */
export function moveLines(to: 'previous' | 'next'): (session: Session) => void {
  return (session) => {
    const at = lineAtCursor(session)
    if (at) openDialog({ kind: 'rearrange', request: { kind: 'moved', ...at, to } })
  }
}

/** Asks whether the letters selected in the library are to be joined, in the order they are listed. */
export function joinSelected(session: Session): void {
  const { selected } = uiState.getState()
  const inOrder = session.state.getState().letters.map(({ id }) => id)
  const letters = inOrder.filter((id) => selected.has(id))
  if (letters.length > 1) openDialog({ kind: 'rearrange', request: { kind: 'joined', letters } })
}

function lineAtCursor(session: Session): { letter: string; line: string } | null {
  const letter = session.state.getState().open?.id
  const line = session.editor('translation')?.selection().machine?.block
  return letter !== undefined && line !== undefined ? { letter, line } : null
}
