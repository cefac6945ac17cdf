/** Puts the focus into the next (1) or previous (-1) pane: into the text where the pane has one, else on what was last reachable in it first. */
export function moveToPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  if (panes.length === 0) return
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = here < 0 && direction === -1 ? 0 : here
  const pane = panes[(start + direction + panes.length) % panes.length]
  if (!pane) return
  const within =
    pane.querySelector<HTMLElement>('.ProseMirror') ??
    pane.querySelector<HTMLElement>('tr[tabindex="0"]') ??
    pane.querySelector<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]',
    )
  const target = within ?? pane
  target.focus()
}
