import { useTranslation } from 'react-i18next'
import type { CorrectionRow } from '../../../shared/exchange/correction-rows.ts'
import { decisionOf, proposalOf } from '../../../shared/translate/verdict.ts'
import type { LetterCorrections } from '../../session/output-types.ts'
import { useSessionState } from '../session-context.tsx'

/** The list of corrections as it is printed, letter by letter; on the screen it is not shown. */
export function CorrectionsPage({ letters }: { letters: readonly LetterCorrections[] }) {
  const { t } = useTranslation()
  const edition = useSessionState((state) => state.edition)
  const editors = useSessionState((state) => state.editors)
  const names = new Map(editors.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) || id
  return (
    <div className="print-page" aria-hidden>
      <h1>{t('exportForms.printTitle')}</h1>
      {edition ? <p>{edition.title}</p> : null}
      {letters.map(({ letter, title, rows }) => (
        <section key={letter}>
          <h2>{title}</h2>
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

function Correction(props: { row: CorrectionRow; nameOf: (id: string) => string }) {
  const { t } = useTranslation()
  const { row, nameOf } = props
  const { record, before, after, evidence, verdict } = row
  const made = proposalOf(record)
  const last = decisionOf(record)
  return (
    <li>
      <p className="print-change">
        {before ? <del>{before}</del> : '∅'} → {after ? <ins>{after}</ins> : '∅'}
      </p>
      <p>
        {t(`category.${record.category}`)} · {t(`severity.${record.severity}`)} ·{' '}
        {t(`measures.verdict.${verdict}`)}
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

function Day({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return null
  return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(time)
}
