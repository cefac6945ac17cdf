import { useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, SEVERITIES } from '../../../shared/letter/records.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { PatternField } from './pattern-field.tsx'
import { findRuleFault } from './rule-fault.ts'
import type { ListedCorrectionRule } from './rule-origin.ts'
import { RuleTrial } from './rule-trial.tsx'
import { sayRuleNote } from './say-rule-note.ts'

const now = () => performance.now()

/** One rule of correction: what it finds, what the original must have, what should stand. It is kept by a press, and only where its patterns can be used. */
export function CorrectionRuleForm(props: {
  readonly listed: ListedCorrectionRule
  readonly onKeep: (rule: CorrectionRule) => void
  readonly onRemove: () => void
}) {
  const { t, i18n } = useTranslation()
  const { listed, onKeep, onRemove } = props
  const [rule, setRule] = useState(listed.rule)
  const fault = useMemo(() => findRuleFault(rule, now), [rule])
  const isChanged = JSON.stringify(rule) !== JSON.stringify(listed.rule)
  const faultOf = (field: 'pattern' | 'trigger') =>
    fault?.field === field ? t(`words.rules.fault.${fault.code}`) : null
  const set = (change: Partial<CorrectionRule>) => setRule({ ...rule, ...change })
  return (
    <div className="words-form">
      <RuleHead
        listed={listed}
        enabled={rule.enabled}
        canKeep={isChanged && fault === null}
        onEnable={(enabled) => {
          set({ enabled })
          onKeep({ ...listed.rule, enabled })
        }}
        onKeep={() => onKeep(rule)}
        onRemove={onRemove}
      />
      <PatternField
        error={isChanged ? faultOf('pattern') : null}
        pattern={rule.pattern}
        onChange={(pattern) => set({ pattern })}
        autoFocus={rule.pattern === ''}
      />
      <Field
        label={t('words.rules.right')}
        help={t('words.rules.rightHelp')}
        value={rule.right}
        onChange={(right) => set({ right })}
      />
      <Field
        label={t('words.rules.trigger')}
        help={t('words.rules.triggerHelp')}
        error={faultOf('trigger')}
        value={rule.trigger}
        onChange={(trigger) => set({ trigger })}
        lang="ru"
      />
      <RuleKinds rule={rule} onChange={set} />
      <Field
        label={t('words.rules.note')}
        value={sayRuleNote(rule, i18n.language)}
        onChange={(note) => set({ note })}
        multiline
      />
      <Field
        label={t('words.rules.source')}
        help={t('words.rules.sourceHelp')}
        value={rule.source}
        onChange={(source) => set({ source })}
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
        onChange={(id) => {
          const category = CATEGORIES.find((one) => one === id)
          if (category) onChange({ category })
        }}
      />
      <Select
        label={t('words.rules.severity')}
        value={rule.severity}
        choices={SEVERITIES.map((id) => ({ id, text: t(`severity.${id}`) }))}
        onChange={(id) => {
          const severity = SEVERITIES.find((one) => one === id)
          if (severity) onChange({ severity })
        }}
      />
      <Checkbox
        className="checkbox"
        isSelected={rule.flags === 'u'}
        onChange={(isExact) => onChange({ flags: isExact ? 'u' : 'iu' })}
      >
        <span className="checkbox-box" aria-hidden />
        {t('spread.matchCase')}
      </Checkbox>
    </div>
  )
}

function RuleHead(props: {
  readonly listed: ListedCorrectionRule
  readonly enabled: boolean
  readonly canKeep: boolean
  readonly onEnable: (enabled: boolean) => void
  readonly onKeep: () => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { listed, enabled, canKeep, onEnable, onKeep, onRemove } = props
  return (
    <div className="words-form-head">
      <Checkbox className="checkbox" isSelected={enabled} onChange={onEnable}>
        <span className="checkbox-box" aria-hidden />
        {t('words.rules.on')}
      </Checkbox>
      <span className="grow" />
      {listed.origin !== 'shipped' && (
        <Button look="danger" onPress={onRemove}>
          {t(listed.origin === 'own' ? 'words.remove' : 'words.rules.asShipped')}
        </Button>
      )}
      <Button look="primary" isDisabled={!canKeep} onPress={onKeep}>
        {t('words.keep')}
      </Button>
    </div>
  )
}
