import type { ReactNode } from 'react'
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { commitField } from '../../session/commit-field.ts'
import { BackToLetter } from '../back-to-letter.tsx'

/** A row of one of the lists: its words, and quieter ones beside them. */
export interface WordsRow {
  readonly id: string
  readonly words: string
  readonly aside: string
  readonly lang?: string
}

/** A list with a search field at the left, and what was chosen in it at the right. */
export function WordsFrame(props: {
  readonly head: ReactNode
  readonly title: string
  readonly what: string
  readonly tools: ReactNode
  readonly rows: readonly WordsRow[]
  readonly chosen: string | null
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onChoose: (id: string) => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="words">
      <section className="words-list" data-pane="words" aria-label={props.title}>
        <div className="words-tools">
          {props.head}
          <p className="muted">{props.what}</p>
          <div className="words-find">
            <SearchField
              aria-label={t('words.find')}
              value={props.query}
              onChange={props.onQuery}
              className="words-search"
            >
              <Input className="input" placeholder={t('words.find')} />
            </SearchField>
            {props.tools}
            <BackToLetter />
          </div>
        </div>
        <ListBox
          className="words-rows"
          aria-label={props.title}
          items={props.rows}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={props.chosen ? [props.chosen] : []}
          onSelectionChange={(keys) => {
            // The press chooses before it takes the focus: what stands typed is kept first.
            commitField()
            if (keys !== 'all') for (const key of keys) props.onChoose(String(key))
          }}
          renderEmptyState={() => <p className="muted words-none">{t('words.none')}</p>}
        >
          {(row) => (
            <ListBoxItem className="words-row" textValue={`${row.words} ${row.aside}`}>
              <span className="words-words" {...(row.lang ? { lang: row.lang } : {})}>
                {row.words}
              </span>
              <span className="words-aside">{row.aside}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </section>
      <section className="words-main" data-pane="words-entry" aria-label={t('words.entry')}>
        {props.children}
      </section>
    </div>
  )
}

/** Whether some words have what is sought in them, whatever its case. */
export function hasWords(query: string, ...texts: readonly string[]): boolean {
  const sought = query.trim().toLocaleLowerCase()
  return sought === '' || texts.some((text) => text.toLocaleLowerCase().includes(sought))
}
