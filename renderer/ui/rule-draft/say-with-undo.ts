import type { TFunction } from 'i18next'
import type { Session } from '../../session/session.ts'

/** Says what was just done to the lists of a screen, with a button that takes this step back; what was changed since of other entries stays. */
export function sayWithUndo(
  session: Session,
  t: TFunction,
  of: 'rules' | 'words',
  said: string,
): void {
  const step = session.state.getState().listHistories[of].undo.at(-1)
  session.notify('good', said, {
    label: t('session.undo'),
    run: () => session.travelLists(of, 'undo', step),
  })
}
