import { useTranslation } from 'react-i18next'
import { isCheckId } from '../../../shared/check/check-id.ts'
import {
  CATEGORIES,
  type Certainty,
  type CorrectionRecord,
  SEVERITIES,
} from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { CATEGORY_KEYS } from '../letter/category-keys.ts'
import { ChoiceField } from '../letter/choice-field.tsx'
import { SpreadButtons } from '../spread/spread-buttons.tsx'
import { CarriedFrom } from './carried-from.tsx'
import { EvidenceField } from './evidence-field.tsx'
import { HistoryList } from './history-list.tsx'
import { ReasonField } from './reason-field.tsx'
import { VerdictBar } from './verdict-bar.tsx'

const CERTAINTIES: readonly Certainty[] = ['high', 'medium', 'low']

/** What is known of a correction and can be said about it: verdict, category, severity, certainty, reason, evidence, history; and taking it back. */
export function CorrectionDetails(props: {
  readonly editor: LetterEditor
  readonly record: CorrectionRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { editor, record, isReadOnly } = props
  return (
    <div className="details">
      <VerdictBar {...props} />
      <ChoiceField
        label={
          <>
            {t('letterView.corrections.category')}
            {record.guessed && (
              <span className="tag-unsure">{t('letterView.corrections.guessed')}</span>
            )}
          </>
        }
        value={record.category}
        options={CATEGORIES.map((id, index) => ({
          id,
          label: t(`category.${id}`),
          key: CATEGORY_KEYS[index] ?? '',
        }))}
        onChange={(category) => editor.setCorrection(record.id, { category })}
        isDisabled={isReadOnly}
      />
      <div className="details-pair">
        <ChoiceField
          label={t('letterView.corrections.severity')}
          value={record.severity}
          options={SEVERITIES.map((id) => ({ id, label: t(`severity.${id}`) }))}
          onChange={(severity) => editor.setCorrection(record.id, { severity })}
          isDisabled={isReadOnly}
        />
        <ChoiceField
          label={t('reading.cert.label')}
          value={record.cert}
          options={CERTAINTIES.map((id) => ({ id, label: t(`reading.cert.${id}`) }))}
          onChange={(cert) => editor.setCorrection(record.id, { cert })}
          isDisabled={isReadOnly}
        />
      </div>
      <ReasonField {...props} />
      {editor.side === 'translation' && <EvidenceField {...props} />}
      {record.check !== undefined && isCheckId(record.check) && (
        <p className="why">{t('reading.foundBy', { check: t(`check.${record.check}.name`) })}</p>
      )}
      {record.propagatedFrom && <CarriedFrom source={record.propagatedFrom} />}
      <HistoryList record={record} />
      {!isReadOnly && (
        <div className="card-actions">
          <Button onPress={() => editor.revertCorrection(record.id)}>
            {t(
              editor.side === 'original'
                ? 'align.revertTranscription'
                : 'letterView.corrections.revert',
            )}
          </Button>
          {editor.side === 'translation' && <SpreadButtons correction={record.id} />}
        </div>
      )}
    </div>
  )
}
