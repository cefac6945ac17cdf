import { create } from 'zustand'

/** The bar that finds in the open letter: whether it is there, and what is sought. */
interface FindBarState {
  readonly isOpen: boolean
  /** Grows when it is asked for again while it is there: its field takes the focus. */
  readonly turn: number
  readonly text: string
  readonly isWord: boolean
  readonly matchCase: boolean
}

/** The state of the bar; kept as long as the window lives. */
export const useFindBar = create<FindBarState>()(() => ({
  isOpen: false,
  turn: 0,
  text: '',
  isWord: false,
  matchCase: false,
}))

/** Shows the bar with its field ready; words that are selected are what is sought. */
export function openFindBar(selected: string): void {
  const words = selected.includes('\n') ? '' : selected.trim()
  useFindBar.setState(({ turn, text }) => ({
    ...{ isOpen: true, turn: turn + 1, text: words === '' ? text : words },
  }))
}

/** Takes the bar away. */
export function closeFindBar(): void {
  useFindBar.setState({ isOpen: false })
}
