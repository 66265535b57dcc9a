// The entries of a dictionary: only those in view are drawn, for there may be thousands.
import { useRef } from 'react'
import type { DictionaryEntry } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'
import { type EntryDeeds, EntryMenu } from './entry-menu.tsx'

const rowHeight = 48

export function DictionaryList(props: EntryDeeds & { entries: readonly DictionaryEntry[] }) {
  const { entries } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualRows({
    count: entries.length,
    scroller,
    heightOf: () => rowHeight,
    overscan: 8,
  })
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      data-empty={entries.length === 0 || undefined}
      tabIndex={-1}
    >
      <ul
        aria-label={words.dictionary.list}
        className={styles['rows']}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map((item) => {
          const entry = entries[item.index]
          if (entry === undefined) return null
          return (
            <li
              key={entry.id}
              className={styles['row']}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              aria-posinset={item.index + 1}
              aria-setsize={entries.length}
            >
              <EntryRow {...props} entry={entry} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function EntryRow(props: EntryDeeds & { entry: DictionaryEntry }) {
  const { entry } = props
  const { word, say, ipa, isCaseSensitive, isWholeWord, language } = entry
  return (
    <>
      <button
        type="button"
        className={styles['entry']}
        aria-label={words.dictionary.edit(word)}
        title={`${word} → ${say}`}
        onClick={() => props.onEdit(entry)}
      >
        <span className={styles['word']}>
          <bdi>{word}</bdi>
          {isCaseSensitive ? <Badge>{words.dictionary.caseMark}</Badge> : null}
          {isWholeWord ? null : <Badge>{words.dictionary.partMark}</Badge>}
          {language === null ? null : <Badge>{words.language(language)}</Badge>}
        </span>
        <span className={styles['say']}>
          <bdi>{say}</bdi>
          {ipa === undefined ? '' : ` /${ipa}/`}
        </span>
      </button>
      <EntryMenu {...props} />
    </>
  )
}
