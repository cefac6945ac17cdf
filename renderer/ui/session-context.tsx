import { createContext, type ReactNode, use } from 'react'
import { useStore } from 'zustand'
import type { Host } from '../host/host.ts'
import type { Session, SessionState } from '../session/session.ts'

const SessionContext = createContext<{ session: Session; host: Host } | null>(null)

/** Lends a session and the host to everything below it. */
export function SessionProvider(props: { session: Session; host: Host; children: ReactNode }) {
  const { session, host } = props
  return <SessionContext value={{ session, host }}>{props.children}</SessionContext>
}

function useLent() {
  const lent = use(SessionContext)
  if (!lent) throw new Error('used outside of SessionProvider')
  return lent
}

/** The session of this window. Throws outside of a SessionProvider. */
export function useSession(): Session {
  return useLent().session
}

/** What the surroundings of this window lend. Throws outside of a SessionProvider. */
export function useHost(): Host {
  return useLent().host
}

/** A part of the session's state; the component is drawn again when that part is another (`Object.is`). */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().state, select)
}
