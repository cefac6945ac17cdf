import { commitField } from '../session/commit-field.ts'
import type { Session } from '../session/session.ts'
import { closePairs } from './align/align-acts.ts'
import { closeTopmost } from './close-topmost.ts'
import { addressOf, type Shown, screenOf, showable, shownIn } from './screen-in-address.ts'
import { uiState } from './ui-state.ts'

/**
 * Has the Back and Forward of a browser go from screen to screen, and the address say the screen and the letter, so that the page
 * loaded again comes back to it. What lies over the screen is closed first; what stands typed is kept, and where a letter cannot
 * be left Back does not leave it. Resolves when the screen that the address says is shown.
 */
export function followHistory(session: Session): Promise<void> {
  const trip = createTrip(session)
  session.state.subscribe((now, before) => {
    if (now.screen !== before.screen || now.open?.id !== before.open?.id) trip.showed()
  })
  window.addEventListener('popstate', ({ state }) => trip.goTo(state))
  return trip.begin()
}

/** What the history keeps of a screen beside its address: the place in the row of screens. */
interface Entry {
  readonly index: number
}

function indexOf(state: unknown): number | null {
  const index = (state as Partial<Entry> | null)?.index
  return typeof index === 'number' ? index : null
}

function createTrip(session: Session) {
  const here = () => addressOf(shownIn(session.state.getState()))
  const whole = () => location.pathname + location.search + here()
  let index = indexOf(history.state) ?? 0
  /** Where the way there began that is not at its end yet, and the address it goes to. */
  let way: { readonly from: number; readonly to: string } | null = null

  const say = () => history.replaceState({ index } satisfies Entry, '', whole())
  const turnBack = (from: number, at: number) => (from === at ? say() : history.go(from - at))
  const arrive = ({ from }: { readonly from: number }, meant: string) => {
    way = null
    if (here() === meant) return say()
    const at = index
    index = from
    turnBack(from, at)
  }
  const travel = async (from: number): Promise<void> => {
    const isUnderWay = way !== null
    way = { from: way?.from ?? from, to: location.hash }
    // Whoever presses Back again before the screen is there goes on from it.
    if (isUnderWay) return
    let meant = ''
    try {
      for (let goal: string | null = null; way.to !== goal; ) {
        goal = way.to
        const shown = showable(screenOf(goal), session.state.getState())
        meant = addressOf(shown)
        await show(session, shown)
      }
    } finally {
      arrive(way, meant)
    }
  }
  return {
    begin: () => (location.hash === here() ? Promise.resolve(say()) : travel(index)),
    /** Another screen is shown: a new place in the row, unless it was gone to by Back or Forward. */
    showed() {
      if (way || here() === location.hash) return
      index++
      history.pushState({ index } satisfies Entry, '', whole())
    },
    /** The browser has gone to another place in the row; one written into the address by hand is the next. */
    goTo(state: unknown) {
      const at = indexOf(state) ?? index + 1
      if (at === index) return say()
      if (closeWhatIsOver(session)) return history.go(index - at)
      const from = index
      index = at
      void travel(from)
    },
  }
}

// The pairs of a letter stand in the place of its texts: from there Back leads to them.
function closeWhatIsOver(session: Session): boolean {
  if (closeTopmost()) return true
  if (uiState.getState().align === null) return false
  closePairs(session)
  return true
}

async function show(session: Session, shown: Shown): Promise<void> {
  commitField()
  const { review, open } = session.state.getState()
  if (shown.screen === 'review') return session.resumeReview()
  if (review) session.cancelReview()
  if (shown.screen === 'letter') return session.openLetter(shown.letter)
  if (shown.screen === 'library' && open) return session.closeLetter()
  session.show(shown.screen)
}
