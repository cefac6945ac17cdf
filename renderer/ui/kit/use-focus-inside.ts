import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Takes the focus into a window that opens over the screen in the same moment in which it is drawn, unless a field of it has
 * taken it already: a key pressed right behind the one that opened it must not reach the text beneath. Give the reference to
 * the element of the window.
 */
export function useFocusInside<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element && !element.contains(document.activeElement)) element.focus({ preventScroll: true })
  }, [])
  return ref
}
