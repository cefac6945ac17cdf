import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import { useFocusAtOnce } from '../kit/use-focus-at-once.ts'
import type { Spot } from './letter-store.ts'

interface PickerFrameProps<T extends { readonly id: string }> {
  readonly spot: Spot
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  /** The first one is preselected. */
  readonly options: readonly T[]
  readonly draw: (option: T) => ReactNode
  readonly empty: ReactNode
  readonly foot: ReactNode
  readonly onChoose: (option: T) => void
  readonly onClose: () => void
  /** What the key that opened the picker takes when it is pressed again at this option, with nothing typed; null where it takes nothing. */
  readonly repeated: (active: T) => T | null
  /** Grows when that key was pressed again. */
  readonly again: number
  /** The key that does the same in the empty field. */
  readonly againKey: string | null
}

/** A field with a list below it, at a place in the text: type to find, arrow keys to choose, Enter to take, Esc to leave. */
export function PickerFrame<T extends { readonly id: string }>(props: PickerFrameProps<T>) {
  const { spot, options, query } = props
  const listId = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const field = useFocusAtOnce<HTMLInputElement>(true)
  const [moved, setMoved] = useState({ query, index: 0 })
  const index = moved.query === query ? Math.min(moved.index, options.length - 1) : 0
  const active = options[index]
  const choose = () => active && props.onChoose(active)
  const repeated = query === '' && active ? props.repeated(active) : null
  const repeat = () => repeated && props.onChoose(repeated)
  useAgain(props.again, repeat)
  const onKeyDown = (event: KeyboardEvent) => {
    const goal = goalOf(event.key, index, options.length)
    if (goal !== null) setMoved({ query, index: goal })
    else if (event.key === 'Enter') choose()
    else if (repeated && isAgain(event, props.againKey)) repeat()
    else if (event.key === 'Escape') props.onClose()
    else if (event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <span ref={anchor} className="picker-anchor" style={{ ...spot }} aria-hidden />
      <Popover
        className="popover picker"
        triggerRef={anchor}
        isOpen
        isNonModal
        onOpenChange={(open) => !open && props.onClose()}
        placement="bottom start"
        offset={6}
        aria-label={props.label}
      >
        <div role="dialog" aria-label={props.label} className="picker-body">
          <input
            className="picker-input"
            ref={field}
            role="combobox"
            aria-label={props.label}
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={props.placeholder}
            value={query}
            onChange={(event) => props.onQuery(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <PickerList id={listId} index={index} {...props} />
          {options.length === 0 && <p className="picker-empty">{props.empty}</p>}
          <p className="picker-foot">{props.foot}</p>
        </div>
      </Popover>
    </>
  )
}

function PickerList<T extends { readonly id: string }>(
  props: PickerFrameProps<T> & { readonly id: string; readonly index: number },
) {
  return (
    <div className="picker-list" role="listbox" id={props.id} aria-label={props.label}>
      {props.options.map((option, at) => (
        <PickerOption
          key={option.id}
          id={`${props.id}-${option.id}`}
          isActive={at === props.index}
          onChoose={() => props.onChoose(option)}
        >
          {props.draw(option)}
        </PickerOption>
      ))}
    </div>
  )
}

function PickerOption(props: {
  readonly id: string
  readonly isActive: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}) {
  const ref = useRef<HTMLDivElement>(null)
  const { isActive } = props
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option
    <div
      ref={ref}
      id={props.id}
      role="option"
      aria-selected={isActive}
      className="picker-option"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      {props.children}
    </div>
  )
}

function useAgain(again: number, take: () => void): void {
  const first = useRef(again)
  useEffect(() => {
    if (again === first.current) return
    first.current = again
    take()
  })
}

// The key that opened the picker, pressed again in the empty field; with Shift it is the letter a name begins with.
function isAgain(event: KeyboardEvent, key: string | null): boolean {
  return event.key === key && !event.shiftKey && !event.ctrlKey && !event.metaKey
}

function goalOf(key: string, now: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (now + 1) % count
  if (key === 'ArrowUp') return (now - 1 + count) % count
  if (key === 'PageDown') return Math.min(count - 1, now + 8)
  if (key === 'PageUp') return Math.max(0, now - 8)
  return null
}
