import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'

/** One of a few values; `keys` shows the key of each beside its words. */
export function ChoiceField<T extends string>(props: {
  readonly label: ReactNode
  readonly value: T
  readonly options: readonly { readonly id: T; readonly label: string; readonly key?: string }[]
  readonly onChange: (value: T) => void
  readonly isDisabled?: boolean
  readonly className?: string
}) {
  return (
    <Select
      className={`field ${props.className ?? ''}`}
      value={props.value}
      onChange={(key) => key !== null && key !== props.value && props.onChange(key as T)}
      isDisabled={props.isDisabled ?? false}
    >
      <Label className="field-label">{props.label}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={props.options}>
          {(option) => (
            <ListBoxItem className="list-item" id={option.id} textValue={option.label}>
              <span>{option.label}</span>
              {option.key && <kbd>{option.key}</kbd>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
