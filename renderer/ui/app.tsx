import { I18nProvider } from 'react-aria-components'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { Frame } from './frame/frame.tsx'
import { saveCopy } from './frame/save-copy.ts'
import { useHost, useSession, useSessionState } from './session-context.tsx'

/** The whole window. */
export function App() {
  const session = useSession()
  const host = useHost()
  const locale = useSessionState((state) => state.settings.locale)
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary saveCopy={() => saveCopy(session, host)}>
        <Frame />
      </ErrorBoundary>
    </I18nProvider>
  )
}
