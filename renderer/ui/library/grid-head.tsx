import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { uiState, useUi } from '../ui-state.ts'
import { LETTER_COLUMNS, type LetterColumn } from './sort-letters.ts'

const LARGEST_FIRST: readonly LetterColumn[] = ['words', 'problems']

/** The heads of the columns: pressed they sort, pressed again the other way round. */
export function GridHead(props: { allSelected: boolean; onSelectAll: (all: boolean) => void }) {
  const { t } = useTranslation()
  const order = useUi((ui) => ui.order)
  const sort = (column: LetterColumn) => {
    const same = order.column === column
    const descending = same ? !order.descending : LARGEST_FIRST.includes(column)
    uiState.setState({ order: { column, descending } })
  }
  return (
    <thead className="grid-head">
      <tr className="grid-row" aria-rowindex={1}>
        <th scope="col" className="cell-check">
          <input
            type="checkbox"
            aria-label={t('library.selectAll')}
            checked={props.allSelected}
            onChange={(event) => props.onSelectAll(event.target.checked)}
          />
        </th>
        {LETTER_COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            className={`cell cell-${column}`}
            aria-sort={sortOf(order, column)}
          >
            <button type="button" className="head-button" onClick={() => sort(column)}>
              {t(`library.column.${column}`)}
              <SortSign order={order} column={column} />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface Order {
  readonly column: LetterColumn
  readonly descending: boolean
}

function sortOf(order: Order, column: LetterColumn): 'ascending' | 'descending' | 'none' {
  if (order.column !== column) return 'none'
  return order.descending ? 'descending' : 'ascending'
}

function SortSign({ order, column }: { order: Order; column: LetterColumn }) {
  if (order.column !== column) return null
  return order.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />
}
