import { useTranslation } from 'react-i18next'
import type { PageReview } from '../../session/session.ts'

type ReviewLetter = PageReview['letters'][number]

/** The letters of a page as they were read: line, parties, date, archive, notes, and what is doubtful by line. */
export function ReviewLetters(props: { letters: readonly ReviewLetter[]; page: string }) {
  const { t } = useTranslation()
  if (props.letters.length === 0) return <p className="muted">{t('review.noLetters')}</p>
  return (
    <table className="review-letters" aria-label={t('review.lettersOf', { page: props.page })}>
      <thead>
        <tr>
          <th scope="col" className="col-line">
            {t('review.line')}
          </th>
          <th scope="col" className="col-date">
            {t('library.column.date')}
          </th>
          <th scope="col" className="col-parties">
            {t('review.fromTo')}
          </th>
          <th scope="col">{t('library.column.archive')}</th>
          <th scope="col" className="col-notes">
            {t('review.notes')}
          </th>
          <th scope="col" className="col-words">
            {t('library.column.words')}
          </th>
        </tr>
      </thead>
      {props.letters.map((letter) => (
        <Letter key={letter.id} letter={letter} />
      ))}
    </table>
  )
}

function Letter({ letter }: { letter: ReviewLetter }) {
  const { t, i18n } = useTranslation()
  const unlinked = letter.notes - letter.linked
  return (
    <tbody className={letter.known ? 'letter-known' : ''}>
      <tr>
        <td className="number">{letter.line}</td>
        <td>{letter.date || <span className="none">—</span>}</td>
        <td>
          <span className="serif" title={letter.title}>
            {letter.from || '?'} → {letter.to || '?'}
          </span>
          {letter.known ? <span className="known">{t('review.isKnown')}</span> : null}
        </td>
        <td className="muted">{letter.archive || <span className="none">—</span>}</td>
        <td className={unlinked > 0 ? 'bad' : 'muted'}>
          {letter.notes === 0
            ? ''
            : t('review.linked', { linked: letter.linked, notes: letter.notes })}
        </td>
        <td className="number">{letter.words.toLocaleString(i18n.language)}</td>
      </tr>
      {letter.problems.length > 0 ? (
        <tr className="review-problems">
          <td />
          <td colSpan={5}>
            <ul>
              {letter.problems.map((problem) => (
                <li key={`${problem.line} ${problem.message}`}>
                  <span className="muted">{t('review.lineNumber', { line: problem.line })}</span>{' '}
                  {problem.message}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
