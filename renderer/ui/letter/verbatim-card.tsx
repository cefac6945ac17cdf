import { useTranslation } from 'react-i18next'
import type { VerbatimRecord } from '../../../shared/letter/records.ts'

/** The markup of others at the cursor, from the outside in, as it stands in the file it came from. */
export function VerbatimCard(props: { readonly records: readonly VerbatimRecord[] }) {
  const { t } = useTranslation()
  return (
    <div className="card">
      <p className="card-kind">{t('letterView.card.verbatim')}</p>
      <ul className="verbatim-tags">
        {props.records.map((record) => (
          <li key={record.id}>
            <code>{startTag(record)}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

function startTag({ name, attributes }: VerbatimRecord): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return `<${name}${written.join('')}>`
}
