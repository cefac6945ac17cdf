import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

/** One tab: its words and what it shows. */
export interface TabItem {
  readonly id: string
  readonly title: ReactNode
  readonly content: ReactNode
}

/** Tabs above a panel; arrow keys move between them. */
export function Tabs(props: {
  label: string
  items: readonly TabItem[]
  selected: string
  onSelect: (id: string) => void
}) {
  return (
    <AriaTabs selectedKey={props.selected} onSelectionChange={(key) => props.onSelect(String(key))}>
      <TabList className="tablist" aria-label={props.label}>
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
