import { useTranslation } from 'react-i18next'
import { Button } from './kit/button.tsx'
import { useSession, useSessionState } from './session-context.tsx'

/** Leads back to the letter that is open behind another screen; nothing where none is. */
export function BackToLetter() {
  const { t } = useTranslation()
  const session = useSession()
  const open = useSessionState((state) => state.open?.id)
  if (open === undefined) return null
  return (
    <Button look="quiet" onPress={() => void session.openLetter(open)}>
      {t('rules.back')}
    </Button>
  )
}
