const REACHABLE = [
  'tr[tabindex="0"]',
  'a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]',
]

/** Puts the focus into the next (1) or previous (-1) pane: into its text where it has one that takes the focus, else on the first thing that can be reached in it. */
export function moveToPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  )
  if (panes.length === 0) return
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = here < 0 && direction === -1 ? 0 : here
  const pane = panes[(start + direction + panes.length) % panes.length]
  if (pane) enter(pane)
}

function enter(pane: HTMLElement): void {
  // The translation stands last; a text that is only read may not take the focus.
  const texts = [...pane.querySelectorAll<HTMLElement>('.ProseMirror')].reverse()
  const first = REACHABLE.flatMap((selector) => pane.querySelector<HTMLElement>(selector) ?? [])
  for (const target of [...texts, ...first, pane]) {
    target.focus()
    if (pane.contains(document.activeElement)) return
  }
}
