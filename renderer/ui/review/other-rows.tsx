import { useTranslation } from 'react-i18next'
import type { OpenedFile } from '../../../shared/ipc.ts'
import { letterIds, type RefusedFile, type ReviewFile } from '../../session/review-state.ts'
import type { Session } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { openTermFile } from '../ui-state.ts'
import { goToLine } from './review-moves.ts'
import type { ReviewRow } from './review-rows.ts'
import { inWords, nameOf } from './review-words.ts'

/** The name of a file above its letters; of a TEI file also how it was decoded and what was noticed in it. */
export function FileRow({ file }: { readonly file: ReviewFile }) {
  const { t } = useTranslation()
  const tei = file.kind === 'tei' ? file : null
  return (
    <div className="file-row">
      <h2>
        <span title={file.name}>{file.name}</span>
        <span className="muted">{t('count.letters', { count: letterIds(file).length })}</span>
      </h2>
      {tei ? (
        <p className="muted">
          {nameOf('format', 'tei')} · {tei.encoding} ·{' '}
          {t('review.tei.entities', { count: tei.entities.length })}
          {tei.notes.map(({ code, message, count }) => (
            <span key={`${code} ${message}`}>
              {' '}
              {inWords(`decoding.${code}`, message, { count })}
            </span>
          ))}
        </p>
      ) : null}
      {tei && tei.problems.length > 0 ? (
        <ul className="card-problems">
          {tei.problems.slice(0, SHOWN_PROBLEMS).map(({ line, code, message }) => (
            <li key={`${line} ${code} ${message}`}>
              <span className="muted">{t('review.lineNumber', { line })}</span>{' '}
              {inWords(`tei.problem.${code}`, message)}
            </li>
          ))}
          {tei.problems.length > SHOWN_PROBLEMS ? (
            <li className="muted">
              {t('review.moreProblems', { count: tei.problems.length - SHOWN_PROBLEMS })}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}

const SHOWN_PROBLEMS = 12

/** A file that was not taken: one clear sentence, with the place where there is one. */
export function RefusedRow({ file }: { readonly file: RefusedFile }) {
  const { t } = useTranslation()
  const session = useSession()
  const { line, column, bytes } = file
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
      {file.code === 'glossary' && bytes ? (
        <Button look="primary" onPress={() => openInGlossary(session, { name: file.name, bytes })}>
          {t('words.terms.openHere')}
        </Button>
      ) : null}
    </div>
  )
}

function openInGlossary(session: Session, file: OpenedFile): void {
  openTermFile(file)
  session.cancelReview()
  session.show('words')
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
