import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { useTranslationSet } from './use-translation-set.ts'
import { hasWords, WordsFrame } from './words-frame.tsx'

/** The reasons that are offered where a correction is given one; each can be changed or removed. Corrections keep the reason they have. */
export function ReasonsPart({ head }: { readonly head: ReactNode }) {
  const { t } = useTranslation()
  const { set, travels, change, changeWithUndo } = useTranslationSet()
  const [query, setQuery] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const { reasons } = set
  const add = () => {
    const fresh = query.trim()
    if (fresh === '') return
    if (!reasons.includes(fresh)) change({ reasons: [...reasons, fresh] })
    setQuery('')
    choose(fresh)
  }
  return (
    <WordsFrame
      head={head}
      title={t('words.reasons.title')}
      what={t('words.reasons.what')}
      query={query}
      onQuery={setQuery}
      chosen={chosen}
      onChoose={choose}
      rows={reasons
        .filter((reason) => hasWords(query, reason))
        .map((reason) => ({ id: reason, words: reason, aside: '' }))}
      tools={
        <Button onPress={add} isDisabled={query.trim() === ''}>
          {t('words.reasons.add')}
        </Button>
      }
    >
      {chosen !== null && reasons.includes(chosen) ? (
        <ReasonForm
          key={`${reasons.indexOf(chosen)} ${travels}`}
          reason={chosen}
          onKeep={(kept) => {
            const renamed = reasons.map((one) => (one === chosen ? kept : one))
            change({ reasons: [...new Set(renamed)] })
            choose((now) => (now === chosen ? kept : now))
          }}
          onRemove={() =>
            changeWithUndo(
              { reasons: reasons.filter((one) => one !== chosen) },
              t('words.reasons.removed'),
            )
          }
        />
      ) : (
        <p className="muted words-choose">{t('words.reasons.how')}</p>
      )}
    </WordsFrame>
  )
}

// What is typed is kept when the field is left.
function ReasonForm(props: {
  readonly reason: string
  readonly onKeep: (reason: string) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const { reason } = props
  const [text, setText] = useState(reason)
  const commit = () => {
    if (text.trim() === '') setText(reason)
    else if (text.trim() !== reason) props.onKeep(text.trim())
  }
  return (
    <div className="words-form">
      <Field
        label={t('words.reasons.text')}
        value={text}
        onChange={setText}
        onCommit={commit}
        multiline
      />
      <div className="words-actions">
        <Button look="danger" onPress={props.onRemove}>
          {t('words.remove')}
        </Button>
      </div>
    </div>
  )
}
