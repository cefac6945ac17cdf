import { type ReactNode, useState } from 'react'
import { PaneSeparator } from './pane-separator.tsx'

/** A side pane: its name for those who listen, what it shows, whether it is unfolded. */
export interface SidePane {
  readonly label: string
  readonly resizeLabel: string
  readonly open: boolean
  readonly content: ReactNode
}

interface PanesProps {
  readonly left?: SidePane
  readonly right?: SidePane
  readonly mainLabel: string
  readonly children: ReactNode
}

const WIDTH = { left: 212, right: 288 }
const MIN = 180
const MAX = 380

/** Three panes beside each other; with both sides at their first width the middle keeps more than 55 % of a 1280 × 800 window. F6 goes through `data-pane`. */
export function Panes({ left, right, mainLabel, children }: PanesProps) {
  const [widths, setWidths] = useState(WIDTH)
  const side = (name: 'left' | 'right', pane: SidePane | undefined) =>
    pane?.open ? (
      <>
        <section
          id={`pane-${name}`}
          className={`pane pane-${name}`}
          aria-label={pane.label}
          data-pane={name}
          tabIndex={-1}
          style={{ width: widths[name] }}
        >
          {pane.content}
        </section>
        <PaneSeparator
          label={pane.resizeLabel}
          value={widths[name]}
          min={MIN}
          max={MAX}
          side={name}
          controls={`pane-${name}`}
          onChange={(width) => setWidths((now) => ({ ...now, [name]: width }))}
        />
      </>
    ) : null
  return (
    <div className="panes">
      {side('left', left)}
      <section className="pane-main" aria-label={mainLabel} data-pane="main" tabIndex={-1}>
        {children}
      </section>
      {side('right', right)}
    </div>
  )
}
