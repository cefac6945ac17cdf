import { useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/import/rules/rule.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { findFaults, type RuleFault } from './find-faults.ts'
import { type ListedRule, RULE_KINDS, withoutRule, withRule } from './rule-list.ts'

/** One rule: what it finds, its pattern, its examples; what is wrong with it is said in words. It is kept by a press, and only where nothing is wrong. */
export function RuleForm(props: {
  listed: ListedRule | null
  rule: Rule
  onDraft: (rule: Rule | null) => void
  onGone: () => void
}) {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.rules)
  const { listed, rule, onDraft, onGone } = props
  const faults = useMemo(() => findFaults(rule), [rule])
  const isChanged = listed !== null && JSON.stringify(listed.rule) !== JSON.stringify(rule)
  const origin = listed?.origin ?? 'own'
  const keep = (kept: Rule) => {
    void session.setRules(withRule(set, kept))
    onDraft(null)
  }
  const remove = () => {
    const before = set
    void session.setRules(withoutRule(set, rule.id))
    onDraft(null)
    if (origin === 'own') onGone()
    session.notify('good', t(origin === 'own' ? 'rules.removed' : 'rules.reset'), {
      label: t('session.undo'),
      run: () => void session.setRules(before),
    })
  }
  return (
    <div className="rule-form">
      <div className="rule-head">
        <h2>{t(`rules.kind.${rule.kind}`)}</h2>
        <Checkbox
          className="checkbox"
          isSelected={rule.enabled}
          onChange={(enabled) => keep({ ...(listed?.rule ?? rule), enabled })}
        >
          <span className="checkbox-box" aria-hidden />
          {t('rules.on')}
        </Checkbox>
        <span className="grow" />
        {origin === 'shipped' ? null : (
          <Button look="danger" onPress={remove}>
            {t(origin === 'own' ? 'rules.remove' : 'rules.asShipped')}
          </Button>
        )}
        <Button
          look="primary"
          isDisabled={!isChanged || faults.length > 0}
          onPress={() => keep(rule)}
        >
          {t('rules.keep')}
        </Button>
      </div>
      <RuleFields rule={rule} onChange={onDraft} />
      <Faults faults={faults} />
    </div>
  )
}

function RuleFields({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const { t } = useTranslation()
  const [examples, setExamples] = useState(() => writeExamples(rule))
  const [others, setOthers] = useState(() => rule.counterexamples.join('\n'))
  const { value, ...plain } = rule
  return (
    <>
      <div className="rule-fields">
        <Select
          label={t('rules.finds')}
          value={rule.kind}
          choices={RULE_KINDS.map((id) => ({ id, text: t(`rules.kind.${id}`) }))}
          onChange={(id) => {
            const kind = RULE_KINDS.find((one) => one === id)
            if (kind) onChange({ ...rule, kind })
          }}
        />
        <Checkbox
          className="checkbox"
          isSelected={rule.flags === 'iu'}
          onChange={(anyCase) => onChange({ ...rule, flags: anyCase ? 'iu' : 'u' })}
        >
          <span className="checkbox-box" aria-hidden />
          {t('rules.anyCase')}
        </Checkbox>
      </div>
      <Field
        label={t('rules.pattern')}
        value={rule.pattern}
        onChange={(pattern) => onChange({ ...rule, pattern })}
        help={t('rules.patternHelp')}
        multiline
      />
      <Field
        label={t('rules.value')}
        value={value ?? ''}
        onChange={(typed) => onChange(typed === '' ? plain : { ...rule, value: typed })}
        help={t('rules.valueHelp')}
      />
      <Field
        label={t('rules.examples')}
        value={examples}
        onChange={(typed) => {
          setExamples(typed)
          onChange({ ...rule, examples: readExamples(typed, rule) })
        }}
        help={t('rules.examplesHelp')}
        multiline
      />
      <Field
        label={t('rules.counterexamples')}
        value={others}
        onChange={(typed) => {
          setOthers(typed)
          onChange({ ...rule, counterexamples: typed.split('\n').filter((line) => line !== '') })
        }}
        help={t('rules.counterexamplesHelp')}
        multiline
      />
    </>
  )
}

// An example is a line with what is to be found in it between two bars.
function writeExamples({ examples }: Rule): string {
  return examples.map(({ text, found }) => text.replace(found, () => `|${found}|`)).join('\n')
}

function readExamples(typed: string, { examples }: Rule): Rule['examples'] {
  return typed.split('\n').flatMap((line) => {
    const [before, found, ...after] = line.split('|')
    if (before === undefined || found === undefined || found === '') return []
    const text = before + found + after.join('|')
    const known = examples.find((one) => one.text === text && one.found === found)
    return [known ?? { text, found }]
  })
}

function Faults({ faults }: { faults: readonly RuleFault[] }) {
  const { t } = useTranslation()
  if (faults.length === 0) return <p className="losses-none">{t('rules.good')}</p>
  return (
    <ul className="rule-faults" aria-label={t('rules.faults')}>
      {faults.map(({ code, text, found }) => (
        <li key={`${code} ${text}`}>
          {t(`rules.fault.${code}`, { text, found: found || t('rules.nothing') })}
        </li>
      ))}
    </ul>
  )
}
