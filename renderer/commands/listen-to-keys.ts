import { setInteractionModality } from 'react-aria-components'
import type { Session } from '../session/session.ts'
import { closeTopmost } from '../ui/close-topmost.ts'
import { lookHere } from '../ui/letter/look-here.ts'
import { uiState } from '../ui/ui-state.ts'
import { ALL_COMMANDS } from './all-commands.ts'
import { type FocusPlace, findCommand } from './find-command.ts'
import { createHeldOver, OVERLAYS } from './held-over.ts'
import type { Platform } from './keys.ts'
import { runCommand } from './run-command.ts'
import { createTagModeTeller } from './tell-tag-mode.ts'

/** Runs commands by their keys, everywhere in the window, by one listener; gives the function that ends it. */
export function listenToKeys(session: Session, platform: Platform): () => void {
  const tellTagMode = createTagModeTeller(session)
  const isHeldOver = createHeldOver()
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of commands go on wherever they lead: F8 that is held goes through the problems.
    if (isHeldOver(event) && isOfRoom(event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.isComposing || event.defaultPrevented || event.getModifierState('AltGraph')) return
    // Where the button that had the focus is gone nothing has it for a moment: Esc closes the window on top all the same.
    if (event.key === 'Escape' && event.target === document.body && closeTopmost()) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // What the key before it did to the cursor decides what this one means, also where no frame has come between them.
    if (isAboutCursor(event, session)) lookHere(session)
    const place = placeOf(event.target)
    const command = findCommand(ALL_COMMANDS, event, {
      state: session.state.getState(),
      ui: uiState.getState(),
      platform,
      place,
    })
    if (!command) return tellTagMode(event, place)
    event.preventDefault()
    event.stopPropagation()
    // Keys with Control or Alt are not taken for work by keys there, and what opens would wait before it takes the focus.
    setInteractionModality('keyboard')
    runCommand(session, command)
  }
  // Before the editor and the widgets: a key means one thing, whoever has the focus.
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

// What a key means that types, confirms or closes depends on the room that it is pressed in.
function isOfRoom({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey && !/^F\d/.test(key)
}

// Typed letters are not: they are what the fast path is for.
function isAboutCursor({ altKey, ctrlKey, metaKey, key }: KeyboardEvent, session: Session) {
  const { screen, open } = session.state.getState()
  if (screen !== 'letter' || !open) return false
  return altKey || ctrlKey || metaKey || open.mode === 'tag' || /^F\d/.test(key)
}

function placeOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  if (target.closest(OVERLAYS)) return 'overlay'
  if (target.closest('.ProseMirror')) return 'text'
  if (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])'))
    return 'field'
  return 'elsewhere'
}
