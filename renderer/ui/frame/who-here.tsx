import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Tip } from '../kit/tip.tsx'
import { useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'

/** Whose initials the work carries now; pressed it asks who works here. Nothing where nobody has said so. */
export function WhoHere() {
  const { t } = useTranslation()
  const me = useSessionState((state) => state.me)
  if (!me) return null
  const words = t('app.whoHere', { name: me.name, initials: me.initials })
  return (
    <Tip text={words}>
      <AriaButton
        className="who-here"
        aria-label={words}
        onPress={() => openDialog({ kind: 'who' })}
      >
        {me.initials}
      </AriaButton>
    </Tip>
  )
}
