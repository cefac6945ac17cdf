import type { Screen, SessionState } from '../session/session.ts'

/** A screen, and in `letter` the id of the letter where it is that of a letter. */
export type Shown =
  | { readonly screen: Exclude<Screen, 'letter'> }
  | { readonly screen: 'letter'; readonly letter: string }

const LETTER = '#letter/'
const SCREENS = ['register', 'review', 'rules', 'words'] as const

/** What the address says of a screen, its `#` with it; empty for the library. */
export function addressOf(shown: Shown): string {
  if (shown.screen === 'letter') return LETTER + encodeURIComponent(shown.letter)
  return shown.screen === 'library' ? '' : `#${shown.screen}`
}

/** The screen that an address says: the library where it says none. */
export function screenOf(address: string): Shown {
  if (address.startsWith(LETTER)) {
    const letter = decoded(address.slice(LETTER.length))
    if (letter) return { screen: 'letter', letter }
  }
  return { screen: SCREENS.find((one) => address === `#${one}`) ?? 'library' }
}

// An address can be written by hand: what is no text stands for nothing.
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What is shown now. */
export function shownIn({ screen, open }: Pick<SessionState, 'screen' | 'open'>): Shown {
  if (screen !== 'letter') return { screen }
  return open ? { screen, letter: open.id } : { screen: 'library' }
}

/** What can be shown of it: a letter or a review that is not there any more is looked for in the library. */
export function showable(
  shown: Shown,
  { letters, review, leftReview }: Pick<SessionState, 'letters' | 'review' | 'leftReview'>,
): Shown {
  const isThere =
    shown.screen === 'letter'
      ? letters.some(({ id }) => id === shown.letter)
      : shown.screen !== 'review' || review !== null || leftReview !== null
  return isThere ? shown : { screen: 'library' }
}
