import { type ReactNode, useEffect, useRef } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

/** One tab: its words and what it shows. */
export interface TabItem {
  readonly id: string
  readonly title: ReactNode
  readonly content: ReactNode
}

/** Tabs above a panel; arrow keys move between them. Where they are in a row that scrolls, the chosen one is brought into view. */
export function Tabs(props: {
  label: string
  items: readonly TabItem[]
  selected: string
  onSelect: (id: string) => void
}) {
  const { selected, onSelect } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = list.current?.querySelector(`[data-key="${selected}"]`)
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <TabList className="tablist" aria-label={props.label} ref={list}>
        {props.items.map((item) => (
          <Tab className="tab" key={item.id} id={item.id}>
            {item.title}
          </Tab>
        ))}
      </TabList>
      {props.items.map((item) => (
        <TabPanel className="tabpanel" key={item.id} id={item.id}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
