// The settings, one row for each row of the contract's table, and what the cache holds.
import { ChevronRight, SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { SettingRow } from '../../../contract/setting-row.ts'
import { settingRows } from '../../../contract/settings.ts'
import { About } from '../components/about.tsx'
import { AppBar } from '../components/app-bar.tsx'
import { CacheCard } from '../components/cache-card.tsx'
import { KeySection } from '../components/key-section.tsx'
import { SettingField } from '../components/setting-field.tsx'
import { SettingSearch } from '../components/setting-search.tsx'
import { Button } from '../elements/button.tsx'
import card from '../elements/card.module.css'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { findSettings } from '../state/find-settings.ts'
import { words } from '../words.ts'
import styles from './settings-screen.module.css'

/** What a person can change with keys in a row. */
const controls = 'li :is(input, select, button, [role="switch"]):not(:disabled)'

export function SettingsScreen() {
  const values = useStore(useFace().settings)
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query).trim()
  const main = useRef<HTMLElement>(null)
  const found = findSettings(settingRows, values, wanted, words.settings)
  useEffect(() => void (document.title = `${words.settings.title} – ${words.app.name}`), [])
  const usual = found.filter(({ isLimit, unit }) => isLimit !== true && unit !== 'keys')
  const limits = found.filter(({ isLimit }) => isLimit === true)
  return (
    <>
      <AppBar back />
      <main ref={main} className={styles['main']} tabIndex={-1}>
        <div>
          <h1 className={styles['title']}>{words.settings.title}</h1>
          <p className={styles['intro']}>{words.settings.intro}</p>
        </div>
        <SettingSearch
          query={query}
          found={found.length}
          all={settingRows.length}
          onQuery={setQuery}
          onDown={() => main.current?.querySelector<HTMLElement>(controls)?.focus()}
        />
        {found.length === 0 ? <NoneFound query={wanted} onClear={() => setQuery('')} /> : null}
        {usual.length === 0 ? null : <Rows rows={usual} />}
        {limits.length === 0 ? null : (
          <details
            key={wanted === '' ? 'all' : 'found'}
            className={styles['limits']}
            open={wanted !== ''}
          >
            <summary>
              <ChevronRight aria-hidden />
              <span className={styles['limitsName']}>{words.settings.limits}</span>
              <span className={styles['limitsText']}>{words.settings.limitsText}</span>
            </summary>
            <Rows rows={limits} />
          </details>
        )}
        {found.some(({ unit }) => unit === 'keys') ? <KeySection /> : null}
        {wanted === '' ? (
          <>
            <CacheCard />
            <About />
          </>
        ) : null}
      </main>
    </>
  )
}

function Rows({ rows }: { rows: readonly SettingRow[] }) {
  const values = useStore(useFace().settings)
  return (
    <ul className={styles['rows']}>
      {rows.map((row) => {
        const value = values.get(row.name)
        return value === undefined ? null : <SettingField key={row.name} row={row} value={value} />
      })}
    </ul>
  )
}

const NoneFound = (props: { query: string; onClear: () => void }) => (
  <div className={card['empty']}>
    <SearchX aria-hidden />
    <strong>{words.settings.noneFound(props.query)}</strong>
    <p>{words.settings.noneFoundText}</p>
    <Button onClick={props.onClear}>{words.settings.clearSearch}</Button>
  </div>
)
