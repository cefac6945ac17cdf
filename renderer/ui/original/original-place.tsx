import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Counterpart } from '../../../shared/letter/records.ts'
import { standingCounterparts } from '../../session/standing-counterparts.ts'
import { Button } from '../kit/button.tsx'
import { useRecords } from '../letter/use-letter.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'
import { Evidence } from './evidence.tsx'
import './original.css'

/** Texts that claim to be the other language of the open letter, as they stand now; none where it has its original. */
export function useCounterparts(): readonly Counterpart[] {
  const { header } = useRecords('translation')
  const id = useSessionState((state) => state.open?.id ?? '')
  const letters = useSessionState((state) => state.letters)
  const value = header.counterparts?.value
  return useMemo(() => standingCounterparts(value ?? [], letters, id), [value, letters, id])
}

/** What stands where the original would be: that there is none, or which text is not it and why; with what can be done. */
export function OriginalPlace() {
  const { t } = useTranslation()
  const id = useSessionState((state) => state.open?.id)
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const counterparts = useCounterparts()
  const isTranslation = useIsTranslation()
  if (id === undefined) return null
  const add = (
    <Button onPress={() => openDialog({ kind: 'original', letter: id })} isDisabled={isReadOnly}>
      {t('original.add')}
    </Button>
  )
  if (counterparts.length === 0)
    return (
      <section className="original-none" aria-label={t('original.place')}>
        <span>{t(isTranslation ? 'original.none' : 'original.lone')}</span>
        {isTranslation ? (
          add
        ) : (
          <Button
            onPress={() => openDialog({ kind: 'find-letters', only: id })}
            isDisabled={isReadOnly}
          >
            {t('original.findOne')}
          </Button>
        )}
      </section>
    )
  return (
    <section className="text-column original-place" aria-label={t('original.place')}>
      <div className="text-scroller">
        <h2 className="column-head">
          <span>{t('original.none')}</span>
        </h2>
        {counterparts.map((one) => (
          <Claim key={one.letter} counterpart={one} isTranslation={isTranslation} />
        ))}
        {isTranslation && <p className="original-acts">{add}</p>}
      </div>
    </section>
  )
}

/** Whether the open letter is a translation; else it is a text in its original language that stands alone. */
function useIsTranslation(): boolean {
  const session = useSession()
  useSessionState((state) => state.open?.tick)
  return (session.editor('translation')?.canonical().machine.lang ?? '').includes('-t-')
}

function Claim(props: { readonly counterpart: Counterpart; readonly isTranslation: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const letters = useSessionState((state) => state.letters)
  const id = useSessionState((state) => state.open?.id ?? '')
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { counterpart, isTranslation } = props
  const { letter, is, evidence } = counterpart
  const other = letters.find((row) => row.id === letter)
  const what = other?.title ?? letter
  const side = isTranslation ? 'translation' : 'original'
  const [translation, original] = isTranslation ? [id, letter] : [letter, id]
  return (
    <article className="original-claim" data-is={is}>
      <p className="original-verdict">{t(`original.${is}.${side}`, { what })}</p>
      <Evidence sentences={evidence} />
      <p className="original-acts">
        {other ? (
          <Button onPress={() => void session.openLetter(letter)}>{t('original.open')}</Button>
        ) : (
          <span className="muted">{t('original.gone')}</span>
        )}
        {!isReadOnly && is === 'possible-original' && (
          <Button onPress={() => session.originals.sayNotTheOriginal(letter, evidence)}>
            {t('original.sayNot')}
          </Button>
        )}
        {!isReadOnly && is === 'not-the-original' && (
          <Button onPress={() => session.originals.takeBackCounterpart(letter)}>
            {t('original.sayPossible')}
          </Button>
        )}
        {!isReadOnly && other && (
          <Button onPress={() => void session.originals.attachLetter(translation, original)}>
            {t('original.attachAll')}
          </Button>
        )}
      </p>
    </article>
  )
}
