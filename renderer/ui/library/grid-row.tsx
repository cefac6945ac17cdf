import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../session/session.ts'
import { RowOriginal } from '../original/row-original.tsx'
import { isBegun, SegmentProgress } from '../reading/progress-bar.tsx'

interface GridRowProps {
  readonly row: LetterRow
  readonly index: number
  readonly top: number
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly onFocus: (index: number) => void
  readonly onClick: (event: MouseEvent, index: number) => void
}

/** One letter of the library. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, isActive, isSelected, onFocus, onClick } = props
  const { t, i18n } = useTranslation()
  const isPending = row.unchecked !== undefined
  return (
    <tr
      className="grid-row"
      data-index={index}
      data-letter={row.id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => onFocus(index)}
      onClick={(event) => onClick(event, index)}
    >
      <td className="cell-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('library.select', { what: row.title })}
          checked={isSelected}
          readOnly
        />
      </td>
      <td className="cell cell-date">
        {row.dateText || <span className="none">{t('library.undated')}</span>}
      </td>
      <Names names={row.from} className="cell-from" />
      <Names names={row.to} className="cell-to" />
      <td className="cell cell-archive" title={row.archive}>
        {row.archive}
      </td>
      <td className="cell cell-words">{row.words.toLocaleString(i18n.language)}</td>
      <td
        className="cell cell-problems"
        data-pending={isPending || undefined}
        title={isPending ? t('checks.pending') : undefined}
      >
        {row.problems > 0 ? row.problems.toLocaleString(i18n.language) : ''}
      </td>
      <td className="cell cell-state">
        <span className={`state state-${row.state}`}>{t(`letterState.${row.state}`)}</span>
        <RowOriginal row={row} />
        {row.segments && isBegun(row.segments) && <SegmentProgress counts={row.segments} />}
      </td>
    </tr>
  )
})

function Names({ names, className }: { names: readonly string[]; className: string }) {
  const text = names.join(', ')
  return (
    <td className={`cell ${className}`} title={text}>
      {text || <span className="none">—</span>}
    </td>
  )
}
