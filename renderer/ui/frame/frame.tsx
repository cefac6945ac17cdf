import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screen as ScreenName } from '../../session/session.ts'
import { LetterScreen } from '../letter/letter-screen.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { RegisterScreen } from '../register/register-screen.tsx'
import { ReviewScreen } from '../review/review-screen.tsx'
import { RulesScreen } from '../rules/rules-screen.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { WordsScreen } from '../words/words-screen.tsx'
import { Dialogs } from './dialogs.tsx'
import { DropPages } from './drop-pages.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { NoLibrary } from './no-library.tsx'
import { Notices } from './notices.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** Header, screen and hint line, and what lies over them. */
export function Frame() {
  const { t } = useTranslation()
  const screen = useSessionState((state) => state.screen)
  const broken = useSessionState((state) => state.broken)
  const ready = useSessionState((state) => state.ready)
  useTextFocus()
  if (broken !== null) return <NoLibrary message={broken} />
  return (
    <DropPages>
      <div className="frame">
        <Header />
        <main className="screen" id="screen">
          {ready ? <Screen screen={screen} /> : <p className="waiting">{t('app.opening')}</p>}
        </main>
        <Footer />
      </div>
      <ProgressBar />
      <Notices />
      <Dialogs />
    </DropPages>
  )
}

function Screen({ screen }: { screen: ScreenName }) {
  if (screen === 'letter') return <LetterScreen />
  if (screen === 'register') return <RegisterScreen />
  if (screen === 'review') return <ReviewScreen />
  if (screen === 'rules') return <RulesScreen />
  if (screen === 'words') return <WordsScreen />
  return <LibraryScreen />
}

/** A letter that was just opened takes the focus into its text, unless something else has it: keys work at once. */
function useTextFocus(): void {
  const session = useSession()
  const id = useSessionState((state) => (state.screen === 'letter' ? state.open?.id : undefined))
  useEffect(() => {
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body
    const side = session.state.getState().open?.activeSide
    if (id && isFree && side) session.editor(side)?.focus()
  }, [id, session])
}
