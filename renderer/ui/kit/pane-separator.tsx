import type { KeyboardEvent, PointerEvent } from 'react'

interface PaneSeparatorProps {
  readonly label: string
  /** Width of the pane it belongs to, in CSS pixels, and its bounds. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** The side of the window on which the pane lies: there the pointer's way makes it smaller or larger. */
  readonly side: 'left' | 'right'
  readonly controls: string
  readonly onChange: (width: number) => void
}

const STEP = 16

/** The movable edge of a pane: dragged, or moved by arrow keys, Home and End. */
export function PaneSeparator(props: PaneSeparatorProps) {
  const { label, value, min, max, side, controls, onChange } = props
  const set = (width: number) => onChange(Math.round(Math.min(max, Math.max(min, width))))
  const grow = side === 'left' ? 1 : -1

  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Record<string, number> = {
      ArrowRight: value + STEP * grow,
      ArrowLeft: value - STEP * grow,
      Home: min,
      End: max,
    }
    const width = widths[event.key]
    if (width === undefined) return
    event.preventDefault()
    set(width)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const line = event.currentTarget
    const start = event.clientX
    line.setPointerCapture(event.pointerId)
    line.onpointermove = (move) => set(value + (move.clientX - start) * grow)
    line.onpointerup = () => {
      line.onpointermove = null
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator with a value is a widget, which hr is not
    <div
      className="separator"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      style={side === 'left' ? { left: value - 5 } : { right: value - 5 }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  )
}
