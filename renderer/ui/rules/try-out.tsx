import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/import/rules/rule.ts'
import { Field } from '../kit/field.tsx'
import { type TriedLine, tryPage } from './try-page.ts'

const MOST = 200

/** What a rule finds on a page: the count, and the lines with the finds marked; the page can be pasted over. */
export function TryOut(props: { rule: Rule | null; page: string; onPage: (text: string) => void }) {
  const { t } = useTranslation()
  const rule = useDeferredValue(props.rule)
  const page = useDeferredValue(props.page)
  const tried = useMemo(() => (rule ? tryPage(rule, page) : null), [rule, page])
  return (
    <section className="try-out" aria-label={t('rules.tryOut')}>
      <h2>{t('rules.tryOut')}</h2>
      {tried ? (
        <output className="try-count">{t('rules.hits', { count: tried.count })}</output>
      ) : null}
      {tried && tried.lines.length > 0 ? (
        <div className="try-lines" role="log" aria-label={t('rules.hitLines')} aria-live="off">
          {tried.lines.slice(0, MOST).map((line) => (
            <Line key={line.line} line={line} />
          ))}
          {tried.lines.length > MOST ? <p className="muted">…</p> : null}
        </div>
      ) : null}
      <Field
        label={t('rules.page')}
        value={props.page}
        onChange={props.onPage}
        help={t('rules.pageHelp')}
        multiline
      />
    </section>
  )
}

function Line({ line }: { line: TriedLine }) {
  return (
    <p className="try-line">
      <span className="try-number">{line.line}</span>
      <span>
        {line.parts.map(({ text, hit }) =>
          hit ? (
            <mark key={hit.from} title={hit.value}>
              {text}
              {hit.value === text ? null : <span className="try-value"> = {hit.value}</span>}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    </p>
  )
}
