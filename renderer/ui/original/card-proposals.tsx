import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SURE } from '../../../shared/import/languages/pairing.ts'
import { becauseOf } from '../../../shared/import/languages/propose-counterparts.ts'
import { textScript } from '../../../shared/import/languages/text-script.ts'
import type { LetterReading } from '../../../shared/import/reading.ts'
import type { OriginalProposal } from '../../session/original-types.ts'
import { letterKey, ownerKey, type ReviewPage } from '../../session/review-state.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useEvidenceWords } from './evidence.tsx'

/** From this probability on a letter of the library is named. */
const LIKELY = 0.5

/**
 * In the review of a page: the letter of the library that a text in its original language seems to belong to, with the reasons, to
 * confirm or to refuse. Nothing is stored before the text is taken; then it becomes the original of that letter.
 */
export function CardProposals(props: {
  readonly page: ReviewPage
  readonly letter: LetterReading
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const words = useEvidenceWords()
  const pairs = useSessionState(({ review }) => review?.pairs)
  const { page, letter } = props
  const found = useProposal(letter, isAlone(page, letter))
  if (!found) return null
  const percent = found.confidence.toLocaleString(i18n.language, { style: 'percent' })
  const key = ownerKey(letterKey(page.key, letter.id), found.letter)
  const said = pairs?.get(key)
  const settle = (together: boolean) =>
    session.review.settlePair(key, said === together ? null : together)
  return (
    <div className="card-pair">
      <p>{t('original.belongsTo', { title: found.title, percent })}</p>
      <p className="muted">{becauseOf(found).map(words).join(' ')}</p>
      {said === true ? <p>{t('review.becomesOriginal')}</p> : null}
      <div className="card-foot">
        <Button aria-pressed={said === true} onPress={() => settle(true)}>
          {t('review.pair.yes')}
        </Button>
        <Button aria-pressed={said === false} onPress={() => settle(false)}>
          {t('review.pair.no')}
        </Button>
      </div>
    </div>
  )
}

/** A text in Cyrillic letters that no translation of its page surely belongs to. */
function isAlone({ pairings }: ReviewPage, { id, content }: LetterReading): boolean {
  const paired = pairings.some(
    ({ original, together, confidence }) => original === id && together && confidence >= SURE,
  )
  return !paired && textScript(content.map(({ text }) => text).join('\n')) === 'cyrillic'
}

function useProposal(letter: LetterReading, isWanted: boolean): OriginalProposal | null {
  const session = useSession()
  const [found, setFound] = useState<OriginalProposal | null>(null)
  useEffect(() => {
    setFound(null)
    if (!isWanted) return
    let isOver = false
    void session.originals.propose(letter).then(([best]) => {
      if (!isOver && best && best.confidence >= LIKELY) setFound(best)
    })
    return () => {
      isOver = true
    }
  }, [session, letter, isWanted])
  return found
}
