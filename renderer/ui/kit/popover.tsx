import type { ReactElement, ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'

/** A small window at its button: opens at a press, closes by Esc or a click elsewhere. */
export function Popover(props: { label: string; trigger: ReactElement; children: ReactNode }) {
  return (
    <DialogTrigger>
      {props.trigger}
      <AriaPopover className="popover" offset={6}>
        <Dialog className="popover-body" aria-label={props.label}>
          {props.children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
