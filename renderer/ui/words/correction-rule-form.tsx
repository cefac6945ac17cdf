import { useTranslation } from 'react-i18next'
import { CATEGORIES, SEVERITIES } from '../../../shared/letter/records.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import type { ListedRule } from '../rule-draft/listed-rule.ts'
import { useRuleDraft } from '../rule-draft/use-rule-draft.ts'
import { PatternField } from './pattern-field.tsx'
import { findRuleFault } from './rule-fault.ts'
import { RuleTrial } from './rule-trial.tsx'
import { sayRuleNote } from './say-rule-note.ts'
import { sayRuleSource } from './say-rule-source.ts'

const findFault = (rule: CorrectionRule) => findRuleFault(rule, () => performance.now())

/**
 * One rule of correction: what it finds, what the original must have, what should stand. What is typed is kept when a field is
 * left, and at Ctrl+Enter. As long as a pattern cannot be used the rule is kept as it is typed, but is not in use.
 */
export function CorrectionRuleForm(props: {
  readonly listed: ListedRule<CorrectionRule>
  readonly onKeep: (rule: CorrectionRule) => void
  readonly onRemove: () => void
}) {
  const { t, i18n } = useTranslation()
  const { listed, onKeep, onRemove } = props
  const draft = useRuleDraft(listed.rule, { findFault, onKeep })
  const { rule, fault, set, commit, setAndCommit } = draft
  const isNew = rule.pattern === '' && rule.right === ''
  const faultOf = (field: 'pattern' | 'trigger') =>
    fault?.field === field ? t(`words.rules.fault.${fault.code}`) : null
  return (
    <div className="words-form" onKeyDownCapture={draft.onKeyDownCapture}>
      <RuleHead
        listed={listed}
        enabled={draft.enabled}
        canEnable={fault === null}
        onEnable={(enabled) => setAndCommit({ enabled })}
        onRemove={onRemove}
      />
      <PatternField
        error={isNew ? null : faultOf('pattern')}
        pattern={rule.pattern}
        onChange={(pattern) => set({ pattern })}
        onChoose={(pattern) => setAndCommit({ pattern })}
        onCommit={commit}
        autoFocus={rule.pattern === ''}
      />
      <Field
        label={t('words.rules.right')}
        help={t('words.rules.rightHelp')}
        value={rule.right}
        onChange={(right) => set({ right })}
        onCommit={commit}
      />
      <Field
        label={t('words.rules.trigger')}
        help={t('words.rules.triggerHelp')}
        error={faultOf('trigger')}
        value={rule.trigger}
        onChange={(trigger) => set({ trigger })}
        onCommit={commit}
        lang="ru"
      />
      <RuleKinds rule={rule} onChange={setAndCommit} />
      <Field
        label={t('words.rules.note')}
        value={sayRuleNote(rule, i18n.language)}
        onChange={(note) => set({ note })}
        onCommit={commit}
        multiline
      />
      <Field
        label={t('words.rules.source')}
        help={t('words.rules.sourceHelp')}
        value={sayRuleSource(rule.source, t)}
        onChange={(source) => set({ source })}
        onCommit={commit}
        multiline
      />
      {fault === null && <RuleTrial rule={rule} />}
    </div>
  )
}

function RuleKinds(props: {
  readonly rule: CorrectionRule
  readonly onChange: (change: Partial<CorrectionRule>) => void
}) {
  const { t } = useTranslation()
  const { rule, onChange } = props
  return (
    <div className="words-kinds">
      <Select
        label={t('words.rules.category')}
        value={rule.category}
        choices={CATEGORIES.map((id) => ({ id, text: t(`category.${id}`) }))}
        onChange={(category) => onChange({ category })}
      />
      <Select
        label={t('words.rules.severity')}
        value={rule.severity}
        choices={SEVERITIES.map((id) => ({ id, text: t(`severity.${id}`) }))}
        onChange={(severity) => onChange({ severity })}
      />
      <TickBox
        isSelected={rule.flags === 'u'}
        onChange={(isExact) => onChange({ flags: isExact ? 'u' : 'iu' })}
      >
        {t('spread.matchCase')}
      </TickBox>
    </div>
  )
}

function RuleHead(props: {
  readonly listed: ListedRule<CorrectionRule>
  readonly enabled: boolean
  readonly canEnable: boolean
  readonly onEnable: (enabled: boolean) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { listed, enabled, canEnable, onEnable, onRemove } = props
  return (
    <div className="words-form-head">
      <TickBox isSelected={enabled} isDisabled={!canEnable} onChange={onEnable}>
        {t('words.rules.on')}
      </TickBox>
      <span className="grow" />
      {listed.origin !== 'shipped' && (
        <Button look="danger" onPress={onRemove}>
          {t(listed.origin === 'own' ? 'words.remove' : 'words.rules.asShipped')}
        </Button>
      )}
    </div>
  )
}
