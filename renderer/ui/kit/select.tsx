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
export interface Choice {
  readonly id: string
  readonly text: string
  readonly count?: number
}

interface SelectProps {
  readonly label: string
  readonly tei?: string
  /** The label is read to those who listen, and not shown. */
  readonly labelHidden?: boolean
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
}

/** A list to choose one thing from. */
export function Select(props: SelectProps) {
  const { label, tei, labelHidden, choices, value, onChange, placeholder } = props
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
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
