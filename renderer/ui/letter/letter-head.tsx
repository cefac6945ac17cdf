import { useTranslation } from 'react-i18next'
import { LetterProgress } from '../reading/letter-progress.tsx'
import { useSessionState } from '../session-context.tsx'
import { isSure, metaParts, partyLine } from './header-lines.ts'
import { useRecords } from './use-letter.ts'

/** The head of the letter: who to whom, when, and the line of archive, sending and receiving; what is doubtful is marked. */
export function LetterHead() {
  const { t, i18n } = useTranslation()
  const title = useSessionState((state) => state.open?.title ?? '')
  const { header } = useRecords('translation')
  const senders = partyLine(header.senders?.value ?? [])
  const recipients = partyLine(header.recipients?.value ?? [])
  const date = header.date?.value.text ?? ''
  const hasParties = senders !== '' && recipients !== ''
  const parts = metaParts(header, i18n.language, t('letterView.head.number'))
  return (
    <div className="letter-head">
      <h1>
        {hasParties ? t('letterView.head.parties', { senders, recipients }) : title}
        {hasParties && date !== '' && (
          <>
            <i aria-hidden> · </i>
            <span data-unsure={isSure(header.date) ? undefined : true}>{date}</span>
          </>
        )}
      </h1>
      {parts.length > 0 && (
        <p className="letter-meta">
          {parts.map((part) => (
            <span key={part.kind} data-unsure={part.sure ? undefined : true}>
              <em>{t(`letterView.head.${part.kind}`)}</em> {part.text}
            </span>
          ))}
        </p>
      )}
      <LetterProgress />
    </div>
  )
}
