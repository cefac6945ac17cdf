import type { Session } from '../../session/session.ts'
import { useLetterUi } from './letter-store.ts'

/**
 * Looks at once which problem the keys are about, keeps it in the state of the screen and gives its id; null for none. In the
 * list it is the row with the focus, in the text the one at the cursor: the one last gone to where there are several, and none
 * where the keys went to a correction and the cursor still stands on it.
 */
export function lookHere(session: Session): string | null {
  const here = rowWithFocus() ?? problemAtCursor(session)
  if (here !== useLetterUi.getState().here) useLetterUi.setState({ here })
  return here
}

function rowWithFocus(): string | null {
  const row = document.activeElement?.closest('.problem-list [data-problem]')
  return row?.getAttribute('data-problem') ?? null
}

function problemAtCursor(session: Session): string | null {
  const { open } = session.state.getState()
  const editor = open && session.editor(open.activeSide)
  if (!editor) return null
  const { problem, reached } = useLetterUi.getState()
  if (reached !== null && editor.selection().corrections[0] === reached) return null
  const ids = editor.problemsHere()
  return ids.find((id) => id === problem?.id) ?? ids[0] ?? null
}
