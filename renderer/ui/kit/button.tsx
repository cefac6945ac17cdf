import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Keys } from './kbd.tsx'
import { Tip } from './tip.tsx'

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  readonly children: ReactNode
  readonly look?: 'primary' | 'danger' | 'quiet' | 'link'
  /** The keys that do the same, shown in the button. */
  readonly keys?: string
  readonly className?: string
  /** Words of a tooltip, for a button whose face says too little. */
  readonly tip?: string
  readonly tipKeys?: string
}

/** A button with words; `look` says how loud it is. */
export function Button({ look, keys, className, children, tip, tipKeys, ...rest }: ButtonProps) {
  const classes = ['btn', look && `btn-${look}`, className].filter(Boolean).join(' ')
  const button = (
    <AriaButton {...rest} className={classes}>
      {children}
      {keys ? <Keys keys={keys} /> : null}
    </AriaButton>
  )
  if (!tip) return button
  return (
    <Tip text={tip} {...(tipKeys ? { keys: tipKeys } : {})}>
      {button}
    </Tip>
  )
}
