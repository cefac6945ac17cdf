import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { joinTerms } from '../../../shared/translate/join-terms.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { sayTerm, sayTermChange } from './say-term.ts'

/** How many entries, or sentences of what is left out, are shown. */
const SHOWN = 100

/** What taking entries into the glossary would change and add, what is left out, in words, and the button that takes them. */
export function TermPreview(props: {
  readonly known: readonly Term[]
  readonly terms: readonly Term[]
  readonly leftOut: readonly string[]
  readonly onTake: () => void
  readonly otherwise?: ReactNode
}) {
  const { t } = useTranslation()
  const { known, terms, leftOut, onTake, otherwise } = props
  const joined = useMemo(() => joinTerms(known, terms), [known, terms])
  const labels = {
    allowed: t('words.terms.allowed'),
    forbidden: t('words.terms.forbidden'),
    note: t('words.terms.note'),
  }
  const changed = joined.changed.map((change) => sayTermChange(change, labels))
  const added = joined.terms.slice(known.length).map((term) => sayTerm(term, labels))
  return (
    <>
      <Sentences name={t('words.terms.changes')} all={changed} />
      <Sentences name={t('words.terms.adds')} all={added} />
      <Sentences name={t('words.terms.leaves')} all={leftOut} isFault />
      <div className="words-actions">
        {otherwise}
        <Button look="primary" isDisabled={terms.length === 0} onPress={onTake}>
          {t('words.terms.take', { count: terms.length })}
        </Button>
      </div>
    </>
  )
}

function Sentences(props: {
  readonly name: string
  readonly all: readonly string[]
  readonly isFault?: boolean
}) {
  const { t } = useTranslation()
  const { name, all, isFault } = props
  if (all.length === 0) return null
  // The same may be said twice.
  const unique = [...new Set(all)]
  const shown = unique.slice(0, SHOWN)
  const more = unique.length - shown.length
  return (
    <div>
      <h3 className="field-label">{name}</h3>
      <ul className={isFault ? 'words-faults' : 'words-joined muted'} aria-label={name}>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {more > 0 ? <li>{t('words.terms.more', { count: more })}</li> : null}
      </ul>
    </div>
  )
}
