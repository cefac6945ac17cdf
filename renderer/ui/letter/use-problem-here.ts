import { useEffect } from 'react'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { useLetterUi } from './letter-store.ts'
import { lookHere } from './look-here.ts'

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
      const wanted = pointed ?? lookHere(session)
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

function findProblem(session: Session, id: string | null) {
  return session.state.getState().open?.problems.find((problem) => problem.id === id) ?? null
}
