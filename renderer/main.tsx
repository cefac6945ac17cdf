import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { keepMenu } from './commands/keep-menu.ts'
import { listenToKeys } from './commands/listen-to-keys.ts'
import { findHost } from './host/find-host.ts'
import type { Host } from './host/host.ts'
import { createSession } from './session/create-session.ts'
import type { Session } from './session/session.ts'
import { App } from './ui/app.tsx'
import { followHistory } from './ui/follow-history.ts'
import { followSettings } from './ui/follow-settings.ts'
import { NoLibrary } from './ui/frame/no-library.tsx'
import { saveCopy } from './ui/frame/save-copy.ts'
import { startI18n, systemLocale } from './ui/i18n.ts'
import { loadFonts } from './ui/load-fonts.ts'
import { platform } from './ui/platform.ts'
import { askOfLoss } from './ui/safety/ask-of-loss.tsx'
import { SessionProvider } from './ui/session-context.tsx'

await start()

async function start(): Promise<void> {
  const fonts = loadFonts(document.fonts)
  await startI18n(systemLocale(navigator.languages))
  const host = findHost()
  const created = await createSession(host, askOfLoss(rootElement()))
  if (created.status === 'broken') return tellWhyNot(created.message)
  const { session } = created
  await followSettings(session, host)
  listenToKeys(session, platform)
  keepMenu(session, host, platform)
  await fonts
  host.onFiles((files) => void session.importFiles(files))
  tellOfFaults(session, host)
  if (host.kind === 'browser') await followHistory(session).catch(tell(session, host))
  createRoot(rootElement(), { onRecoverableError: tell(session, host) }).render(
    <SessionProvider session={session} host={host}>
      <App />
    </SessionProvider>,
  )
  if (host.kind === 'browser') await registerServiceWorker()
}

function rootElement(): HTMLElement {
  const root = document.getElementById('root')
  if (!root) throw new Error('no element #root in the page')
  return root
}

/** The library cannot be opened: nothing can be done here but to say why. */
function tellWhyNot(message: string): void {
  createRoot(rootElement()).render(<NoLibrary message={message} />)
}

/** A fault that no screen caught is told, never swallowed: the person can save a copy at once. */
function tellOfFaults(session: Session, host: Host): void {
  window.addEventListener('unhandledrejection', (event) => tell(session, host)(event.reason))
  window.addEventListener('error', (event) => {
    // Chromium reports a loop of layout observers this way; nothing is lost by it.
    if (!event.message.includes('ResizeObserver')) tell(session, host)(event.error ?? event.message)
  })
}

function tell(session: Session, host: Host): (fault: unknown) => void {
  return (fault) => {
    const what = fault instanceof Error ? fault.message : String(fault)
    session.notify('bad', i18next.t('error.fault', { what }), {
      label: i18next.t('error.saveCopy'),
      run: () => void saveCopy(session, host),
    })
  }
}

// The browser edition works offline once it was opened; the desktop has its files beside it.
async function registerServiceWorker(): Promise<void> {
  const { protocol, hostname } = location
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  if (!('serviceWorker' in navigator) || protocol !== 'http:' || !isLocal) return
  await navigator.serviceWorker.register('./service-worker.js')
}
