import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CarryNote } from '../../../shared/import/compare/carry-note.ts'
import type { RecordLoss } from '../../../shared/letter/rearrange/letter-plan.ts'

type Loss = RecordLoss | CarryNote

const MOST = 60

/** What would not stay as it is, thing by thing with its words; `none` is said where there is nothing. */
export function LossList({ losses, none }: { losses: readonly Loss[]; none: string }) {
  const { t } = useTranslation()
  if (losses.length === 0) return <p className="losses-none">{none}</p>
  return (
    <div className="losses">
      <p>{t('after.losses', { count: losses.length })}</p>
      <ul>
        {losses.slice(0, MOST).map((loss) => (
          <li key={`${loss.what} ${loss.side} ${loss.table} ${loss.id}`}>{inWords(t, loss)}</li>
        ))}
        {losses.length > MOST ? <li>…</li> : null}
      </ul>
    </div>
  )
}

function inWords(t: TFunction, loss: Loss): string {
  const { what, table, text } = loss
  if (table === 'header' && loss.id === 'origin') return t('after.loss.file', { text })
  const thing = t(`after.table.${table}`)
  const now = 'now' in loss ? loss.now : ''
  return `${thing}: ${t(`after.loss.${what}`, { text: text || '—', now: now || '—' })}`
}
