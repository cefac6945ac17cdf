import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/import/rules/rule.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import type { ListedRule } from '../rule-draft/listed-rule.ts'
import { useRuleDraft } from '../rule-draft/use-rule-draft.ts'
import { readExamples, writeExamples } from './example-lines.ts'
import { fieldOf, findFaults, type RuleFault, type RuleField } from './find-faults.ts'
import { RULE_KINDS } from './rule-list.ts'

const findFault = (rule: Rule) => {
  const faults = findFaults(rule)
  return faults.length > 0 ? faults : null
}

/**
 * One rule of recognition: what it finds, its pattern, its examples; what is wrong is said at its field. What is typed is kept when a
 * field is left, and at Ctrl+Enter. As long as something is wrong the rule is kept as it is typed, but is not in use.
 */
export function RuleForm(props: {
  readonly listed: ListedRule<Rule>
  readonly onDraft: (rule: Rule) => void
  readonly onKeep: (rule: Rule) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { listed, onDraft, onKeep, onRemove } = props
  const draft = useRuleDraft(listed.rule, { findFault, onKeep, onDraft })
  const { rule, fault } = draft
  const isNew = rule.pattern === '' && rule.examples.length === 0
  return (
    <div className="rule-form" onKeyDownCapture={draft.onKeyDownCapture}>
      <div className="rule-head">
        <h2>{t(`rules.kind.${rule.kind}`)}</h2>
        <TickBox
          isSelected={draft.enabled}
          isDisabled={fault !== null}
          onChange={(enabled) => draft.setAndCommit({ enabled })}
        >
          {t('rules.on')}
        </TickBox>
        <span className="grow" />
        {listed.origin === 'shipped' ? null : (
          <Button look="danger" onPress={onRemove}>
            {t(listed.origin === 'own' ? 'rules.remove' : 'rules.asShipped')}
          </Button>
        )}
      </div>
      <RuleKinds rule={rule} onChange={draft.setAndCommit} />
      <RuleFields
        rule={rule}
        faults={isNew ? [] : (fault ?? [])}
        onChange={draft.put}
        onCommit={draft.commit}
      />
      {fault === null ? <p className="losses-none">{t('rules.good')}</p> : null}
    </div>
  )
}

function RuleKinds({ rule, onChange }: { rule: Rule; onChange: (change: Partial<Rule>) => void }) {
  const { t } = useTranslation()
  return (
    <div className="rule-fields">
      <Select
        label={t('rules.finds')}
        value={rule.kind}
        choices={RULE_KINDS.map((id) => ({ id, text: t(`rules.kind.${id}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TickBox
        isSelected={rule.flags === 'iu'}
        onChange={(anyCase) => onChange({ flags: anyCase ? 'iu' : 'u' })}
      >
        {t('rules.anyCase')}
      </TickBox>
    </div>
  )
}

function RuleFields(props: {
  readonly rule: Rule
  readonly faults: readonly RuleFault[]
  readonly onChange: (rule: Rule) => void
  readonly onCommit: () => void
}) {
  const { t } = useTranslation()
  const { rule, faults, onChange, onCommit } = props
  const { value, ...plain } = rule
  const [examples, setExamples] = useState(() => writeExamples(rule))
  const [others, setOthers] = useState(() => rule.counterexamples.join('\n'))
  const field = (name: RuleField) => ({
    label: t(`rules.${name}`),
    help: t(`rules.${name}Help`),
    error: sayFaults(
      faults.filter((fault) => fieldOf(fault, rule) === name),
      t,
    ),
    onCommit,
  })
  return (
    <>
      <Field
        {...field('pattern')}
        value={rule.pattern}
        onChange={(pattern) => onChange({ ...rule, pattern })}
        autoFocus={rule.pattern === ''}
        multiline
      />
      <Field
        {...field('value')}
        value={value ?? ''}
        onChange={(typed) => onChange(typed === '' ? plain : { ...rule, value: typed })}
      />
      <Field
        {...field('examples')}
        value={examples}
        onChange={(typed) => {
          setExamples(typed)
          onChange({ ...rule, examples: readExamples(typed, rule) })
        }}
        multiline
      />
      <Field
        {...field('counterexamples')}
        value={others}
        onChange={(typed) => {
          setOthers(typed)
          onChange({ ...rule, counterexamples: typed.split('\n').filter((line) => line !== '') })
        }}
        multiline
      />
    </>
  )
}

// An empty string is no error.
function sayFaults(faults: readonly RuleFault[], t: TFunction): string {
  return faults
    .map(({ code, text, found }) =>
      t(`rules.fault.${code}`, { text, found: found || t('rules.nothing') }),
    )
    .join(' ')
}
