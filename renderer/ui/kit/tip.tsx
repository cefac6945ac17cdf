import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './kbd.tsx'

/** Gives a button (or another focusable widget) a tooltip: words, and the keys that do the same. */
export function Tip(props: { text: string; keys?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {props.children}
      <Tooltip className="tooltip" offset={6}>
        {props.text}
        {props.keys ? <Keys keys={props.keys} /> : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
