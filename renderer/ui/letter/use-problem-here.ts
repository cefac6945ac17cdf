import { useEffect } from 'react'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { useLetterUi } from './letter-store.ts'

/**
 * Keeps true which problem the cursor stands on, and lights its places in both texts; a problem under the mouse, or whose row
 * has the focus, is lit before it.
 */
export function useProblemHere(): void {
  const session = useSession()
  useEffect(() => {
    let frame = 0
    let pointed: string | null = null
    let lit: string | null = null
    const update = () => {
      frame = 0
      const here = rowWithFocus() ?? findHere(session)
      if (here !== useLetterUi.getState().here) useLetterUi.setState({ here })
      const wanted = pointed ?? here
      if (wanted === lit) return
      lit = wanted
      session.checks.light(findProblem(session, wanted))
    }
    const later = () => {
      frame ||= requestAnimationFrame(update)
    }
    const point = (event: Event) => {
      const found = event.target instanceof Element && event.target.closest('[data-problem]')
      pointed = found ? found.getAttribute('data-problem') : null
      later()
    }
    const stop = session.state.subscribe((now, before) => {
      if (now.open?.id !== before.open?.id) lit = null
      if (now.open !== before.open) later()
    })
    window.addEventListener('mouseover', point)
    window.addEventListener('focusin', point)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      window.removeEventListener('mouseover', point)
      window.removeEventListener('focusin', point)
      useLetterUi.setState({ here: null })
    }
  }, [session])
}

// In the list the keys are about the row that has the focus.
function rowWithFocus(): string | null {
  const row = document.activeElement?.closest('.problem-list [data-problem]')
  return row?.getAttribute('data-problem') ?? null
}

function findHere(session: Session): string | null {
  const { open } = session.state.getState()
  if (!open) return null
  const ids = session.editor(open.activeSide)?.problemsHere() ?? []
  const jumped = useLetterUi.getState().problem?.id
  return ids.find((id) => id === jumped) ?? ids[0] ?? null
}

function findProblem(session: Session, id: string | null) {
  return session.state.getState().open?.problems.find((problem) => problem.id === id) ?? null
}
