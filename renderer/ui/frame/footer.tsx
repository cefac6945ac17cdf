import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isAligning } from '../../commands/align-commands.ts'
import { ALL_COMMANDS, isPossible, keyToShow } from '../../commands/all-commands.ts'
import type { Command } from '../../commands/command.ts'
import { runById } from '../../commands/run-by-id.ts'
import { Keys } from '../kit/kbd.tsx'
import { platform } from '../platform.ts'
import { ReviewCounts } from '../review/review-counts.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { LetterCounts } from './letter-counts.tsx'
import { LibraryCounts } from './library-counts.tsx'
import { WhoHere } from './who-here.tsx'

/** The hint line: what is possible here with its keys, and what there is to count. */
export function Footer() {
  const screen = useSessionState((state) => state.screen)
  return (
    <footer className="footer">
      <Mode />
      {screen === 'review' ? <span className="grow" /> : <Hints />}
      {screen === 'review' ? <ReviewCounts /> : null}
      {screen === 'letter' ? <LetterCounts /> : null}
      {screen === 'library' ? <LibraryCounts /> : null}
      <WhoHere />
    </footer>
  )
}

function Mode() {
  const { t } = useTranslation()
  const mode = useSessionState((state) =>
    state.screen === 'letter' ? state.open?.mode : undefined,
  )
  const isPairs = useUi(({ align }) => align !== null)
  if (!mode) return null
  if (isPairs) return <output className="mode">{t('align.mode')}</output>
  return (
    <output className={`mode mode-${mode}`} aria-live="polite">
      {mode === 'tag' ? t('mode.tag') : t('mode.write')}
    </output>
  )
}

function Hints() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState((now) => now)
  const ui = useUi((now) => now)
  const hints = ALL_COMMANDS.filter((command) => command.hint && isPossible(command, state, ui))
  // In a letter one wants to see what is done with its text; the rest of the program is one key away.
  const isShown = ({ group, id }: Command) =>
    group === 'letter' || (id === 'edit.undo' && isAligning(state, ui))
  const shown = state.screen === 'letter' ? hints.filter(isShown) : hints
  return (
    <div className="hints" role="toolbar" aria-label={t('app.hints')}>
      {shown.map((command) => {
        const keys = keyToShow(command, state, platform)
        return (
          <AriaButton
            key={command.id}
            className="hint"
            excludeFromTabOrder
            preventFocusOnPress
            onPress={() => runById(session, command.id)}
          >
            {keys ? <Keys keys={keys} inOne /> : null}
            {command.hint ? t(command.hint) : null}
          </AriaButton>
        )
      })}
    </div>
  )
}
