// Before an export: format, files, what they say of the book, and what all of it comes to.
import { useEffect, useRef, useState } from 'react'
import { exportFormatNames, type ExportWish } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { ChoiceCards } from '../elements/choice-cards.tsx'
import { Notice } from '../elements/notice.tsx'
import { useProject } from '../hooks/use-book.ts'
import { useCopyFolder } from '../hooks/use-copy-folder.ts'
import { useExportEstimate } from '../hooks/use-export-estimate.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import {
  type ExportDraft,
  exportDraftProblems,
  type ExportDraftField,
  wishOfDraft,
} from '../state/export-draft.ts'
import { failureSentence, words } from '../words.ts'
import styles from './export-dialog.module.css'
import { ExportCopy } from './export-copy.tsx'
import { ExportEarlier } from './export-earlier.tsx'
import { ExportFacts } from './export-facts.tsx'
import { ExportFiles } from './export-files.tsx'
import { ExportTags } from './export-tags.tsx'
import { ExportUnspoken } from './export-unspoken.tsx'
import { ExportWarnings } from './export-warnings.tsx'

export function ExportChoice(props: {
  onExport: (wish: ExportWish, more: { cover: File | null; isCopied: boolean }) => void
  onClose: () => void
}) {
  const { connection, exportDrafts } = useFace()
  const { project } = useProject()
  const draft = useStore(exportDrafts.of(project.id))
  const copyFolder = useCopyFolder()
  /** How often the person wanted to export what must be mended first. */
  const [tried, setTried] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [tried])
  const problems = exportDraftProblems(draft)
  // An amount that is none has nothing to be counted by; a title that is missing does not matter there.
  const { estimate, failure } = useExportEstimate(
    (problems.hours ?? problems.megabytes) ? null : wishOfDraft(draft),
  )
  const change = (patch: Partial<ExportDraft>) => exportDrafts.change(project.id, patch)
  const problemOf = (field: ExportDraftField): string | undefined => {
    const isAmount = field === 'hours' || field === 'megabytes'
    const problem = tried > 0 || isAmount ? problems[field] : undefined
    return problem && words.export.problems[problem]
  }
  const missing = estimate?.missing ?? 0
  const isEmpty = (estimate?.chapters ?? 0) === 0
  const button =
    missing > 0
      ? words.export.exportReady
      : connection.host.door === 'web'
        ? words.export.chooseWeb
        : words.export.choose
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (Object.keys(problems).length > 0) setTried((times) => times + 1)
        if (Object.keys(problems).length > 0 || isEmpty) return
        props.onExport(
          { ...wishOfDraft(draft), ...(missing > 0 && { partial: true }) },
          { cover: draft.cover, isCopied: copyFolder !== null && copyFolder.name !== null },
        )
      }}
    >
      <ChoiceCards
        compact
        label={words.export.format}
        value={draft.format}
        cards={exportFormatNames.map((value) => {
          const { name: label, text } = words.export.formats[value]
          return { value, label, text }
        })}
        // ACX takes MP3 alone: another format is another wish.
        onChange={(format) =>
          change(
            draft.split === 'acx' && format !== 'mp3' ? { format, split: 'chapters' } : { format },
          )
        }
      />
      <ExportFiles
        draft={draft}
        problem={problemOf('hours') ?? problemOf('megabytes')}
        onChange={change}
      />
      <ExportTags
        changed={draft.tags}
        cover={draft.cover}
        problemOf={problemOf}
        onChange={(tags) => change({ tags: { ...draft.tags, ...tags } })}
        onCover={(cover) => change({ cover })}
        onReset={() => change({ tags: {} })}
      />
      {copyFolder === null ? null : <ExportCopy folder={copyFolder} />}
      <ExportEarlier />
      {failure === null ? null : <Notice tone="danger">{failureSentence(failure)}</Notice>}
      <ExportFacts estimate={estimate} />
      <ExportWarnings
        estimate={estimate}
        hasCover={draft.cover !== null}
        onSplit={(split) => change({ split })}
      />
      <ExportUnspoken estimate={estimate} onClose={props.onClose} />
      <div className={styles['foot']}>
        <Button onClick={props.onClose}>{words.app.cancel}</Button>
        <Button type="submit" look={missing > 0 ? 'outline' : 'primary'} disabled={isEmpty}>
          {button}
        </Button>
      </div>
    </form>
  )
}
