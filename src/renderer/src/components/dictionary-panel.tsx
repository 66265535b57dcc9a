// How words are said: in this book or in all, what the rules make of the chosen row, one entry at a time.
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { SearchField } from '../elements/search-field.tsx'
import { Segmented } from '../elements/segmented.tsx'
import type { Desk } from '../hooks/use-desk.ts'
import { useDictionary } from '../hooks/use-dictionary.ts'
import {
  dictionaryPlaces,
  draftOf,
  findEntries,
  newDraft,
  type DictionaryPlace,
} from '../state/entry-draft.ts'
import { words } from '../words.ts'
import { DictionaryCsv } from './dictionary-csv.tsx'
import { DictionaryList } from './dictionary-list.tsx'
import styles from './dictionary-panel.module.css'
import { EntryForm } from './entry-form.tsx'
import panel from './panel.module.css'
import { SpokenRow } from './spoken-row.tsx'

export function DictionaryPanel({ desk }: { desk: Desk }) {
  const deeds = useDictionary()
  const [place, setPlace] = useState<DictionaryPlace>('book')
  const [search, setSearch] = useState('')
  const adding = useRef<HTMLButtonElement>(null)
  /** The form gives way to the list: then its first button has the focus. */
  const wasWriting = useRef(false)
  const entries = deeds.entries?.[place]
  const found = useMemo(() => findEntries(entries ?? [], search), [entries, search])
  const focusAdding = useCallback((button: HTMLButtonElement | null) => {
    adding.current = button
    if (button !== null && wasWriting.current) button.focus()
    wasWriting.current = false
  }, [])
  const close = () => {
    wasWriting.current = true
    desk.write(null)
  }
  if (deeds.entries === null || entries === undefined)
    return <p className={styles['none']}>{words.dictionary.loading}</p>
  if (desk.draft !== null)
    return (
      <EntryForm
        key={`${desk.draft.id} ${desk.draft.word}`}
        draft={desk.draft}
        onSave={async (draft) => {
          if (!(await deeds.save(draft))) return
          setPlace(draft.place)
          close()
        }}
        onClose={close}
      />
    )
  return (
    <div className={panel['panel']}>
      <SpokenRow onWrite={(word) => desk.write(newDraft(word, 'book'))} />
      <section className={styles['group']} aria-label={words.dictionary.tab}>
        <Segmented
          label={words.dictionary.which}
          value={place}
          choices={dictionaryPlaces.map((value) => ({
            value,
            label: words.dictionary.places[value],
          }))}
          onChange={setPlace}
        />
        <Button
          ref={focusAdding}
          icon={<Plus aria-hidden />}
          onClick={() => desk.write(newDraft('', place))}
        >
          {words.dictionary.add}
        </Button>
        {entries.length === 0 ? (
          <p className={panel['note']}>{words.dictionary.none[place]}</p>
        ) : (
          <>
            <SearchField
              label={words.dictionary.search}
              hint={words.dictionary.searchHint}
              value={search}
              onChange={setSearch}
            />
            <p className={panel['note']} aria-live="polite">
              {found.length === 0
                ? words.dictionary.nothing
                : words.dictionary.entries(found.length)}
            </p>
          </>
        )}
        <DictionaryList
          entries={found}
          place={place}
          onEdit={(entry) => desk.write(draftOf(entry, place))}
          onMove={(entry) => {
            adding.current?.focus()
            void deeds.move(entry, place)
          }}
          onRemove={(entry) => {
            adding.current?.focus()
            void deeds.remove(entry, place)
          }}
        />
        <DictionaryCsv place={place} deeds={deeds} known={entries} />
      </section>
    </div>
  )
}
