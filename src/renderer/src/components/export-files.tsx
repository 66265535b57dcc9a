// How an export is cut into files, how finely it is encoded, and what lies beside it.
import { captionFormats, ratesOf } from '../../../contract/index.ts'
import { ChoiceField } from '../elements/choice-field.tsx'
import { TextField } from '../elements/text-field.tsx'
import type { ExportDraft } from '../state/export-draft.ts'
import { words } from '../words.ts'
import { ExportQuality } from './export-quality.tsx'
import styles from './export-dialog.module.css'

const splits = (['one', 'chapters', 'hours', 'size', 'acx'] as const).map((value) => ({
  value,
  label: words.export.splits[value],
}))
const captions = (['none', ...captionFormats, 'overlay'] as const).map((value) => ({
  value,
  label: words.export.captionKinds[value],
}))

export function ExportFiles({
  draft,
  problem,
  onChange,
}: {
  draft: ExportDraft
  /** What is wrong with the hours, or with the size. */
  problem: string | undefined
  onChange: (patch: Partial<ExportDraft>) => void
}) {
  // What ACX takes has one quality.
  const hasQuality = draft.split !== 'acx' && ratesOf(draft.format) !== null
  const hasAmount = draft.split === 'hours' || draft.split === 'size'
  const isThree = hasAmount !== hasQuality
  return (
    <div className={styles['fields']} data-three={isThree || undefined}>
      <ChoiceField
        label={words.export.files}
        value={draft.split}
        choices={splits}
        onChange={(split) => onChange(split === 'acx' ? { split, format: 'mp3' } : { split })}
      />
      {draft.split === 'hours' ? (
        <TextField
          label={words.export.hours}
          hint={words.export.hoursHint}
          value={draft.hours}
          inputMode="decimal"
          problem={problem}
          onChange={(hours) => onChange({ hours })}
        />
      ) : null}
      {draft.split === 'size' ? (
        <TextField
          label={words.export.megabytes}
          hint={words.export.hoursHint}
          value={draft.megabytes}
          inputMode="decimal"
          problem={problem}
          onChange={(megabytes) => onChange({ megabytes })}
        />
      ) : null}
      {hasQuality ? <ExportQuality draft={draft} onChange={onChange} /> : null}
      <ChoiceField
        label={words.export.captions}
        value={draft.captions}
        choices={captions}
        onChange={(chosen) => onChange({ captions: chosen })}
      />
    </div>
  )
}
