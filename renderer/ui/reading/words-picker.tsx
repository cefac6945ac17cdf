import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { Keys } from '../kit/kbd.tsx'
import { announce, closePicker, type Picker } from '../letter/letter-store.ts'
import { PickerFrame } from '../letter/picker-frame.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { decideNow, rememberReason } from './reading-acts.ts'
import { categoryAtOnce, type WordsOption, wordsOptions } from './words-options.ts'

type WordsPicked = Extract<Picker, { readonly type: 'words' }>

/** Asks for words at a place in the text: a reason from the list or a new one, a kind of fault, a question, an answer. */
export function WordsPicker({ picker }: { readonly picker: WordsPicked }) {
  const { t } = useTranslation()
  const session = useSession()
  const reasons = useSessionState((state) => state.translation.reasons)
  const [typed, setTyped] = useState('')
  const editor = session.editor(picker.side)
  const { purpose } = picker
  const options = wordsOptions(purpose, typed, {
    reasons,
    nameOf: (category) => t(`category.${category}`),
  })
  const close = () => {
    closePicker()
    editor?.focus()
  }
  const choose = (option: WordsOption) => {
    closePicker()
    if (editor) take(session, editor, picker, option)
    editor?.focus()
  }
  const onQuery = (query: string) => {
    const category = categoryAtOnce(purpose, query)
    if (category) choose({ id: category, type: 'category', category, key: query })
    else setTyped(query)
  }
  return (
    <PickerFrame
      spot={picker.spot}
      label={t(`reading.words.${purpose}`)}
      placeholder={t(`reading.words.${purpose}Type`)}
      query={typed}
      onQuery={onQuery}
      options={options}
      draw={(option) => <OptionWords option={option} />}
      empty={t(purpose === 'category' ? 'reading.words.noCategory' : 'reading.words.typeIt')}
      foot={
        <>
          <span>
            <Keys keys="Enter" /> {t('reading.words.enter')}
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

function OptionWords({ option }: { readonly option: WordsOption }) {
  const { t } = useTranslation()
  if (option.type === 'none') return <span className="none">{t('reading.words.none')}</span>
  if (option.type === 'category')
    return (
      <>
        <span>{t(`category.${option.category}`)}</span>
        <kbd>{option.key}</kbd>
      </>
    )
  return (
    <>
      <span>{option.words}</span>
      {option.isNew && <small>{t('reading.words.new')}</small>}
    </>
  )
}

function take(
  session: Session,
  editor: LetterEditor,
  { purpose, record }: WordsPicked,
  option: WordsOption,
): void {
  if (option.type === 'category') editor.setCorrection(record, { category: option.category })
  const words = option.type === 'words' ? option.words : ''
  switch (purpose) {
    case 'category':
      return
    case 'reason':
      editor.setCorrection(record, { reason: words })
      void rememberReason(session, words)
      return
    case 'ask':
      askNow(session, editor, words)
      return
    case 'reply':
      editor.setQuery(record, { reply: words })
      return
    default:
      decideNow(session, editor, record, purpose, words)
  }
}

function askNow(session: Session, editor: LetterEditor, words: string): void {
  if (editor.ask(words) === null) session.notify('bad', i18next.t('reading.said.nothingToAsk'))
  else announce(words)
}
