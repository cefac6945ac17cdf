import { useTranslation } from 'react-i18next'
import type { TeiFileReport } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { closeDialog } from '../ui-state.ts'

// More places than these are counted only.
const MOST_PLACES = 50

/** What was written of each file of others: its changed places with their lines, and whether it is valid as it was and as it is. */
export function TeiReport({ reports }: { readonly reports: readonly TeiFileReport[] }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('tei.report.title')}
      onClose={closeDialog}
      wide
      foot={
        <Button look="primary" onPress={closeDialog} autoFocus>
          {t('app.close')}
        </Button>
      }
    >
      <p>{t('tei.report.what')}</p>
      <ul className="plain-list">
        {reports.map((report) => (
          <li key={report.name} className="tei-report">
            <FileReport report={report} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function FileReport({ report }: { readonly report: TeiFileReport }) {
  const { t } = useTranslation()
  const { name, changes, validity, lost } = report
  const count = changes.length
  return (
    <>
      <strong>{name}</strong>{' '}
      <span>{count === 0 ? t('tei.report.unchanged') : t('tei.report.changed', { count })}</span>
      <div className="muted">
        {validity.before === 'none'
          ? t('tei.report.unchecked')
          : t('tei.report.validity', {
              before: t(`tei.validity.${validity.before}`),
              after: t(`tei.validity.${validity.after}`),
            })}
      </div>
      <LostTrail lost={lost} />
      {count === 0 ? null : (
        <ul className="tei-changes">
          {changes.slice(0, MOST_PLACES).map(({ line, before, after }) => (
            <li key={`${line} ${after}`}>
              <span className="tei-line">{t('tei.report.line', { line })}</span>
              <del>{before}</del> <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
      {count > MOST_PLACES ? (
        <p className="muted">{t('tei.report.more', { count: count - MOST_PLACES })}</p>
      ) : null}
    </>
  )
}

// What could not go with the file is said by its words, each kind counted.
function LostTrail({ lost }: Pick<TeiFileReport, 'lost'>) {
  const { t } = useTranslation()
  if (lost.length === 0) return null
  return (
    <div>
      <p>{t('tei.report.lost')}</p>
      <ul className="plain-list">
        {[...Map.groupBy(lost, ({ table }) => table)].map(([table, members]) => (
          <li key={table}>
            {t(`tei.report.lostOf.${table}`, { count: members.length })}{' '}
            {members.slice(0, MOST_PLACES).map(({ name }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two may read alike
              <q key={n}>{name}</q>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
