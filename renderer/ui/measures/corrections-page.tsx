import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectionSurroundings } from '../../../shared/exchange/correction-place.ts'
import { decisionOf, proposalOf } from '../../../shared/translate/verdict.ts'
import type { LetterCorrections } from '../../session/output-types.ts'
import { showSpace } from '../reading/show-space.ts'
import { useSessionState } from '../session-context.tsx'
import { useLetterNames } from '../use-letter-names.ts'
import { usePersonName } from './use-person-name.ts'

type Row = LetterCorrections['rows'][number]

/** The list of corrections as it is printed, letter by letter; on the screen it is not shown. */
export function CorrectionsPage({ letters }: { letters: readonly LetterCorrections[] }) {
  const { t } = useTranslation()
  const edition = useSessionState((state) => state.edition)
  const nameOf = usePersonName()
  const letterName = useLetterNames(useMemo(() => letters.map(({ letter }) => letter), [letters]))
  return (
    <div className="print-page" aria-hidden>
      <h1>{t('exportForms.printTitle')}</h1>
      {edition ? <p>{edition.title}</p> : null}
      {letters.map(({ letter, rows }) => (
        <section key={letter}>
          <h2>{letterName(letter)}</h2>
          <ol>
            {rows.map((row) => (
              <Correction key={`${row.side} ${row.record.id}`} row={row} nameOf={nameOf} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Correction(props: { row: Row; nameOf: (id: string) => string }) {
  const { t } = useTranslation()
  const placeWords = usePlaceWords()
  const { row, nameOf } = props
  const { record, before, after, evidence, verdict, around } = row
  const made = proposalOf(record)
  const last = decisionOf(record)
  return (
    <li>
      <p className="print-change">
        {around?.left}
        {before && <del>{showSpace(before)}</del>}
        {before && after && ' '}
        {after && <ins>{showSpace(after)}</ins>}
        {around?.right}
      </p>
      <p>
        {around?.place && `${placeWords(around, row.side)} · `}
        {t(`category.${record.category}`)}
        {record.guessed && ` (${t('letterView.corrections.guessed')})`} ·{' '}
        {t(`severity.${record.severity}`)} · {t(`measures.verdict.${verdict}`)}
      </p>
      {record.reason ? (
        <p>
          {t('exportForms.reason')}: {record.reason}
        </p>
      ) : null}
      {evidence ? (
        <p>
          {t('exportForms.evidence')}: <q>{evidence}</q>
        </p>
      ) : null}
      <p className="print-who">
        {nameOf(made.by)} <Day at={made.at} />
        {last ? (
          <>
            {' · '}
            {nameOf(last.by)} <Day at={last.at} />
            {last.why ? `: ${last.why}` : ''}
          </>
        ) : null}
      </p>
    </li>
  )
}

function usePlaceWords() {
  const { t } = useTranslation()
  return ({ place }: CorrectionSurroundings, side: Row['side']) => {
    if (!place) return ''
    const { n } = place
    const words =
      place.kind === 'paragraph'
        ? t('exportForms.paragraph', { n })
        : n === null
          ? t('exportForms.noteLost')
          : t('exportForms.note', { n })
    return side === 'original' ? `${t('exportForms.ofOriginal')}, ${words}` : words
  }
}

function Day({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return null
  return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(time)
}
