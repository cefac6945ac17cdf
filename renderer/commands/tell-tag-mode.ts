import i18next from 'i18next'
import type { Session } from '../session/session.ts'
import type { FocusPlace } from './find-command.ts'

const OFTEN_MS = 8000

/**
 * Makes what tells somebody who types in Tag mode, where letters are keys and do not write, that they are in it and how they get
 * out: at the first letter that means nothing there, and not again for some seconds.
 */
export function createTagModeTeller(
  session: Session,
): (event: KeyboardEvent, place: FocusPlace) => void {
  let told = Number.NEGATIVE_INFINITY
  return (event, place) => {
    const { screen, open } = session.state.getState()
    if (place !== 'text' || screen !== 'letter' || open?.mode !== 'tag' || open.readOnly) return
    const { key, ctrlKey, altKey, metaKey, timeStamp } = event
    if (ctrlKey || altKey || metaKey || !/^\p{L}$/u.test(key) || timeStamp - told < OFTEN_MS) return
    told = timeStamp
    session.notify('good', i18next.t('mode.isTag'), {
      label: i18next.t('mode.toWrite'),
      run: () => session.setMode('write'),
    })
  }
}
