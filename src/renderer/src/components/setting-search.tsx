// The field that finds settings, with how many were found; Ctrl+F leads to it from anywhere on the screen.
import { useRef } from 'react'
import { SearchField } from '../elements/search-field.tsx'
import { useDeeds } from '../hooks/use-deeds.ts'
import { words } from '../words.ts'
import styles from './setting-search.module.css'

export function SettingSearch(props: {
  query: string
  found: number
  all: number
  onQuery: (query: string) => void
  onDown: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useDeeds({ find: () => field.current?.focus() })
  return (
    <div className={styles['find']} role="search">
      <SearchField
        inputRef={field}
        label={words.settings.search}
        hint={words.settings.searchHint}
        value={props.query}
        onChange={props.onQuery}
        onDown={props.onDown}
      />
      <p className={styles['count']} role="status">
        {props.query === '' ? '' : words.settings.found(props.found, props.all)}
      </p>
    </div>
  )
}
