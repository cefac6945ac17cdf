import { useTranslation } from 'react-i18next'
import type { RefusedFile, ReviewFile } from '../../session/review-state.ts'
import { goToLine } from './review-moves.ts'
import type { ReviewRow } from './review-rows.ts'
import { inWords, nameOf } from './review-words.ts'

/** The name of a file above its letters. */
export function FileRow({ file }: { readonly file: ReviewFile }) {
  const { t } = useTranslation()
  const count = file.kind === 'page' ? file.draft.letters.length : 0
  return (
    <h2 className="file-row">
      <span title={file.name}>{file.name}</span>
      <span className="muted">{t('count.letters', { count })}</span>
    </h2>
  )
}

/** A file that was not taken: one clear sentence, with the place where there is one. */
export function RefusedRow({ file }: { readonly file: RefusedFile }) {
  const { t } = useTranslation()
  const { line, column } = file
  return (
    <div className="refused-row">
      <h2>{file.name}</h2>
      <p className="bad">
        {inWords(`decoding.${file.code}`, file.message)}
        {line === undefined
          ? null
          : ` (${t('review.lineNumber', { line })}${column === undefined ? '' : `, ${t('review.column', { column })}`})`}
      </p>
      <p className="muted">{t('review.refusedWhat')}</p>
    </div>
  )
}

/** A line that belongs to no letter, and why. */
export function OutsideRow({ row }: { readonly row: Extract<ReviewRow, { type: 'outside' }> }) {
  const { t } = useTranslation()
  const { page, line } = row
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the article has the focus, its keys go to the line
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className="outside-row" onClick={() => goToLine(page, line.line)}>
      <span className="source-number">{line.line}</span>
      <span className="outside-text">{line.text.trim().slice(0, 200)}</span>
      <span className="outside-why">
        {nameOf('outsideKind', line.kind)}
        <span className="visually-hidden"> {t('review.outsideWhy')}</span>
      </span>
    </div>
  )
}
