import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { tryCorrectionRule } from './try-correction-rule.ts'

const MOST = 50

/** What a rule would find in the open letter, as it is typed. */
export function RuleTrial(props: { readonly rule: CorrectionRule }) {
  const { t } = useTranslation()
  const session = useSession()
  const open = useSessionState((state) => state.open)
  const rule = useDeferredValue(props.rule)
  const machine = useMemo(
    () => (open ? (session.editor('translation')?.canonical().machine ?? null) : null),
    [session, open],
  )
  const hits = useMemo(
    () => (machine ? tryCorrectionRule(rule, machine, MOST) : []),
    [rule, machine],
  )
  if (!open || !machine) return <p className="muted">{t('words.rules.trialNone')}</p>
  return (
    <section className="words-trial" aria-label={t('words.rules.trial')}>
      <h2>{t('words.rules.trial')}</h2>
      <p className="muted" role="status">
        {t('words.rules.hits', { count: hits.length, title: open.title })}
      </p>
      <ul>
        {hits.map((hit) => (
          <li key={`${hit.block} ${hit.from}`}>
            <span className="muted">{hit.left}</span>
            <del>{hit.words}</del> <ins>{hit.after}</ins>
            <span className="muted">{hit.right}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
