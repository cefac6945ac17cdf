/**
 * Takes over what stands typed in the field that has the focus, which stays there: a field keeps its text to itself
 * until it is left, and a key that acts on the whole letter does not leave it. Lists that open on focus keep nothing.
 */
export function commitField(): void {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement)) return
  if (!activeElement.matches('input:not([role="combobox"]), textarea')) return
  activeElement.blur()
  activeElement.focus({ preventScroll: true })
}
