// An entry of the dictionary being written: heard before it is kept, with the segments that it changes.
import { Square, Volume2 } from 'lucide-react'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../elements/button.tsx'
import { ChoiceField } from '../elements/choice-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useEntryAffects } from '../hooks/use-entry-affects.ts'
import { useEntryHearing } from '../hooks/use-entry-hearing.ts'
import {
  dictionaryPlaces,
  type EntryDraft,
  entryOf,
  entryProblems,
  type EntryProblem,
} from '../state/entry-draft.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'
import { EntryAffects } from './entry-affects.tsx'
import { EntryScope } from './entry-scope.tsx'

export function EntryForm(props: {
  draft: EntryDraft
  onSave: (draft: EntryDraft) => Promise<void>
  onClose: () => void
}) {
  const { project } = useProject()
  const [draft, setDraft] = useState(props.draft)
  const [shown, setShown] = useState<readonly EntryProblem[]>([])
  const word = useRef<HTMLInputElement>(null)
  const say = useRef<HTMLInputElement>(null)
  const change = (part: Partial<EntryDraft>) => setDraft((now) => ({ ...now, ...part }))
  const problems = entryProblems(draft)
  const entry = problems.length === 0 ? entryOf(draft, () => 'draft') : null
  const hasWord = !problems.includes('word')
  const affected = useEntryAffects(project.id, hasWord ? entryOf(draft, () => 'draft') : null)
  const hearing = useEntryHearing(project.id, draft, entry, affected)
  useEffect(() => (props.draft.word === '' ? word : say).current?.focus(), [props.draft.word])

  const check = (): boolean => {
    setShown(problems)
    if (problems.length > 0) (problems.includes('word') ? word : say).current?.focus()
    return problems.length === 0
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (check()) void props.onSave(draft)
  }
  const problemOf = (name: EntryProblem) =>
    shown.includes(name) && problems.includes(name) ? words.dictionary.problems[name] : undefined
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the way out of its fields
    <form
      className={styles['form']}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onClose()
      }}
    >
      <h3 className={styles['formTitle']}>
        {draft.id === null ? words.dictionary.newEntry : words.dictionary.changeEntry(draft.word)}
      </h3>
      <TextField
        label={words.dictionary.word}
        hint={words.dictionary.wordHint}
        problem={problemOf('word')}
        value={draft.word}
        ref={word}
        onChange={(value) => change({ word: value })}
      />
      <TextField
        label={words.dictionary.say}
        hint={words.dictionary.sayHint}
        problem={problemOf('say')}
        value={draft.say}
        ref={say}
        onChange={(value) => change({ say: value })}
      />
      {hasWord ? <EntryAffects affected={affected} /> : null}
      <TextField
        label={words.dictionary.ipa}
        note={words.dictionary.optional}
        hint={words.dictionary.ipaHint}
        value={draft.ipa}
        onChange={(value) => change({ ipa: value })}
      />
      <EntryScope draft={draft} bookLanguage={project.language} onChange={change} />
      <ChoiceField
        label={words.dictionary.place}
        value={draft.place}
        choices={dictionaryPlaces.map((value) => ({
          value,
          label: words.dictionary.places[value],
        }))}
        onChange={(place) => change({ place })}
      />
      <div className={styles['foot']}>
        <Button
          size="small"
          icon={hearing.isHeard ? <Square aria-hidden /> : <Volume2 aria-hidden />}
          onClick={() => (check() ? hearing.toggle() : undefined)}
        >
          {hearing.isHeard ? words.dictionary.stop : words.dictionary.hear}
        </Button>
        <Button size="small" look="primary" type="submit">
          {words.dictionary.save}
        </Button>
        <Button size="small" look="quiet" onClick={props.onClose}>
          {words.dictionary.cancel}
        </Button>
      </div>
    </form>
  )
}
