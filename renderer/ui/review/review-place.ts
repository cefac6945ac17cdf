/** Which letters the right side of the review shows, or the lines outside of all. */
export type ReviewFilter = 'all' | 'doubtful' | 'problems' | 'outside'

/** Characters of a line, in UTF-16 units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What the pointer is over: a letter, and what of it. */
export interface Pointed {
  readonly letter: string
  readonly kind?: string
}

/** Where one is in a review: kept only as long as the window lives. */
export interface ReviewPlace {
  /** The file shown at the left, by key. */
  readonly file: number | null
  /** The line one is at (1-based), and the other end of the lines chosen, the same where it is one line. */
  readonly line: number | null
  readonly anchor: number | null
  /** Characters chosen in that line. */
  readonly words: Stretch | null
  /** Key of the letter one is at. */
  readonly letter: string | null
  readonly filter: ReviewFilter
  /** Keys of letters whose cards are unfolded. */
  readonly unfolded: ReadonlySet<string>
  readonly pointed: Pointed | null
  /** Grows when source or letters are to show where one is. */
  readonly seek: number
}

/** The beginning of a review. */
export const AT_FIRST: ReviewPlace = {
  file: null,
  line: null,
  anchor: null,
  words: null,
  letter: null,
  filter: 'all',
  unfolded: new Set(),
  pointed: null,
  seek: 0,
}
