import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'

/** One entry of the glossary; several renderings stand in a field one to a line. What is typed is kept when a field is left. */
export function TermForm(props: {
  readonly term: Term
  readonly onKeep: (term: Term) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const [term, setTerm] = useState(props.term)
  const [allowed, setAllowed] = useState(term.allowed.join('\n'))
  const [forbidden, setForbidden] = useState(term.forbidden.join('\n'))
  const commit = () => {
    const kept = { ...term, allowed: linesOf(allowed), forbidden: linesOf(forbidden) }
    if (JSON.stringify(kept) !== JSON.stringify(props.term)) props.onKeep(kept)
  }
  const field = (name: 'original' | 'rendering' | 'note') => ({
    label: t(`words.terms.${name}`),
    value: term[name],
    onChange: (value: string) => setTerm({ ...term, [name]: value }),
    onCommit: commit,
  })
  return (
    <div className="words-form">
      <Field {...field('original')} lang="ru" autoFocus={term.original === ''} />
      <Field {...field('rendering')} autoFocus={term.original !== '' && term.rendering === ''} />
      <Field
        label={t('words.terms.allowed')}
        help={t('words.terms.allowedHelp')}
        value={allowed}
        onChange={setAllowed}
        onCommit={commit}
        multiline
      />
      <Field
        label={t('words.terms.forbidden')}
        help={t('words.terms.forbiddenHelp')}
        value={forbidden}
        onChange={setForbidden}
        onCommit={commit}
        multiline
      />
      <Field {...field('note')} multiline />
      <div className="words-actions">
        <Button look="danger" onPress={props.onRemove}>
          {t('words.remove')}
        </Button>
      </div>
    </div>
  )
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
