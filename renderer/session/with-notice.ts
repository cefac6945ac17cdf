import type { Notice, SessionState } from './session.ts'

/** More messages than these are never shown at once. */
const MOST = 3

/** Passing messages of one act, such as what was written and what was left out, come within this time, in ms. */
const ONE_ACT = 1000

/**
 * The messages after a new one. A passing message takes the place of those before it, which do not come back; only those
 * of the same act stay beside it. Bad news stays, said once.
 */
export function withNotice(before: readonly Notice[], notice: Notice): readonly Notice[] {
  const isOfThisAct = (one: Notice) => !notice.action && notice.at - one.at < ONE_ACT
  const kept = before.filter((one) => {
    if (one.text === notice.text) return false
    return one.tone === 'bad' || notice.tone === 'bad' || isOfThisAct(one)
  })
  return [...kept, notice].slice(-MOST)
}

/** The messages that are still of use on a screen with a letter, null for none: those that belong to others went with them. */
export function noticesIn(
  notices: readonly Notice[],
  screen: SessionState['screen'],
  letter: string | null,
): readonly Notice[] {
  return only(
    notices,
    (one) =>
      (one.screen === undefined || one.screen === screen) &&
      (one.letter === undefined || one.letter === letter),
  )
}

/** The messages but for those about one thing. */
export function noticesNotAbout(notices: readonly Notice[], about: string): readonly Notice[] {
  return only(notices, (one) => one.about !== about)
}

// The same list where all stay, so that nothing is drawn anew.
function only(notices: readonly Notice[], isKept: (notice: Notice) => boolean): readonly Notice[] {
  const kept = notices.filter(isKept)
  return kept.length === notices.length ? notices : kept
}

/** The messages that are still of use after letters were taken away or brought back: what an earlier one offered is done or out of date. */
export function noticesWithoutOffers(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter((one) => !one.action || (one.tone === 'bad' && one.screen === undefined))
}

/** The messages that stay when a person goes on to something else: bad news, and those that offer something to do. */
export function withoutPassing(notices: readonly Notice[]): readonly Notice[] {
  return only(notices, ({ tone, action }) => tone === 'bad' || action !== undefined)
}
