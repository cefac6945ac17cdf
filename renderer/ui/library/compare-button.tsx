import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'
import { isSeenBefore } from './is-seen-before.ts'

/** The way to what changed in a source, where the library has something of it already. */
export function CompareButton() {
  const { t } = useTranslation()
  const isSeen = useSessionState(isSeenBefore)
  if (!isSeen) return null
  return (
    <Button onPress={() => openDialog({ kind: 'changes' })}>{t('after.command.compare')}</Button>
  )
}
