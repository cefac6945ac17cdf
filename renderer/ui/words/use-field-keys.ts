import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import type { TextEnd } from '../../session/spread-state.ts'
import type { Searching } from '../spread/use-search.ts'

/** What the keys do from the field of a search: ArrowDown goes into the list of hits, Enter goes to the hit that the list speaks of. */
export interface FieldKeys {
  /** Stands around the field; the list of hits is in the same dialog. */
  readonly form: RefObject<HTMLDivElement | null>
  onKeyDown(event: KeyboardEvent): void
  /** Hears which hit the list speaks of. */
  onActive(hit: SpreadHit | null): void
}

/** The keys of a field above a list of hits. Enter that is pressed before anything was found waits for the end of the search. */
export function useFieldKeys(search: Searching<TextEnd>, go: (hit: SpreadHit) => void): FieldKeys {
  const form = useRef<HTMLDivElement>(null)
  // No state: the last hits and the end of the search may come in one drawing, and what is meant must be known after it.
  const active = useRef<SpreadHit | null>(null)
  const [isMeant, setMeant] = useState(false)
  const isOver = !search.isStale && !search.isRunning
  useEffect(() => {
    if (!isMeant || !isOver) return
    setMeant(false)
    if (active.current) go(active.current)
  }, [isMeant, isOver, go])
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text'
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!isField || !isPlain || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') setMeant(true)
    else if (event.key !== 'ArrowDown') return setMeant(false)
    else
      form.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('[role=listbox]')?.focus()
    event.preventDefault()
  }
  const onActive = useCallback((hit: SpreadHit | null) => {
    active.current = hit
  }, [])
  return { form, onKeyDown, onActive }
}
