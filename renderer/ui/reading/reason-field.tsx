import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { rememberReason } from './reading-acts.ts'
import { wordsOptions } from './words-options.ts'

/** Why a correction is made: typing filters the reasons used before, Enter takes the one chosen or what is typed; a new one is remembered. */
export function ReasonField(props: {
  readonly editor: LetterEditor
  readonly record: CorrectionRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const reasons = useSessionState((state) => state.translation.reasons)
  const { editor, record, isReadOnly } = props
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? record.reason ?? ''
  const known = { reasons, nameOf: String }
  const items = wordsOptions('reason', draft ?? '', known).flatMap((option) =>
    option.type === 'words' && !option.isNew ? [{ id: option.words }] : [],
  )
  const commit = (words: string) => {
    setDraft(null)
    if (words.trim() === (record.reason ?? '')) return
    editor.setCorrection(record.id, { reason: words.trim() })
    void rememberReason(session, words.trim())
  }
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      allowsEmptyCollection={false}
      items={items}
      inputValue={shown}
      onInputChange={setDraft}
      onSelectionChange={(key) => key !== null && commit(String(key))}
      isReadOnly={isReadOnly}
      menuTrigger="input"
    >
      <Label className="field-label">{t('letterView.corrections.reason')}</Label>
      <Input
        className="input"
        onBlur={() => draft !== null && commit(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null) commit(draft)
        }}
      />
      <Popover className="popover" offset={4}>
        <ListBox className="list">
          {(item: { readonly id: string }) => (
            <ListBoxItem className="list-item" id={item.id} textValue={item.id}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
