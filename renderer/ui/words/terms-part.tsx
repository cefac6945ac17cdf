import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinTerms } from '../../../shared/translate/join-terms.ts'
import { readTermRows } from '../../../shared/translate/read-term-rows.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { TermForm } from './term-form.tsx'
import { useTranslationSet } from './use-translation-set.ts'
import { freeId, withItem, withoutItem } from './with-item.ts'
import { hasWords, WordsFrame, type WordsRow } from './words-frame.tsx'

const MANY = 'many'

/** The glossary: terms of the original with their rendering, what else is allowed, and what is wrong; one by one or pasted as rows. */
export function TermsPart({ head }: { readonly head: ReactNode }) {
  const { t } = useTranslation()
  const { set, travels, change, changeWithUndo } = useTranslationSet()
  const [query, setQuery] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const { terms } = set
  const term = terms.find(({ id }) => id === chosen)
  const add = () => {
    const fresh = newTerm(freeId('t', terms), query.trim())
    change({ terms: [...terms, fresh] })
    setQuery('')
    choose(fresh.id)
  }
  const shown = terms.filter((one) =>
    hasWords(query, one.original, one.rendering, ...one.allowed, ...one.forbidden, one.note),
  )
  return (
    <WordsFrame
      head={head}
      title={t('words.terms.title')}
      what={t('words.terms.what')}
      query={query}
      onQuery={setQuery}
      chosen={chosen}
      onChoose={choose}
      rows={rowsOf(shown, t)}
      tools={
        <>
          <Button onPress={add}>{t('words.terms.add')}</Button>
          <Button look="quiet" onPress={() => choose(MANY)}>
            {t('words.terms.paste')}
          </Button>
        </>
      }
    >
      {chosen === MANY && (
        <PasteRows
          onTake={(rows) => {
            const joined = joinTerms(terms, rows)
            changeWithUndo({ terms: joined.terms }, t('words.terms.taken', { count: rows.length }))
            choose(null)
          }}
          known={terms}
        />
      )}
      {term ? (
        <TermForm
          key={`${term.id} ${travels}`}
          term={term}
          onKeep={(kept) => change({ terms: withItem(terms, kept) })}
          // It stays chosen, so that it is shown where it is brought back.
          onRemove={() =>
            changeWithUndo({ terms: withoutItem(terms, term.id) }, t('words.terms.removed'))
          }
        />
      ) : (
        chosen !== MANY && <p className="muted words-choose">{t('words.terms.how')}</p>
      )}
    </WordsFrame>
  )
}

function PasteRows(props: {
  readonly known: readonly Term[]
  readonly onTake: (rows: readonly Term[]) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  let next = 0
  const taken = [...props.known]
  const { terms, faults } = readTermRows(text, () => {
    const id = freeId('t', taken)
    taken.push(newTerm(id, ''))
    next++
    return id
  })
  return (
    <div className="words-form">
      <Field
        label={t('words.terms.rows')}
        help={t('words.terms.rowsHelp')}
        value={text}
        onChange={setText}
        multiline
        autoFocus
      />
      <ul className="words-joined muted" aria-label={t('words.terms.changes')}>
        {joinTerms(props.known, terms).changed.map(({ before, after }) => (
          <li key={before.id}>
            {before.original}: {before.rendering} → {after.rendering}
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <ul className="words-faults">
          {faults.slice(0, 5).map((fault) => (
            <li key={fault.line}>{t('words.terms.rowFault', { ...fault })}</li>
          ))}
        </ul>
      )}
      <div className="words-actions">
        <Button look="primary" isDisabled={next === 0} onPress={() => props.onTake(terms)}>
          {t('words.terms.take', { count: terms.length })}
        </Button>
      </div>
    </div>
  )
}

function newTerm(id: string, original: string): Term {
  return { id, original, rendering: '', allowed: [], forbidden: [], note: '' }
}

function rowsOf(terms: readonly Term[], t: TFunction): readonly WordsRow[] {
  const sorted = terms.toSorted((a, b) => a.original.localeCompare(b.original))
  return sorted.map(({ id, original, rendering }) => ({
    id,
    words: original || t('words.terms.empty'),
    aside: rendering,
    lang: 'ru',
  }))
}
