import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { SaveState } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Popover } from '../kit/popover.tsx'
import { SafetyLine } from '../safety/safety-line.tsx'
import { useHost, useSession, useSessionState } from '../session-context.tsx'
import { saveCopy } from './save-copy.ts'

const WORDS = {
  saved: 'save.saved',
  saving: 'save.saving',
  failed: 'save.failed',
  'read-only': 'save.readOnly',
} as const

/** Whether all is saved, always to be seen; pressed it says in plain words where the data lies. */
export function SaveStatus() {
  const { t } = useTranslation()
  const session = useSession()
  const save = useSessionState((state) => state.save)
  const place = useSessionState((state) => state.place)
  const isElsewhere = save.status === 'read-only' && save.elsewhere
  const words = t(isElsewhere ? 'save.readOnlyElsewhere' : WORDS[save.status])
  const isUnsafe = useSessionState(({ safety }) => safety?.isFailing ?? false)
  const trigger = (
    <AriaButton className={`save save-${save.status}`} aria-label={words}>
      <span className="save-words">{words}</span>
      {isUnsafe ? <span className="save-words bad"> · {t('safety.noCopy')}</span> : null}
    </AriaButton>
  )
  return (
    <>
      <Popover label={t('save.label')} trigger={trigger}>
        <div className="save-more">
          <SaveMessage save={save} words={words} />
          {save.status === 'failed' ? <AfterFailure /> : null}
          <p>{place}</p>
          <SafetyLine />
          <p className="muted">{t('save.copyAdvice')}</p>
          <Button onPress={() => void session.saveCollection()} keys="Mod-s">
            {t('command.saveCollection')}
          </Button>
        </div>
      </Popover>
      <output className="visually-hidden" aria-live="polite">
        {save.status === 'failed' ? `${words} ${save.message}` : ''}
      </output>
    </>
  )
}

/** What can be done at once when something could not be kept. */
function AfterFailure() {
  const { t } = useTranslation()
  const session = useSession()
  const host = useHost()
  return (
    <div className="actions">
      <Button look="primary" onPress={() => void saveCopy(session, host)}>
        {t('error.saveCopy')}
      </Button>
      <Button onPress={() => void session.tryAgain()}>{t('app.tryAgain')}</Button>
    </div>
  )
}

function SaveMessage({ save, words }: { save: SaveState; words: string }) {
  const message = 'message' in save ? save.message : null
  return (
    <p>
      <strong>{words}</strong>
      {message ? <span className="bad"> {message}</span> : null}
    </p>
  )
}
