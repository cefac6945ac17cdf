import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ALL_COMMANDS, isPossible, keysOf } from '../../commands/all-commands.ts'
import { runById } from '../../commands/run-by-id.ts'
import { Keys } from '../kit/kbd.tsx'
import { platform } from '../platform.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { SPAN_KEYS } from './line-keys.ts'
import { saySpan } from './review-acts.ts'
import { nameOf } from './review-words.ts'

/** What the keys do here and now. */
export function ReviewHints() {
  const { t } = useTranslation()
  const words = useUi((ui) => ui.review.words)
  return (
    <div className="review-hints" role="toolbar" aria-label={t('app.hints')}>
      {words === null ? <LineHints /> : <WordHints />}
    </div>
  )
}

/** Two commands that go opposite ways are one hint: the keys of the second beside those of the first. */
const OPPOSITE: Readonly<Record<string, string>> = {
  'review.next-line': 'review.previous-line',
  'review.border-up': 'review.border-down',
}
/** Commands of the whole window that one needs here too. */
const ALSO: ReadonlySet<string> = new Set(['edit.undo', 'help.shortcuts'])

function LineHints() {
  const { t } = useTranslation()
  const session = useSession()
  const state = useSessionState((now) => now)
  const ui = useUi((now) => now)
  const shown = ALL_COMMANDS.filter(
    ({ id, hint }) => hint && (id.startsWith('review.') || ALSO.has(id)),
  ).filter((command) => isPossible(command, state, ui))
  return (
    <>
      {shown.map((command) => {
        const other = ALL_COMMANDS.find(({ id }) => id === OPPOSITE[command.id])
        const first = command.id === 'help.shortcuts' ? '?' : keysOf(command, platform)[0]
        const keys = [first, other && keysOf(other, platform)[0]]
        return (
          <Hint
            key={command.id}
            keys={keys.filter((one) => one !== undefined)}
            onPress={() => runById(session, command.id)}
          >
            {command.hint ? t(command.hint) : null}
          </Hint>
        )
      })}
      {ui.review.line === null ? null : (
        <span className="hint">
          <kbd>1</kbd>–<kbd>8</kbd> {t('review.hint.kind')}
        </span>
      )}
      {ui.review.line === null ? null : (
        <span className="hint">
          <Keys keys="ArrowLeft" inOne /> <Keys keys="ArrowRight" inOne /> {t('review.hint.words')}
        </span>
      )}
    </>
  )
}

function WordHints() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <>
      {SPAN_KEYS.map(({ key, kind }) => (
        <Hint key={key} keys={[key]} onPress={() => saySpan(session, kind)}>
          {nameOf('spanKind', kind)}
        </Hint>
      ))}
      <span className="hint">
        <kbd>0</kbd>–<kbd>9</kbd> {t('review.hint.callout')}
      </span>
      <Hint keys={['Delete']} onPress={() => saySpan(session, null)}>
        {t('review.hint.nothing')}
      </Hint>
      <span className="hint">
        <Keys keys="Shift-ArrowRight" inOne /> {t('review.hint.more')}
      </span>
      <span className="hint">
        <Keys keys="Escape" inOne /> {t('review.hint.line')}
      </span>
    </>
  )
}

function Hint(props: {
  readonly keys: readonly string[]
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  return (
    <AriaButton className="hint" excludeFromTabOrder preventFocusOnPress onPress={props.onPress}>
      {props.keys.map((keys) => (
        <Keys key={keys} keys={keys} inOne />
      ))}
      {props.children}
    </AriaButton>
  )
}
