import { useRef, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Rule, RuleKind } from '../../../shared/import/rules/rule.ts'
import { Button } from '../kit/button.tsx'
import { Select } from '../kit/select.tsx'
import { proposePatterns } from './propose-patterns.ts'
import { RULE_KINDS } from './rule-list.ts'
import { tryPage } from './try-page.ts'

type Marked = { readonly line: string; readonly from: number; readonly to: number }

/** Begins a rule without a word of patterns: mark in a line what is to be found, say what it is, choose how exact the rule shall be. */
export function FromExample(props: {
  page: string
  onMake: (kind: RuleKind, made: Pick<Rule, 'pattern' | 'examples'>) => void
}) {
  const { t } = useTranslation()
  const [line, setLine] = useState('')
  const [marked, mark] = useState<Marked | null>(null)
  const [kind, setKind] = useState<RuleKind>('dispatch-number')
  const field = useRef<HTMLInputElement>(null)
  const take = () => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {}
    if (typeof from === 'number' && typeof to === 'number' && to > from) mark({ line, from, to })
  }
  return (
    <section className="from-example" aria-label={t('rules.fromExample')}>
      <h2>{t('rules.fromExample')}</h2>
      <label className="field">
        <span className="field-label">{t('rules.exampleLine')}</span>
        <input
          ref={field}
          className="input"
          value={line}
          onChange={(event) => {
            setLine(event.target.value)
            mark(null)
          }}
          onSelect={take}
        />
        <span className="field-help">{t('rules.exampleLineHelp')}</span>
      </label>
      {marked ? (
        <Proposals
          key={`${marked.from} ${marked.to} ${marked.line}`}
          marked={marked}
          page={props.page}
          kind={kind}
          onKind={setKind}
          onMake={props.onMake}
        />
      ) : null}
    </section>
  )
}

function Proposals(props: {
  marked: Marked
  page: string
  kind: RuleKind
  onKind: (kind: RuleKind) => void
  onMake: (kind: RuleKind, made: Pick<Rule, 'pattern' | 'examples'>) => void
}) {
  const { t } = useTranslation()
  const { marked, page, kind, onKind, onMake } = props
  const { line, from, to } = marked
  const proposals = proposePatterns(line, from, to)
  const [chosen, choose] = useState(proposals[1]?.kind ?? proposals[0]?.kind ?? 'strict')
  const made = proposals.find((one) => one.kind === chosen)
  const found = line.slice(from, to).trim()
  const count = (pattern: string) => tryPage({ ...TRIED, kind, pattern }, page)?.count ?? 0
  return (
    <>
      <RadioGroup
        className="field"
        value={chosen}
        onChange={(id) => choose(proposals.find((one) => one.kind === id)?.kind ?? 'strict')}
      >
        <Label className="field-label">{t('rules.findMarked', { found })}</Label>
        {proposals.map((one) => (
          <Radio className="radio" key={one.kind} value={one.kind}>
            <span>
              {t(`rules.like.${one.kind}`)}{' '}
              <span className="muted">· {t('rules.hits', { count: count(one.pattern) })}</span>
              <br />
              <code className="muted">{one.pattern}</code>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="rule-fields">
        <Select
          label={t('rules.finds')}
          value={kind}
          choices={RULE_KINDS.map((id) => ({ id, text: t(`rules.kind.${id}`) }))}
          onChange={(id) => onKind(RULE_KINDS.find((one) => one === id) ?? kind)}
        />
        <Button
          look="primary"
          isDisabled={!made}
          onPress={() =>
            made && onMake(kind, { pattern: made.pattern, examples: [{ text: line, found }] })
          }
        >
          {t('rules.make')}
        </Button>
      </div>
    </>
  )
}

const TRIED: Omit<Rule, 'kind' | 'pattern'> = {
  ...{ id: 'tried', flags: 'u', confidence: 1, enabled: true },
  ...{ examples: [], counterexamples: [] },
}
