import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { SafetyLine } from '../safety/safety-line.tsx'
import { useHost, useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** Where the data lies and what can happen to it, in plain words. */
export function AboutDataDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const host = useHost()
  const place = useSessionState((state) => state.place)
  return (
    <Dialog
      title={t('command.aboutData')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={() => void session.saveCollection()} keys="Mod-s">
            {t('command.saveCollection')}
          </Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <div className="prose">
        <p>{place}</p>
        <SafetyLine />
        <p>{t('aboutData.machine')}</p>
        <p>{t('aboutData.saved')}</p>
        <p>{host.kind === 'browser' ? t('aboutData.browser') : t('aboutData.desktop')}</p>
        <p>{t('aboutData.network')}</p>
      </div>
    </Dialog>
  )
}
