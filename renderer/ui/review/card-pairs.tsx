import { useTranslation } from 'react-i18next'
import type { Pairing } from '../../../shared/import/languages/pairing.ts'
import type { LetterReading } from '../../../shared/import/reading.ts'
import { pairKey, type ReviewPage } from '../../session/review-state.ts'
import { Button } from '../kit/button.tsx'
import { useEvidenceWords } from '../original/evidence.tsx'
import { useSession } from '../session-context.tsx'
import { goToLetter } from './review-moves.ts'
import { useReview } from './use-review.ts'

/** What was found out about this letter and another text of the page: whether one is the original of the other, with the evidence, to confirm or to refuse. */
export function CardPairs(props: { readonly page: ReviewPage; readonly letter: LetterReading }) {
  const { page, letter } = props
  const own = page.pairings.filter(
    (one) => one.translation === letter.id || one.original === letter.id,
  )
  return own.map((pairing) => (
    <Pair key={`${pairing.translation} ${pairing.original}`} {...props} pairing={pairing} />
  ))
}

function Pair(props: {
  readonly page: ReviewPage
  readonly letter: LetterReading
  readonly pairing: Pairing
}) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const { pairs } = useReview()
  const words = useEvidenceWords()
  const { page, letter, pairing } = props
  const key = pairKey(page.key, pairing)
  const said = pairs.get(key)
  const isTogether = said ?? pairing.together
  const isOriginal = pairing.original === letter.id
  const otherId = isOriginal ? pairing.translation : pairing.original
  const number = page.draft.letters.findIndex(({ id }) => id === otherId) + 1
  if (number === 0) return null
  const which = isOriginal ? 'original' : 'translation'
  const share = pairing.confidence.toLocaleString(i18n.language, { style: 'percent' })
  return (
    <div className="card-pair">
      <p>
        {t(`review.pair.${which}.${isTogether ? 'together' : 'apart'}`, { number })}{' '}
        <span className="muted">{said === undefined ? share : t('review.saidByYou')}</span>{' '}
        <Button look="link" onPress={() => goToLetter(page, otherId)}>
          {t('review.letterNumber', { number })}
        </Button>
      </p>
      <ul className="muted">
        {pairing.evidence.map(({ kind, agrees, text }) => (
          <li key={`${kind} ${text}`} data-agrees={agrees}>
            {words(text)}
          </li>
        ))}
      </ul>
      <div className="card-foot">
        <Button
          aria-pressed={said === true}
          onPress={() => session.review.settlePair(key, said === true ? null : true)}
        >
          {t('review.pair.yes')}
        </Button>
        <Button
          aria-pressed={said === false}
          onPress={() => session.review.settlePair(key, said === false ? null : false)}
        >
          {t('review.pair.no')}
        </Button>
      </div>
    </div>
  )
}
