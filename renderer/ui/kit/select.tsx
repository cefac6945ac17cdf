import { ChevronDown } from 'lucide-react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'

/** One choice of a Select; `count` is shown after the words where there is one. */
export interface Choice<T extends string = string> {
  readonly id: T
  readonly text: string
  readonly count?: number
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly tei?: string
  /** The label is read to those who listen, and not shown. */
  readonly labelHidden?: boolean
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: (id: T) => void
  readonly placeholder?: string
}

/** A list to choose one thing from. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, tei, labelHidden, choices, value, onChange, placeholder } = props
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      {...(placeholder ? { placeholder } : {})}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {labelHidden ? null : (
        <Label className="field-label">
          {label}
          {tei ? <span className="tei"> · {tei}</span> : null}
        </Label>
      )}
      <Button className="select-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={choices}>
          {(choice) => (
            <ListBoxItem className="list-item" id={choice.id} textValue={choice.text}>
              {choice.text}{' '}
              {choice.count === undefined ? null : <span className="count">{choice.count}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
