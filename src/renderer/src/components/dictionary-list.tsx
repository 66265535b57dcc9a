// The entries of a dictionary: only those in view are drawn, for there may be thousands.
import { Menu } from '@base-ui/react/menu'
import { ArrowRightLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type { DictionaryEntry } from '../../../contract/index.ts'
import { Badge } from '../elements/badge.tsx'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
import { useVirtualRows } from '../hooks/use-virtual-rows.ts'
import type { DictionaryPlace } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'

const rowHeight = 48

type EntryDeeds = {
  place: DictionaryPlace
  onEdit: (entry: DictionaryEntry) => void
  onMove: (entry: DictionaryEntry) => void
  onRemove: (entry: DictionaryEntry) => void
}

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
  const { entry, place } = props
  const { word, say, ipa, isCaseSensitive, isWholeWord, language } = entry
  const item = (label: string, icon: ReactNode, act: () => void) => (
    <Menu.Item className={menu['item']} onClick={act}>
      <span className={menu['mark']}>{icon}</span>
      {label}
    </Menu.Item>
  )
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
          {word}
          {isCaseSensitive ? <Badge>{words.dictionary.caseMark}</Badge> : null}
          {isWholeWord ? null : <Badge>{words.dictionary.partMark}</Badge>}
          {language === null ? null : <Badge>{words.language(language)}</Badge>}
        </span>
        <span className={styles['say']}>
          {say}
          {ipa === undefined ? '' : ` /${ipa}/`}
        </span>
      </button>
      <Menu.Root>
        <Menu.Trigger
          render={
            <IconButton
              plain
              size="small"
              label={words.dictionary.actions(word)}
              icon={<Ellipsis />}
            />
          }
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end">
            <Menu.Popup className={menu['popup']}>
              {item(words.dictionary.editItem, <Pencil aria-hidden />, () => props.onEdit(entry))}
              {item(
                place === 'book' ? words.dictionary.toEverywhereItem : words.dictionary.toBookItem,
                <ArrowRightLeft aria-hidden />,
                () => props.onMove(entry),
              )}
              <Menu.Separator className={menu['line']} />
              {item(words.dictionary.removeItem, <Trash2 aria-hidden />, () =>
                props.onRemove(entry),
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  )
}
