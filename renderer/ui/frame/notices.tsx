import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice, Session } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { uiState } from '../ui-state.ts'

/** Short messages above the hint line, read out politely; bad ones as an alert. */
export function Notices() {
  const { t } = useTranslation()
  const session = useSession()
  const notices = useSessionState((state) => state.notices)
  useEffect(() => passBefore(session), [session])
  const act = (notice: Notice) => {
    session.dismissNotice(notice.id)
    notice.action?.run()
  }
  return (
    <section className="notices" aria-label={t('app.notices')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice}>
          <span>{notice.text}</span>
          {notice.action ? (
            <Button look="link" onPress={() => act(notice)}>
              {notice.action.label}
            </Button>
          ) : null}
          <Button
            look="quiet"
            aria-label={t('app.close')}
            tip={t('app.close')}
            onPress={() => session.dismissNotice(notice.id)}
          >
            <X size={14} aria-hidden />
          </Button>
        </NoticeLine>
      ))}
    </section>
  )
}

// Who opens a window is done with what passing messages said: they would lie over its buttons.
function passBefore(session: Session): () => void {
  return uiState.subscribe(({ dialog }, before) => {
    if (dialog && dialog !== before.dialog) session.dismissPassing()
  })
}

const SHOWN_FOR = 9000

/** Good news goes away by itself, bad news folds to one short line, but not while the pointer or the focus is on it. */
function NoticeLine({ notice, children }: { notice: Notice; children: ReactNode }) {
  const session = useSession()
  const [held, setHeld] = useState(false)
  const [folded, setFolded] = useState(false)
  const { id, tone } = notice
  useEffect(() => {
    if (held) return
    const pass = () => (tone === 'bad' ? setFolded(true) : session.dismissNotice(id))
    const timer = setTimeout(pass, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [held, id, tone, session])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at only keeps the message from going away
    <div
      className={`notice notice-${tone}`}
      data-folded={(folded && !held) || undefined}
      role={tone === 'bad' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  )
}
