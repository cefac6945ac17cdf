import { useTranslation } from 'react-i18next'
import { countRecords } from '../../../shared/import/review/count-records.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { countWords } from '../../../shared/letter/count-words.ts'
import { CardFoot } from './card-foot.tsx'
import { goToRow } from './review-moves.ts'
import type { ReviewRow } from './review-rows.ts'
import { useLetterState } from './use-letter-state.ts'

/** What a letter that came as TEI is called: its title, else its id. */
export function titleOf({ id, translation }: CanonicalLetter): string {
  return translation.records.header.title?.value.trim() || id
}

/** A letter of a TEI file: what its header says, what of its markup was understood, and how much stays as it came. */
export function TeiCard(props: {
  readonly row: Extract<ReviewRow, { type: 'tei' }>
  readonly isHere: boolean
}) {
  const { t } = useTranslation()
  const { row, isHere } = props
  const state = useLetterState(row.key)
  const { header } = row.letter.translation.records
  const counts = countRecords(row.letter)
  const facts = [
    [t('review.from'), header.senders?.value.map(({ text }) => text).join(', ')],
    [t('review.to'), header.recipients?.value.map(({ text }) => text).join(', ')],
    [t('review.date'), header.date?.value.text],
    [t('review.archive'), header.archive?.value.map(({ text }) => text).join('; ')],
  ] as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the article around it has the focus and the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className="card"
      data-here={isHere || undefined}
      data-state={state}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button')) goToRow(row)
      }}
    >
      <div className="card-head">
        <span className="card-number">{row.number}</span>
        <h3 className="serif">{titleOf(row.letter)}</h3>
        {state ? <span className="card-state">{t(`review.state.${state}`)}</span> : null}
      </div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value || <span className="none">—</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="fact-counts muted">
        {[
          t('review.words', { count: countWords(row.letter.translation) }),
          row.letter.original ? t('review.withOriginal') : '',
          ...(['mentions', 'notes', 'corrections'] as const).map((kind) =>
            counts[kind] > 0 ? t(`review.tei.${kind}`, { count: counts[kind] }) : '',
          ),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {counts.verbatim > 0 ? (
        <p className="fact-counts muted">{t('review.tei.verbatim', { count: counts.verbatim })}</p>
      ) : null}
      <CardFoot letterKey={row.key} state={state} />
    </div>
  )
}
