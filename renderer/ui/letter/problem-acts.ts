import i18next from 'i18next'
import type { Problem } from '../../../shared/check/problem.ts'
import type { Session, SessionState } from '../../session/session.ts'
import { openWords } from '../reading/reading-acts.ts'
import { announce, useLetterUi } from './letter-store.ts'

/** The problem of a check that the cursor stands on, where something can be done about it; null else. */
export function problemHere({ open }: SessionState): Problem | null {
  const { here } = useLetterUi.getState()
  if (!open || open.readOnly || here === null) return null
  return open.problems.find(({ id, finding }) => id === here && finding !== undefined) ?? null
}

/** Puts in what the problem at the cursor proposes; where it proposes nothing its words are selected, to be typed over. */
export function acceptHere(session: Session): void {
  const problem = problemHere(session.state.getState())
  if (problem) accept(session, problem)
}

/** What a correction lacks, where that is the problem: then words are asked for, and the text stays as it is. */
export function lackOf({ finding, values }: Problem): 'reason' | 'category' | null {
  const { context } = values
  if (finding?.check !== 'integrity') return null
  return context === 'reason' || context === 'category' ? context : null
}

/**
 * Puts in what a problem proposes; where it proposes nothing the cursor goes to its words, and what a correction lacks is asked
 * for. Gives whether it is settled.
 */
export function accept(session: Session, problem: Problem): boolean {
  const isDone = session.checks.applyFix(problem.id)
  const lack = lackOf(problem)
  const editor = session.editor(problem.side)
  const [correction] = (lack && editor?.selection().corrections) ?? []
  if (lack && editor && correction !== undefined) {
    openWords(lack, editor, correction)
    return isDone
  }
  announce(i18next.t(isDone ? 'checks.said.fixed' : 'checks.said.typeOver'))
  const isInList = document.activeElement?.closest('.problem-list') != null
  if (!isDone || !isInList) editor?.focus()
  return isDone
}

/** Dismisses the problem at the cursor: this one, or whatever reads so. */
export function dismissHere(how: 'once' | 'rule'): (session: Session) => void {
  return (session) => {
    const problem = problemHere(session.state.getState())
    if (problem) dismiss(session, problem, how)
  }
}

/** Dismisses a problem. */
export function dismiss(
  session: Session,
  problem: Problem,
  how: 'once' | 'rule',
  reason?: string,
): void {
  session.checks.dismiss(problem.id, how, reason)
  announce(i18next.t(how === 'once' ? 'checks.said.dismissed' : 'checks.said.silenced'))
}
