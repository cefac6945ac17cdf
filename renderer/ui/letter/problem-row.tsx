import { useEffect, useRef } from 'react'
import type { Problem } from '../../../shared/check/problem.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { FindingFix } from './finding-fix.tsx'
import { goToProblem } from './letter-actions.ts'
import { useLetterUi } from './letter-store.ts'
import { ProblemFix } from './problem-fix.tsx'
import { ProblemWords } from './problem-words.tsx'

/** One problem of the list: pressed it shows its place; the one at the cursor is open, with what can be done about it. */
export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const session = useSession()
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const isJumped = useLetterUi((state) => state.problem?.id === problem.id)
  const here = useLetterUi((state) => state.here)
  const isOpen = here === null ? isJumped : here === problem.id
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <li
      className="row-card"
      ref={row}
      data-open={isOpen || undefined}
      data-problem={problem.finding ? problem.id : undefined}
    >
      <button
        type="button"
        className="row"
        data-row
        aria-current={isOpen || undefined}
        onClick={() => goToProblem(problem.id)(session)}
      >
        <ProblemWords problem={problem} />
      </button>
      {!isReadOnly && !problem.finding && <ProblemFix problem={problem} />}
      {!isReadOnly && problem.finding && isOpen && <FindingFix problem={problem} />}
    </li>
  )
}
