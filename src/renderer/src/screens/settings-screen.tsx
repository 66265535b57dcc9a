// The settings, one row for each row of the contract's table, and what the cache holds.
import { ChevronRight, SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { SettingRow } from '../../../contract/setting-row.ts'
import { settingRows } from '../../../contract/settings.ts'
import { About } from '../components/about.tsx'
import { AppBar } from '../components/app-bar.tsx'
import { BackupCard } from '../components/backup-card.tsx'
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
  const usual = found.filter(({ apart, unit }) => apart === undefined && unit !== 'keys')
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
        {(['alerts', 'limits'] as const).map((apart) => (
          <RowsApart
            key={`${apart} ${wanted === ''}`}
            rows={found.filter((row) => row.apart === apart)}
            words={words.settings.apart[apart]}
            open={wanted !== ''}
          />
        ))}
        {found.some(({ unit }) => unit === 'keys') ? <KeySection /> : null}
        {wanted === '' ? (
          <>
            <CacheCard />
            <BackupCard />
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

/** What hardly anybody needs: folded, until something is looked for. */
function RowsApart(props: {
  rows: readonly SettingRow[]
  words: { name: string; text: string }
  open: boolean
}) {
  if (props.rows.length === 0) return null
  return (
    <details className={styles['apart']} open={props.open}>
      <summary>
        <ChevronRight aria-hidden />
        <span className={styles['apartName']}>{props.words.name}</span>
        <span className={styles['apartText']}>{props.words.text}</span>
      </summary>
      <Rows rows={props.rows} />
    </details>
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
