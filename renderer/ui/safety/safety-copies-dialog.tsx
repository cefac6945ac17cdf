import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SafetyCopy } from '../../../shared/safety/ledger.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { SafetyLine } from './safety-line.tsx'
import { sayCopy } from './safety-words.ts'

/** The safety copies, the newest first; each can be opened into the library. */
export function SafetyCopiesDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const copies = useCopies()
  return (
    <Dialog
      title={t('safety.title')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={() => void session.safety.makeNow()}>{t('safety.now')}</Button>
          <Button onPress={() => void session.safety.show()}>{t('safety.show')}</Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('safety.help')}</p>
      {copies?.length === 0 ? <p>{t('safety.none')}</p> : null}
      <SafetyLine />
      <ul className="plain-list" aria-label={t('safety.title')}>
        {copies?.map((copy) => (
          <Row key={copy.name} copy={copy} />
        ))}
      </ul>
    </Dialog>
  )
}

function Row({ copy }: { copy: SafetyCopy }) {
  const { t } = useTranslation()
  const session = useSession()
  const open = () => {
    closeDialog()
    void session.safety.open(copy.name)
  }
  return (
    <li className="import-row">
      <span>{sayCopy(copy)}</span>
      <Button onPress={open}>{t('safety.open')}</Button>
    </li>
  )
}

/** The copies, read again whenever a new one is there; null until they are read. */
function useCopies(): readonly SafetyCopy[] | null {
  const session = useSession()
  const newest = useSessionState((state) => state.safety?.newest)
  const [copies, setCopies] = useState<readonly SafetyCopy[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new copy is a new list
  useEffect(() => {
    let current = true
    void session.safety.list().then((read) => {
      if (current) setCopies(read)
    })
    return () => {
      current = false
    }
  }, [session, newest])
  return copies
}
