import { useTranslation } from 'react-i18next'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import type { Session } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'

type Source = NonNullable<CorrectionRecord['propagatedFrom']>

/** Says of a correction which one it was carried over from, with the way there; the letter's id where the letter is gone. */
export function CarriedFrom({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  const session = useSession()
  const title = useSessionState(
    ({ letters }) => letters.find(({ id }) => id === source.letter)?.title,
  )
  return (
    <p className="why">
      {t('reading.carriedFrom', { letter: title ?? source.letter })}
      {title !== undefined && (
        <Button look="link" onPress={() => void goToSource(session, source)}>
          {t('reading.goToSource')}
        </Button>
      )}
    </p>
  )
}

async function goToSource(session: Session, { letter, correction }: Source): Promise<void> {
  if (session.state.getState().open?.id !== letter) await session.openLetter(letter)
  if (session.state.getState().open?.id !== letter) return
  session.focusSide('translation')
  const editor = session.editor('translation')
  editor?.selectRecord('corrections', correction)
  editor?.focus()
}
