import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedFile } from '../../../shared/ipc.ts'
import { joinTerms } from '../../../shared/translate/join-terms.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { openTermFile, useUi } from '../ui-state.ts'
import { FileTerms } from './file-terms.tsx'
import { PasteRows } from './paste-rows.tsx'
import { TermForm } from './term-form.tsx'
import { useTranslationSet } from './use-translation-set.ts'
import { freeIds, withItem, withoutItem } from './with-item.ts'
import { hasWords, WordsFrame, type WordsRow } from './words-frame.tsx'

const MANY = 'many'

/** The glossary: terms of the original with their rendering, what else is allowed, and what is wrong; one by one, pasted as rows, or out of a file. */
export function TermsPart({ head }: { readonly head: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const { set, change } = useTranslationSet()
  const file = useUi((ui) => ui.termFile)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { terms } = set
  const choose = (id: string | null) => {
    openTermFile(null)
    setChosen(id)
  }
  const add = () => {
    const fresh = newTerm(freeIds('t', terms)(), query.trim())
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
      chosen={file ? null : chosen}
      onChoose={choose}
      rows={rowsOf(shown, t)}
      tools={
        <>
          <Button onPress={add}>{t('words.terms.add')}</Button>
          <Button look="quiet" onPress={() => choose(MANY)}>
            {t('words.terms.paste')}
          </Button>
          <Button
            look="quiet"
            onPress={() => void session.chooseTermFile().then((read) => read && openTermFile(read))}
          >
            {t('words.terms.file')}
          </Button>
        </>
      }
    >
      <Shown chosen={chosen} file={file} onEnd={() => choose(null)} />
    </WordsFrame>
  )
}

function Shown(props: {
  readonly chosen: string | null
  readonly file: OpenedFile | null
  readonly onEnd: () => void
}) {
  const { t } = useTranslation()
  const { set, travels, change, changeWithUndo } = useTranslationSet()
  const { chosen, file, onEnd } = props
  const { terms } = set
  const take = (rows: readonly Term[], said: string) => {
    changeWithUndo({ terms: joinTerms(terms, rows).terms }, said)
    onEnd()
  }
  if (file) {
    return (
      <FileTerms
        known={terms}
        file={file}
        onTake={(read) =>
          take(read, t('words.terms.fileTaken', { count: read.length, name: file.name }))
        }
        onLeave={onEnd}
      />
    )
  }
  if (chosen === MANY) {
    const said = (count: number) => t('words.terms.taken', { count })
    return <PasteRows known={terms} onTake={(rows) => take(rows, said(rows.length))} />
  }
  const term = terms.find(({ id }) => id === chosen)
  if (!term) return <p className="muted words-choose">{t('words.terms.how')}</p>
  return (
    <TermForm
      key={`${term.id} ${travels}`}
      term={term}
      onKeep={(kept) => change({ terms: withItem(terms, kept) })}
      // It stays chosen, so that it is shown where it is brought back.
      onRemove={() =>
        changeWithUndo({ terms: withoutItem(terms, term.id) }, t('words.terms.removed'))
      }
    />
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
