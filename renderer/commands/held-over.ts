/** What has the keys to itself: a text, a window, a menu, the popover of a widget (`data-trigger`; a list that stands in the page is none). */
export const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [data-trigger]'

const ROOMS = `.ProseMirror, ${OVERLAYS}`

/**
 * Makes what tells keys that are held over: pressed in one room and repeated by the keyboard in another, because what the first
 * press did took the focus there. They were never meant for it: Enter that opens a letter would part its paragraphs.
 */
export function createHeldOver(): (event: KeyboardEvent) => boolean {
  let pressed: { readonly code: string; readonly room: Element } | null = null
  return ({ code, repeat, target }) => {
    const room = roomOf(target)
    if (repeat) return pressed !== null && pressed.code === code && pressed.room !== room
    pressed = { code, room }
    return false
  }
}

function roomOf(target: EventTarget | null): Element {
  const place = target instanceof Element ? target : document.documentElement
  return place.closest(ROOMS) ?? document.documentElement
}
