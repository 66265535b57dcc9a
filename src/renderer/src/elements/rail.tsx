// Panels chosen by a rail of icons beside them; names are shown when pointed at, and read.
import { Tabs } from '@base-ui/react/tabs'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import tip from './button.module.css'
import styles from './rail.module.css'

export type RailTab<T extends string> = { value: T; label: string; icon: ReactNode }

/** `panelOf` is asked for the panel that is shown alone. */
export function Rail<T extends string>(props: {
  label: string
  tabs: readonly RailTab<T>[]
  value: T
  onChange: (value: T) => void
  panelOf: (value: T) => ReactNode
}) {
  const { tabs, value, onChange, panelOf } = props
  return (
    <Tabs.Root
      orientation="vertical"
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.value === next)
        if (chosen !== undefined) onChange(chosen.value)
      }}
      className={styles['root']}
    >
      <Tabs.List className={styles['rail']} aria-label={props.label} activateOnFocus>
        {tabs.map((tab) => (
          <Tooltip.Root key={tab.value}>
            <Tooltip.Trigger
              render={
                <Tabs.Tab value={tab.value} className={styles['tab']} aria-label={tab.label} />
              }
            >
              {tab.icon}
            </Tooltip.Trigger>
            <Tooltip.Portal>
              <Tooltip.Positioner side="inline-start" sideOffset={6}>
                <Tooltip.Popup className={tip['tip']}>{tab.label}</Tooltip.Popup>
              </Tooltip.Positioner>
            </Tooltip.Portal>
          </Tooltip.Root>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.value} value={tab.value} className={styles['content']}>
          <h2 className={styles['title']}>{tab.label}</h2>
          <div className={styles['body']}>{tab.value === value ? panelOf(value) : null}</div>
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}
