import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeaderField, HeaderRecord } from '../../../shared/letter/records.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { SURE } from './header-lines.ts'
import { ProblemWords } from './problem-words.tsx'

/** A part of the header form: its words with the TEI name, what is missing or doubtful in it, its fields, and quietly below how sure the reading is until a person confirms it. */
export function HeaderPart(props: {
  readonly field: HeaderField
  readonly tei?: string
  readonly record: HeaderRecord | undefined
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <fieldset className="header-part" id={`header-${props.field}`}>
      <legend>
        {t(`field.${props.field}`)}
        {props.tei && <span className="tei">{props.tei}</span>}
      </legend>
      <FieldProblems field={props.field} />
      {props.children}
      <Inferred field={props.field} record={props.record} />
    </fieldset>
  )
}

// The key that leads here says nothing else of why.
function FieldProblems({ field }: { readonly field: HeaderField }) {
  const problems = useSessionState((state) => state.open?.problems)
  return problems
    ?.filter((problem) => problem.field === field)
    .map((problem) => (
      <p key={problem.id} className="header-problem">
        <ProblemWords problem={problem} />
      </p>
    ))
}

function Inferred(props: {
  readonly field: HeaderField
  readonly record: HeaderRecord | undefined
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { record } = props
  if (!record || record.by !== undefined) return null
  const unsure = record.confidence < SURE
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(
    record.confidence,
  )
  return (
    <p className="inferred" data-unsure={unsure || undefined}>
      <span>
        {t(unsure ? 'letterView.inferred.unsure' : 'letterView.inferred.read', { percent })}
      </span>
      {!isReadOnly && (
        <Button
          look="link"
          aria-label={t('letterView.inferred.confirmField', { field: t(`field.${props.field}`) })}
          onPress={() => session.editor('translation')?.confirmHeader(props.field)}
        >
          {t('letterView.inferred.confirm')}
        </Button>
      )}
    </p>
  )
}
