// Finds words in the book and rows of a state or a voice; replaces what was found.
import { ArrowDown, ArrowUp, CaseSensitive, ListFilter, Replace, WholeWord, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { rowStates, type RowState } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { useStore } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './find-bar.module.css'
import { ReplaceBar } from './replace-bar.tsx'

/** What a choice of nothing in particular is called in the list of choices. */
const any = 'any'
const narrator = 'narrator'

export function FindBar() {
  const { finder, selection } = useBook()
  const { project } = useProject()
  const search = useStore(finder.search)
  const { positions, matches } = useStore(finder.found)
  const [replacing, setReplacing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // Before the next key comes: what is typed at once must be written, not done.
  useLayoutEffect(() => field.current?.select(), [search.asked])
  const go = (direction: 1 | -1) => {
    const next = finder.beside(selection.get().position, direction)
    if (next !== null) selection.choose(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') finder.close()
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isLooking = positions !== null
  return (
    // Keys of all its controls bubble up to here: it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className={styles['bar']} aria-label={words.desk.find} onKeyDown={onKeyDown}>
      <div className={styles['line']}>
        <input
          ref={field}
          className={styles['field']}
          dir="auto"
          type="search"
          aria-label={words.desk.findWords}
          placeholder={words.desk.findHint}
          value={search.words}
          onChange={(event) => finder.set({ words: event.currentTarget.value })}
        />
        <IconButton
          size="small"
          label={words.desk.caseSensitive}
          icon={<CaseSensitive />}
          aria-pressed={search.isCaseSensitive}
          onClick={() => finder.set({ isCaseSensitive: !search.isCaseSensitive })}
        />
        <IconButton
          size="small"
          label={words.desk.wholeWord}
          icon={<WholeWord />}
          aria-pressed={search.isWholeWord}
          onClick={() => finder.set({ isWholeWord: !search.isWholeWord })}
        />
        <IconButton
          size="small"
          label={words.desk.alone}
          icon={<ListFilter />}
          aria-pressed={search.isAlone}
          onClick={() => finder.set({ isAlone: !search.isAlone })}
        />
        <select
          className={styles['choice']}
          aria-label={words.desk.state}
          value={search.state ?? any}
          onChange={({ currentTarget: { value } }) =>
            finder.set({ state: value === any ? null : (value as RowState) })
          }
        >
          <option value={any}>{words.desk.anyState}</option>
          {rowStates.map((state) => (
            <option key={state} value={state}>
              {words.desk.states[state]}
            </option>
          ))}
        </select>
        {project.cast.length === 0 ? null : (
          <select
            className={styles['choice']}
            aria-label={words.desk.speaker}
            value={search.speaker === undefined ? any : (search.speaker ?? narrator)}
            onChange={({ currentTarget: { value } }) =>
              finder.set({
                speaker: value === any ? undefined : value === narrator ? null : value,
              })
            }
          >
            <option value={any}>{words.desk.anySpeaker}</option>
            <option value={narrator}>{words.desk.narrator}</option>
            {project.cast.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <p className={styles['count']} role="status">
          {isLooking
            ? positions.length === 0
              ? words.desk.nothingFound
              : words.desk.found(matches, positions.length)
            : ''}
        </p>
        <IconButton
          size="small"
          label={words.desk.previous}
          hint="⇧ ↵"
          icon={<ArrowUp />}
          disabled={!isLooking}
          onClick={() => go(-1)}
        />
        <IconButton
          size="small"
          label={words.desk.next}
          hint="↵"
          icon={<ArrowDown />}
          disabled={!isLooking}
          onClick={() => go(1)}
        />
        <IconButton
          size="small"
          label={words.desk.replace}
          icon={<Replace />}
          aria-expanded={replacing}
          onClick={() => setReplacing(!replacing)}
        />
        <IconButton size="small" label={words.desk.close} icon={<X />} onClick={finder.close} />
      </div>
      {replacing ? <ReplaceBar onNext={() => go(1)} /> : null}
    </search>
  )
}
