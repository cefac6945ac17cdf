import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'

/** A box to tick with its words beside it. */
export function TickBox(props: {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly children: ReactNode
}) {
  const { children, ...rest } = props
  return (
    <Checkbox className="checkbox" {...rest}>
      <span className="checkbox-box" aria-hidden />
      {children}
    </Checkbox>
  )
}
