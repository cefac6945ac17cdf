import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../shared/letter/records.ts'
import type { Editor } from '../../../shared/tei/edition-record.ts'

/** Who said something and when, small behind the words. */
export function Said({ by, at, editors }: Decision & { readonly editors: readonly Editor[] }) {
  const { t, i18n } = useTranslation()
  const editor = editors.find(({ id }) => id === by)
  const time = new Date(at)
  const isTime = !Number.isNaN(time.getTime())
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const
  return (
    <small className="said">
      <span title={editor?.name}>{editor?.initials ?? t('letterView.columns.unnamed')}</span>
      {isTime && ` · ${new Intl.DateTimeFormat(i18n.language, format).format(time)}`}
    </small>
  )
}
