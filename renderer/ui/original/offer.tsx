import { useTranslation } from 'react-i18next'
import { sentencesOf } from '../../../shared/import/languages/judge-pair.ts'
import { SURE } from '../../../shared/import/languages/pairing.ts'
import { becauseOf } from '../../../shared/import/languages/propose-counterparts.ts'
import { beginningOf } from '../../../shared/letter/beginning-of.ts'
import type { OriginalOffer } from '../../session/original-types.ts'
import { Button } from '../kit/button.tsx'
import { Evidence, useEvidenceWords } from './evidence.tsx'

/** A text that was read: its first lines, what is thought of it with the reasons, and to which letters it can be added (null: the one asked for). */
export function Offer(props: {
  readonly offer: OriginalOffer
  /** Whether it is the one that Enter is to take. */
  readonly isFirst: boolean
  readonly onAttach: (letter: string | null) => void
}) {
  const { t, i18n } = useTranslation()
  const words = useEvidenceWords()
  const { offer, isFirst, onAttach } = props
  const { reading, verdict, others } = offer
  const percent = (share: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share)
  const isSure = verdict.confidence >= SURE
  const word = verdict.together ? 'fits' : 'fitsNot'
  const better = others.filter(({ confidence }) => confidence >= 0.2).slice(0, 3)
  const lines = reading.content.map(({ text }) => text.trim())
  return (
    <article className="original-offer" data-fits={verdict.together && isSure ? true : undefined}>
      <p className="original-start serif" lang={reading.language}>
        {beginningOf(lines.join(' · '), SHOWN)}
      </p>
      <p className="muted">
        {t('original.lines', { count: reading.content.length })}
        {offer.source.outside.length > 0
          ? ` · ${t('original.outside', { count: offer.source.outside.length })}`
          : ''}
      </p>
      <p className="original-verdict">
        {t(`original.${isSure ? word : 'unsure'}`, { percent: percent(verdict.confidence) })}
      </p>
      <Evidence sentences={sentencesOf(verdict)} />
      <p className="original-acts">
        <Button
          {...(verdict.together ? { look: 'primary' } : {})}
          autoFocus={isFirst}
          onPress={() => onAttach(null)}
        >
          {t(verdict.together ? 'original.attach' : 'original.attachAll')}
        </Button>
      </p>
      {better.map((found) => (
        <div key={found.letter} className="original-other">
          <p>
            {t('original.belongsTo', { title: found.title, percent: percent(found.confidence) })}
          </p>
          <p className="muted">{becauseOf(found).map(words).join(' ')}</p>
          <p className="original-acts">
            <Button onPress={() => onAttach(found.letter)}>
              {t('original.attachTo', { title: found.title })}
            </Button>
          </p>
        </div>
      ))}
    </article>
  )
}

/** So many characters (UTF-16 code units) of a text are shown. */
const SHOWN = 220
