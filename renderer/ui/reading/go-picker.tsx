import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../kit/kbd.tsx'
import { closePicker, type Picker } from '../letter/letter-store.ts'
import { PickerFrame } from '../letter/picker-frame.tsx'
import { useSession } from '../session-context.tsx'
import { findWords, type WordsPlace } from './find-words.ts'

const MOST = 12

/** Goes to words of the text by their first letters and selects them, so that what is typed next stands in their place. */
export function GoPicker({ picker }: { readonly picker: Extract<Picker, { type: 'go' }> }) {
  const { t } = useTranslation()
  const session = useSession()
  const [typed, setTyped] = useState('')
  const editor = session.editor(picker.side)
  const places = editor
    ? findWords(editor.state().doc, typed, editor.view.state.selection.to, MOST)
    : []
  const close = () => {
    closePicker()
    editor?.focus()
  }
  const choose = ({ from, to }: WordsPlace) => {
    closePicker()
    editor?.selectPositions(from, to)
    editor?.focus()
  }
  return (
    <PickerFrame
      spot={picker.spot}
      label={t('reading.go.label')}
      placeholder={t('reading.go.type')}
      query={typed}
      onQuery={setTyped}
      options={places}
      draw={({ before, words, after }) => (
        <span className="go-place">
          {before}
          <b>{words}</b>
          {after}
        </span>
      )}
      empty={typed === '' ? t('reading.go.empty') : t('reading.go.none')}
      foot={
        <>
          <span>
            <Keys keys="Enter" /> {t('reading.go.enter')}
          </span>
          <span>
            <Keys keys="Escape" /> {t('letterView.picker.escape')}
          </span>
        </>
      }
      onChoose={choose}
      onClose={close}
      again={0}
      repeated={() => null}
      againKey={null}
    />
  )
}
