// What players will have trouble with, and parts as the way out.
import type { ExportEstimate, ExportWarning } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { words } from '../words.ts'

/** Which kind of parts helps; null: none does. */
const cures: Record<ExportWarning, 'chapters' | 'hours' | null> = {
  'chapters-beyond-nero': 'chapters',
  'chapters-nested': 'chapters',
  'beyond-2-gb': 'hours',
  'beyond-4-gb': 'hours',
  'cover-left-out': null,
  'rate-lowered': null,
}

export function ExportWarnings({
  estimate,
  hasCover,
  onSplit,
}: {
  estimate: ExportEstimate | null
  /** Another picture was chosen than the book's. */
  hasCover: boolean
  onSplit: (split: 'chapters' | 'hours') => void
}) {
  const warnings = estimate?.warnings ?? []
  const meant = warnings.filter((warning) => !(hasCover && warning === 'cover-left-out'))
  return meant.map((warning) => {
    const { title, text } = words.export.warnings[warning]
    const split = cures[warning]
    return (
      <Notice
        key={warning}
        tone="info"
        title={title}
        actions={
          split === null ? undefined : (
            <Button size="small" onClick={() => onSplit(split)}>
              {words.export.splitInstead[split]}
            </Button>
          )
        }
      >
        <p>{text}</p>
      </Notice>
    )
  })
}
