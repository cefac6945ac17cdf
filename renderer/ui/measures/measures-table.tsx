import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import type { MeasureColumn, MeasureOrder, MeasureRow } from './measure-rows.ts'

// More rows than one reads; the file has them all.
const MOST = 200

interface Props {
  readonly label: string
  readonly rows: readonly MeasureRow[]
  readonly columns: readonly MeasureColumn[]
  readonly order: MeasureOrder
  readonly onOrder: (order: MeasureOrder) => void
  /** Goes to what a row counts, given its id; absent where that is no place. */
  readonly onOpen?: (id: string) => void
}

/** The measures as a table; a press on a heading sorts by it, once more turns the order, one on the name of a row goes there. */
export function MeasuresTable({ label, rows, columns, order, onOrder, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const shown = rows.slice(0, MOST)
  const show = (column: MeasureColumn, value: number | null) =>
    value === null ? '–' : numberOf(i18n.language, column, value)
  return (
    <>
      <table className="measures-table" aria-label={label}>
        <thead>
          <tr>
            {(['name', ...columns] as const).map((column) => (
              <Head key={column} column={column} label={label} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, name, values }) => (
            <tr key={id}>
              <th scope="row">
                {onOpen ? (
                  <Button look="link" onPress={() => onOpen(id)}>
                    {name}
                  </Button>
                ) : (
                  name
                )}
              </th>
              {columns.map((column) => (
                <td key={column}>{show(column, values[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST ? (
        <p className="muted">{t('measures.more', { count: rows.length - MOST })}</p>
      ) : null}
    </>
  )
}

function Head(props: {
  column: MeasureColumn | 'name'
  label: string
  order: MeasureOrder
  onOrder: (order: MeasureOrder) => void
}) {
  const { t } = useTranslation()
  const { column, label, order, onOrder } = props
  const isSorted = order.column === column
  const Arrow = order.descending ? ArrowDown : ArrowUp
  const turn = () =>
    onOrder({ column, descending: isSorted ? !order.descending : column !== 'name' })
  const sorted = order.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={isSorted ? sorted : 'none'}>
      <button type="button" onClick={turn}>
        {column === 'name' ? label : t(`measures.column.${column}`)}
        {isSorted ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  )
}

// Less than this would be written as nothing by one digit.
const SMALLEST = 0.05

/** A measure as the language writes it: rates in per cent, densities with one digit behind the point, or the first one that is not 0. */
export function numberOf(locale: string, column: MeasureColumn, value: number): string {
  if (column === 'rate')
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
      value,
    )
  if (column === 'density' && value > 0 && value < SMALLEST)
    return new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 }).format(value)
  const digits = column === 'density' ? 1 : 0
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
}
