import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Gives a field the focus in the moment it is drawn, with what stands in it selected, and does not scroll to it: what is typed
 * right behind the key that opened it comes into it and replaces what was taken over. With another `turn` it takes the focus again.
 * Give the reference to the field.
 */
export function useFocusAtOnce<E extends HTMLInputElement | HTMLTextAreaElement>(
  isWanted: boolean,
  turn = 0,
): RefObject<E | null> {
  const ref = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is drawn the first time, and when it is asked for again
  useLayoutEffect(() => {
    if (!isWanted) return
    ref.current?.focus({ preventScroll: true })
    ref.current?.select()
  }, [turn])
  return ref
}
