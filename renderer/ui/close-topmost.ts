/** Closes the window on top as Esc does, also where nothing has the focus; gives whether there is one. */
export function closeTopmost(): boolean {
  const topmost = [...document.querySelectorAll('.veil .dialog')].at(-1)
  topmost?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  return topmost !== undefined
}
