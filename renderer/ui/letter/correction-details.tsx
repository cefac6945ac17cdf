import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, type CorrectionRecord, SEVERITIES } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { CATEGORY_KEYS, categoryOfKey } from './category-keys.ts'
import { ChoiceField } from './choice-field.tsx'
import { DraftField } from './draft-field.tsx'

/** Machine reading and correction side by side: struck out and underlined, so that they differ by more than colour. */
export function BeforeAfter(props: { readonly before: string; readonly after: string }) {
  return (
    <span className="before-after">
      {props.before && <del>{props.before}</del>}
      {props.before && props.after && ' '}
      {props.after && <ins>{props.after}</ins>}
    </span>
  )
}

/** What is known of a correction and can be said about it: category, severity, reason; and taking it back. */
export function CorrectionDetails(props: {
  readonly editor: LetterEditor
  readonly record: CorrectionRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { editor, record, isReadOnly } = props
  return (
    <div className="details">
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
      <ChoiceField
        label={t('letterView.corrections.severity')}
        value={record.severity}
        options={SEVERITIES.map((id) => ({ id, label: t(`severity.${id}`) }))}
        onChange={(severity) => editor.setCorrection(record.id, { severity })}
        isDisabled={isReadOnly}
      />
      <DraftField
        label={t('letterView.corrections.reason')}
        value={record.reason ?? ''}
        onCommit={(reason) => editor.setCorrection(record.id, { reason })}
        isReadOnly={isReadOnly}
        isMultiline
      />
      {!isReadOnly && (
        <div className="card-actions">
          <Button onPress={() => editor.revertCorrection(record.id)}>
            {t('letterView.corrections.revert')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Number keys set the category of a correction where no text is typed; gives true where the key was taken. */
export function takeCategoryKey(
  event: KeyboardEvent,
  editor: LetterEditor | null,
  correction: string,
): boolean {
  const target = event.target as HTMLElement
  if (target.matches('input, textarea') || event.ctrlKey || event.metaKey || event.altKey)
    return false
  const category = categoryOfKey(event.key)
  if (!category || !editor) return false
  event.preventDefault()
  event.stopPropagation()
  editor.setCorrection(correction, { category })
  return true
}
