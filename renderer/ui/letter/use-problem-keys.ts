import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { Problem } from '../../../shared/check/problem.ts'
import { useSession } from '../session-context.tsx'
import { accept, dismiss } from './problem-acts.ts'
import { moveAmongRows } from './use-rows.ts'

/**
 * The keys of the list of problems: arrows move, A accepts, X dismisses, Shift+X dismisses whatever reads so. When the problem that
 * had the focus is settled, the one in its place gets it.
 */
export function useProblemKeys(
  list: RefObject<HTMLElement | null>,
  problems: readonly Problem[],
): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession()
  const wanted = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are others when the problems are
  useEffect(() => {
    const at = wanted.current
    if (at === null) return
    wanted.current = null
    const rows = rowsOf(list.current)
    rows[Math.min(at, rows.length - 1)]?.focus()
  }, [problems])
  return (event) => {
    const row = event.target as HTMLElement
    if (!row.matches('[data-row]') || moveAmongRows(event, list.current)) return
    const at = rowsOf(list.current).indexOf(row)
    const act = problems[at]?.finding && actOf(event)
    const problem = problems[at]
    if (!act || !problem) return
    event.preventDefault()
    wanted.current = at
    if (act !== 'accept') dismiss(session, problem, act)
    else if (!accept(session, problem)) wanted.current = null
  }
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
}

function actOf(event: KeyboardEvent): 'accept' | 'once' | 'rule' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  // The key by its place, so that it is the same on a Russian keyboard.
  if (event.code === 'KeyA' && !event.shiftKey) return 'accept'
  if (event.code === 'KeyX') return event.shiftKey ? 'rule' : 'once'
  return null
}
