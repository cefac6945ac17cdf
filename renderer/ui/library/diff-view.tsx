import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DiffRow, diffRows } from '../../../shared/import/compare/diff-rows.ts'
import type { MachineText } from '../../../shared/letter/machine-text.ts'

/** Two texts over each other: lines that stayed are counted, words taken out and put in are marked by more than colour. */
export function DiffView({ before, after }: { before: MachineText; after: MachineText }) {
  const runs = useMemo(() => foldSame(diffRows(before, after)), [before, after])
  return (
    <div className="diff" lang={after.lang}>
      {runs.map((run) =>
        'count' in run ? (
          <Same key={run.at} count={run.count} />
        ) : (
          <Row key={run.at} row={run.row} />
        ),
      )}
    </div>
  )
}

function Same({ count }: { count: number }) {
  const { t } = useTranslation()
  return <p className="diff-same muted">{t('after.sameLines', { count })}</p>
}

function Row({ row }: { row: DiffRow }) {
  const { t } = useTranslation()
  return (
    <p className={`diff-row diff-${row.kind}`}>
      {row.parts.map(({ is, text }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change their order
        if (is === 'same') return <span key={i}>{text}</span>
        const Mark = is === 'removed' ? 'del' : 'ins'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change their order
          <Mark key={i}>
            <span className="visually-hidden">
              {is === 'removed' ? t('after.removedWords') : t('after.addedWords')}{' '}
            </span>
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

type Run =
  | { readonly at: number; readonly count: number }
  | { readonly at: number; readonly row: DiffRow }

function foldSame(rows: readonly DiffRow[]): Run[] {
  const runs: Run[] = []
  rows.forEach((row, at) => {
    const last = runs.at(-1)
    if (row.kind !== 'same') runs.push({ at, row })
    else if (last && 'count' in last) runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ at, count: 1 })
  })
  return runs
}
