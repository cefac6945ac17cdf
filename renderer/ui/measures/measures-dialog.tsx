import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { barChart, barChartSvg } from '../../../shared/exchange/bar-chart.ts'
import type { Measures } from '../../../shared/translate/measures/collect-measures.ts'
import { densityOf, wordEditRate } from '../../../shared/translate/measures/tally.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Segments } from '../kit/segments.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import {
  columnsOf,
  GROUPINGS,
  type Grouping,
  type MeasureOrder,
  measureRows,
  rowsCsv,
  sortRows,
} from './measure-rows.ts'
import { MeasuresChart } from './measures-chart.tsx'
import { MeasuresTable, numberOf } from './measures-table.tsx'
import { useMeasureNames } from './use-measure-names.ts'
import { useMeasures } from './use-measures.ts'

/** What was corrected in the library, counted: a table, a drawing, both to be saved. No score, no pass or fail. */
export function MeasuresDialog() {
  const { t } = useTranslation()
  const measures = useMeasures()
  if (measures) return <Counted measures={measures} />
  return (
    <Dialog
      title={t('measures.title')}
      onClose={closeDialog}
      wide
      foot={
        <Button onPress={closeDialog} autoFocus>
          {t('app.cancel')}
        </Button>
      }
    >
      <p className="muted">{t('measures.counting')}</p>
    </Dialog>
  )
}

// As many bars as one takes in.
const BARS = 12

function Counted({ measures }: { measures: Measures }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const letters = useMemo(() => measures.letters.map(({ letter }) => letter), [measures])
  const namesOf = useMeasureNames(letters)
  const [grouping, setGrouping] = useState<Grouping>('category')
  const [order, setOrder] = useState<MeasureOrder>({ column: 'corrections', descending: true })
  const columns = columnsOf(grouping)
  const all = measureRows(measures, grouping, namesOf(grouping))
  const rows = sortRows(all, order, i18n.language)
  const label = t(`measures.group.${grouping}`)
  const title = t('measures.chart', { group: label })
  const most = sortRows(all, { column: 'corrections', descending: true }, i18n.language)
  const chart = barChart(
    most.slice(0, BARS).map(({ name, values }) => {
      const [value, words] = [values.corrections ?? 0, values.words ?? 0]
      const count = numberOf(i18n.language, 'corrections', value)
      const inWords = t('measures.inWords', { count: words })
      return { name, value, label: grouping === 'letter' ? `${count} ${inWords}` : count }
    }),
  )
  const heads = [label, ...columns.map((column) => t(`measures.column.${column}`))]
  const open = (letter: string) => {
    closeDialog()
    void session.openLetter(letter)
  }
  const csv = () => void session.outputs.saveText('measures.csv', rowsCsv(rows, columns, heads))
  const svg = () => void session.outputs.saveText('measures.svg', barChartSvg(title, chart))
  return (
    <Dialog
      title={t('measures.title')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={csv}>{t('measures.saveTable')}</Button>
          <Button onPress={svg}>{t('measures.saveChart')}</Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <Summary measures={measures} />
      <Segments
        label={t('measures.by')}
        items={GROUPINGS.map((id) => ({ id, text: t(`measures.group.${id}`) }))}
        selected={grouping}
        onSelect={(id) => setGrouping(id as Grouping)}
      />
      {rows.length === 0 ? (
        <p className="muted">{t('measures.none')}</p>
      ) : (
        <>
          <MeasuresChart title={title} chart={chart} />
          <MeasuresTable
            label={label}
            rows={rows}
            columns={columns}
            order={order}
            onOrder={setOrder}
            {...(grouping === 'letter' && { onOpen: open })}
          />
        </>
      )}
      <p className="muted">{t('measures.honest')}</p>
    </Dialog>
  )
}

function Summary({ measures: { collection } }: { measures: Measures }) {
  const { t, i18n } = useTranslation()
  const { words, corrections, letters, byVerdict } = collection
  const density = densityOf(corrections, words)
  const rate = wordEditRate(collection)
  const show = (column: 'density' | 'rate', value: number | null) =>
    value === null ? '–' : numberOf(i18n.language, column, value)
  return (
    <p>
      {t('measures.summary', { count: corrections, words, letters })}{' '}
      {byVerdict.refused > 0 && `${t('measures.besides', { count: byVerdict.refused })} `}
      {t('measures.rates', { density: show('density', density), rate: show('rate', rate) })}
    </p>
  )
}
