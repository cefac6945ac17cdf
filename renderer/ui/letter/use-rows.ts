import { type KeyboardEvent, useRef } from 'react'

/** Arrow keys, Home and End move the focus among the row buttons (`data-row`) of a list; gives what the list element needs. */
export function useRows<E extends HTMLElement>() {
  const ref = useRef<E>(null)
  const onKeyDown = (event: KeyboardEvent<E>) => void moveAmongRows(event, ref.current)
  return { ref, onKeyDown }
}

/** Moves the focus among the rows of a list where the key is one that moves; gives whether it did. */
export function moveAmongRows(event: KeyboardEvent, list: HTMLElement | null): boolean {
  const target = event.target as HTMLElement
  if (!target.matches('[data-row]')) return false
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const goal = goalOf(event.key, rows.indexOf(target), rows.length)
  if (goal === null) return false
  event.preventDefault()
  rows[goal]?.focus()
  return true
}

function goalOf(key: string, now: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, now + 1)
    case 'ArrowUp':
      return Math.max(0, now - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
