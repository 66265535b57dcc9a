// Where an entry counts: capitals, whole words, language.
import { useId } from 'react'
import { primaryOf } from '../../../contract/index.ts'
import { ChoiceField } from '../elements/choice-field.tsx'
import { Toggle } from '../elements/toggle.tsx'
import type { EntryDraft } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import styles from './dictionary-panel.module.css'

export function EntryScope(props: {
  draft: EntryDraft
  /** BCP 47. */
  bookLanguage: string
  onChange: (change: Partial<EntryDraft>) => void
}) {
  const { draft, onChange } = props
  const id = useId()
  const own = primaryOf(props.bookLanguage)
  const languages = [...new Set([own, draft.language])].filter((tag) => /^[a-z]{2,3}$/.test(tag))
  return (
    <>
      <div className={styles['switch']}>
        <span id={`${id}-whole`}>{words.dictionary.isWholeWord}</span>
        <Toggle
          aria-labelledby={`${id}-whole`}
          checked={draft.isWholeWord}
          onChange={(isWholeWord) => onChange({ isWholeWord })}
        />
      </div>
      <div className={styles['switch']}>
        <span id={`${id}-case`}>{words.dictionary.isCaseSensitive}</span>
        <Toggle
          aria-labelledby={`${id}-case`}
          checked={draft.isCaseSensitive}
          onChange={(isCaseSensitive) => onChange({ isCaseSensitive })}
        />
      </div>
      <ChoiceField
        label={words.dictionary.language}
        value={draft.language}
        choices={[
          { value: '', label: words.dictionary.everyLanguage },
          ...languages.map((value) => ({ value, label: words.language(value) })),
        ]}
        onChange={(language) => onChange({ language })}
      />
    </>
  )
}
