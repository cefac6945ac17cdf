import type { StoreApi } from 'zustand/vanilla'
import { type NamedLists, withListStep } from './list-history.ts'
import type { SessionState } from './session.ts'

/** Notes a change of lists for the keys of undo, where it is made on their own screen; what is made elsewhere is not taken back there. */
export function noteListStep(
  state: StoreApi<SessionState>,
  screen: 'rules' | 'words',
  before: NamedLists,
  after: NamedLists,
): void {
  const { screen: shown, listHistories } = state.getState()
  if (shown !== screen) return
  const history = withListStep(listHistories[screen], before, after)
  state.setState({ listHistories: { ...listHistories, [screen]: history } })
}
