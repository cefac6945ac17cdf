import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Tip } from './tip.tsx'

/** One of a few exclusive choices; `keys` are shown in its tooltip. */
export interface Segment {
  readonly id: string
  readonly text: string
  readonly keys?: string
}

/** A few exclusive choices side by side, one of them always chosen. */
export function Segments(props: {
  label: string
  items: readonly Segment[]
  selected: string
  onSelect: (id: string) => void
}) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.selected]}
      onSelectionChange={(keys) => {
        for (const key of keys) props.onSelect(String(key))
      }}
    >
      {props.items.map((item) => {
        const button = (
          <ToggleButton className="segment" key={item.id} id={item.id}>
            {item.text}
          </ToggleButton>
        )
        return item.keys ? (
          <Tip key={item.id} text={item.text} keys={item.keys}>
            {button}
          </Tip>
        ) : (
          button
        )
      })}
    </ToggleButtonGroup>
  )
}
