import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../kit/select.tsx'
import { useSessionState } from '../session-context.tsx'
import { DismissedProblems } from './dismissed-problems.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import { groupProblems, inGroup } from './group-problems.ts'
import { ProblemRow } from './problem-row.tsx'
import { useProblemKeys } from './use-problem-keys.ts'

const ALL = 'all'

/** Everything the program noticed in the letter, of one check or of all, each with its place to jump to and what can be done about it; below, what was dismissed. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const problems = useSessionState((state) => state.open?.problems)
  const dismissed = useSessionState((state) => state.open?.dismissed.length ?? 0)
  const [chosen, setChosen] = useState(ALL)
  const list = useRef<HTMLUListElement>(null)
  const groups = groupProblems(problems ?? [])
  // A group whose last problem was settled is gone: one sees them all again.
  const group = groups.some(({ id }) => id === chosen) ? chosen : ALL
  const shown = (problems ?? []).filter((one) => group === ALL || inGroup(one) === group)
  const onKeyDown = useProblemKeys(list, shown)
  const choices = [
    { id: ALL, text: t('checks.all'), count: problems?.length ?? 0 },
    ...groups.map(({ id, count }) => ({
      id,
      text: id === 'letter' ? t('checks.ofLetter') : t(`check.${id}.name`),
      count,
    })),
  ]
  return (
    <>
      {groups.length > 1 && (
        <Select
          label={t('checks.which')}
          labelHidden
          choices={choices}
          value={group}
          onChange={setChosen}
        />
      )}
      {shown.length === 0 && (
        <EmptyPanel title={t('letterView.problems.none')} text={t('letterView.problems.noneHow')} />
      )}
      <ul className="rows problem-list" ref={list} onKeyDown={onKeyDown}>
        {shown.map((problem) => (
          <ProblemRow key={problem.id} problem={problem} />
        ))}
      </ul>
      {dismissed > 0 && <DismissedProblems />}
    </>
  )
}
