import { useEffect, useRef } from 'react'

/** Scrolls a list to the index where one is when one went there (`seek` grew), not when one only scrolls. */
export function useSeek(index: number, seek: number, scroll: (index: number) => void): void {
  const last = useRef(0)
  useEffect(() => {
    if (last.current === seek) return
    last.current = seek
    if (index >= 0) scroll(index)
  })
}
