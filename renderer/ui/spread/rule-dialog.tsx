import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, SEVERITIES } from '../../../shared/letter/records.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import type { HitListener, TextEnd } from '../../session/spread-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { PatternField } from '../words/pattern-field.tsx'
import { HitList } from './hit-list.tsx'
import { HitsCount } from './hits-foot.tsx'
import { countsOf } from './same-dialog.tsx'
import { useApplyKeys } from './use-apply-keys.ts'
import { useSearch } from './use-search.ts'

const TYPING_MS = 400

/** A rule made of a correction, to be looked over before it is kept: below stands what it would find in the collection now. */
export function RuleDialog(props: { readonly rule: CorrectionRule }) {
  const { t } = useTranslation()
  const session = useSession()
  const [rule, setRule] = useState(props.rule)
  const { pattern, flags, trigger, right } = rule
  const start = useCallback(
    (listen: HitListener) => {
      const query = { text: pattern, kind: 'regex', layer: 'machine', replacement: right } as const
      return session.spread.findText({ ...query, matchCase: flags === 'u', trigger }, null, listen)
    },
    [session, pattern, flags, trigger, right],
  )
  const search = useSearch<TextEnd>(pattern === '' ? null : start, TYPING_MS)
  const { hits, end, isRunning } = search
  const faulty = end?.faulty ?? null
  const shown = hits.filter(({ guard }) => guard !== 'missing')
  const canKeep = pattern !== '' && faulty === null && !isRunning
  const keep = () => {
    if (!canKeep) return
    const { translation } = session.state.getState()
    const id = `rule-${crypto.randomUUID()}`
    closeDialog()
    void session
      .setTranslation({ ...translation, rules: [...translation.rules, { ...rule, id }] })
      .then(() => session.notify('good', t('spread.ruleKept')))
  }
  const takesKey = useApplyKeys(keep)
  return (
    <Dialog
      title={t('spread.ruleTitle')}
      onClose={closeDialog}
      wide="hits"
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={!canKeep} onPress={keep} keys="Mod-Enter">
            {t('spread.keepRule')}
          </Button>
        </>
      }
    >
      <div className="spread" onKeyDownCapture={takesKey}>
        <RuleFields
          rule={rule}
          onChange={(change) => setRule({ ...rule, ...change })}
          faulty={faulty}
        />
        <HitsCount {...search} {...countsOf(shown)} more={end?.more ?? false} />
        <HitList label={t('spread.ruleHits')} hits={shown} ticked={null} />
      </div>
    </Dialog>
  )
}

function RuleFields(props: {
  readonly rule: CorrectionRule
  readonly onChange: (change: Partial<CorrectionRule>) => void
  readonly faulty: string | null
}) {
  const { t } = useTranslation()
  const { rule, onChange, faulty } = props
  return (
    <div className="rule-fields">
      <PatternField
        pattern={rule.pattern}
        onChange={(pattern) => onChange({ pattern })}
        error={faulty === null ? null : t('spread.faulty', { message: faulty })}
        autoFocus
      />
      <Field
        label={t('spread.rule.right')}
        value={rule.right}
        onChange={(right) => onChange({ right })}
      />
      <Field
        label={t('spread.rule.trigger')}
        value={rule.trigger}
        onChange={(trigger) => onChange({ trigger })}
        lang="ru"
      />
      <Field
        label={t('spread.rule.source')}
        value={rule.source}
        onChange={(source) => onChange({ source })}
      />
      <Select
        label={t('letterView.corrections.category')}
        choices={CATEGORIES.map((id) => ({ id, text: t(`category.${id}`) }))}
        value={rule.category}
        onChange={(category) => onChange({ category })}
      />
      <Select
        label={t('letterView.corrections.severity')}
        choices={SEVERITIES.map((id) => ({ id, text: t(`severity.${id}`) }))}
        value={rule.severity}
        onChange={(severity) => onChange({ severity })}
      />
      <Field
        label={t('spread.rule.note')}
        value={rule.note}
        onChange={(note) => onChange({ note })}
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
