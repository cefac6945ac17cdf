/** The id of the list of the source's lines. */
export const SOURCE_LIST = 'review-source-list'

/** Puts the focus into the list of the source's lines, so that the keys for lines act. */
export function focusSource(): void {
  document.getElementById(SOURCE_LIST)?.focus({ preventScroll: true })
}
