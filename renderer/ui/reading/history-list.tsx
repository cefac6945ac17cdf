import { useTranslation } from 'react-i18next'
import type { CorrectionDecision, CorrectionRecord } from '../../../shared/letter/records.ts'
import { useSessionState } from '../session-context.tsx'
import { Said } from './said.tsx'

/** What was said of a correction since it was made, oldest first: who, when, what, why. */
export function HistoryList({ record }: { readonly record: Omit<CorrectionRecord, 'id'> }) {
  const { t } = useTranslation()
  const editors = useSessionState((state) => state.editors)
  const made: CorrectionDecision = { verdict: 'proposed', by: record.by, at: record.at }
  const said = [made, ...(record.history ?? [])]
  return (
    <ol className="history" aria-label={t('reading.history')}>
      {said.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added
        <li key={index}>
          <span className="verdict" data-verdict={one.verdict}>
            {t(`reading.verdict.${one.verdict}`)}
          </span>{' '}
          {one.after && index > 0 && <i>{one.after}</i>} <Said editors={editors} {...one} />
          {one.why && <q>{one.why}</q>}
        </li>
      ))}
    </ol>
  )
}
