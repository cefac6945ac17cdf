import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'
import { sayWhen } from './safety-words.ts'

/** When the last safety copy was made and where it lies, and what is not well with it; nothing where there are none. */
export function SafetyLine() {
  const { t } = useTranslation()
  const safety = useSessionState((state) => state.safety)
  if (!safety) return null
  const { folder, newest, isMaking, problem } = safety
  const words = newest
    ? t('safety.last', {
        when: sayWhen(newest.time),
        letters: t('safety.letters', { count: newest.letters }),
        folder,
      })
    : t('safety.noneYet', { folder })
  return (
    <>
      <p>{isMaking ? t('safety.making') : words}</p>
      {problem ? <p className="bad">{problem}</p> : null}
    </>
  )
}
