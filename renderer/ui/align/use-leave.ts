import { useEffect } from 'react'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { uiState } from '../ui-state.ts'

const SIDES = ['translation', 'original'] as const

/**
 * Who goes to a place in a text while the pairs stand in its place (by a list beside the letter) sees the texts again. The pairs are
 * left too when their letter is.
 */
export function useLeave(): void {
  const session = useSession()
  useEffect(() => {
    let before = placesOf(session)
    const stop = session.state.subscribe((now, then) => {
      if (now.open?.tick === then.open?.tick) return
      const after = placesOf(session)
      const side = SIDES.find((one) => {
        const [old, fresh] = [before[one], after[one]]
        return old && fresh && old.doc === fresh.doc && !old.selection.eq(fresh.selection)
      })
      before = after
      if (side) leaveTo(session, side)
    })
    return stop
  }, [session])
  useEffect(() => () => uiState.setState({ align: null }), [])
}

function placesOf(session: Session) {
  return {
    translation: session.editor('translation')?.view.state,
    original: session.editor('original')?.view.state,
  }
}

function leaveTo(session: Session, side: Side): void {
  uiState.setState({ align: null })
  requestAnimationFrame(() => {
    const editor = session.editor(side)
    if (!editor) return
    editor.view.dispatch(editor.view.state.tr.scrollIntoView())
    session.focusSide(side)
  })
}
