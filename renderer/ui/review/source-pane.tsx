import { useTranslation } from 'react-i18next'
import type { ReviewPage } from '../../session/review-state.ts'
import { Select } from '../kit/select.tsx'
import { EncodingMenu } from './encoding-menu.tsx'
import { LineBar } from './line-bar.tsx'
import { goToLine, setPlace } from './review-moves.ts'
import { inWords, nameOf } from './review-words.ts'
import { SourceList } from './source-list.tsx'
import { useReview } from './use-review.ts'

/** The source as it came: its name, encoding and what was mended, and its lines. */
export function SourcePane({ page }: { readonly page: ReviewPage }) {
  const { t } = useTranslation()
  return (
    <section className="review-source" aria-label={t('review.source')} data-pane="source">
      <header className="source-head">
        <FileName page={page} />
        <span className="muted">{nameOf('format', page.format)}</span>
        <EncodingMenu page={page} />
        <Mended page={page} />
      </header>
      <SourceList key={page.key} page={page} />
      <LineBar page={page} />
    </section>
  )
}

function FileName({ page }: { readonly page: ReviewPage }) {
  const { t } = useTranslation()
  const { files } = useReview()
  const pages = files.filter((file) => file.kind === 'page')
  if (pages.length < 2) return <h2 title={page.name}>{page.name}</h2>
  const go = (id: string) => {
    const file = pages.find(({ key }) => String(key) === id)
    const line = file?.draft.letters[0]?.content[0]?.line ?? file?.draft.lines[0]?.line
    if (file && line !== undefined) goToLine(file, line)
    else if (file) setPlace({ file: file.key, line: null, anchor: null, letter: null })
  }
  const choices = pages.map(({ key, name }) => ({ id: String(key), text: name }))
  return (
    <Select
      label={t('review.file')}
      labelHidden
      choices={choices}
      value={String(page.key)}
      onChange={go}
    />
  )
}

function Mended({ page }: { readonly page: ReviewPage }) {
  if (page.notes.length === 0) return null
  return (
    <ul className="source-notes muted">
      {page.notes.map(({ code, message, count }) => (
        <li key={`${code} ${message}`}>{inWords(`decoding.${code}`, message, { count })}</li>
      ))}
    </ul>
  )
}
