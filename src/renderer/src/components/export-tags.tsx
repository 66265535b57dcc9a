// What the finished files say of the book: its own words, until others are written.
import { useState } from 'react'
import { Fold } from '../elements/fold.tsx'
import { Button } from '../elements/button.tsx'
import { LinesField } from '../elements/lines-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useOwnTags } from '../hooks/use-own-tags.ts'
import { type TagsDraft, writtenTags } from '../state/export-draft.ts'
import { words } from '../words.ts'
import { ExportCover } from './export-cover.tsx'
import styles from './export-dialog.module.css'

export function ExportTags({
  changed,
  cover,
  problemOf,
  onChange,
  onCover,
  onReset,
}: {
  changed: Partial<TagsDraft>
  cover: File | null
  problemOf: (field: keyof TagsDraft) => string | undefined
  onChange: (tags: Partial<TagsDraft>) => void
  onCover: (cover: File | null) => void
  onReset: () => void
}) {
  const own = useOwnTags()
  const isChanged = Object.keys(changed).length > 0
  const [open, setOpen] = useState(isChanged || cover !== null)
  // What is wrong inside must be seen.
  const wrong = problemOf('title') !== undefined || problemOf('year') !== undefined
  const tags = own && { ...writtenTags(own), ...changed }
  const field = (name: keyof TagsDraft) => ({
    label: words.export.tags[name],
    value: tags?.[name] ?? '',
    problem: problemOf(name),
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <Fold
      className={styles['fold']}
      open={open || wrong}
      onToggle={setOpen}
      summary={
        <>
          <span>{words.export.tagsTitle}</span>
          <span className={styles['said']}>{tags === null ? '' : words.export.tagsSaid(tags)}</span>
        </>
      }
    >
      <div className={styles['fields']}>
        <TextField {...field('title')} />
        <TextField {...field('narrator')} />
        <LinesField {...field('authors')} rows={3} hint={words.export.tags.authorsHint} />
        <div className={styles['pairs']}>
          <TextField {...field('series')} />
          <TextField {...field('seriesPart')} />
          <TextField {...field('publisher')} />
          <TextField {...field('year')} inputMode="numeric" />
        </div>
        <div className={styles['whole']}>
          <LinesField {...field('description')} rows={3} />
        </div>
        <div className={styles['whole']}>
          <ExportCover chosen={cover} onChange={onCover} />
        </div>
        {isChanged ? (
          <div className={styles['whole']}>
            <Button size="small" look="quiet" onClick={onReset}>
              {words.export.tagsReset}
            </Button>
          </div>
        ) : null}
      </div>
    </Fold>
  )
}
