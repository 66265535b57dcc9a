// What players will have trouble with, and parts as the way out.
import type { ExportEstimate, ExportWarning } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { Notice } from '../elements/notice.tsx'
import { words } from '../words.ts'

/** Which kind of parts helps. */
const cures: Record<ExportWarning, 'chapters' | 'hours'> = {
  'chapters-beyond-nero': 'chapters',
  'chapters-nested': 'chapters',
  'beyond-2-gb': 'hours',
  'beyond-4-gb': 'hours',
}

export function ExportWarnings({
  estimate,
  onSplit,
}: {
  estimate: ExportEstimate | null
  onSplit: (split: 'chapters' | 'hours') => void
}) {
  return (estimate?.warnings ?? []).map((warning) => {
    const { title, text } = words.export.warnings[warning]
    const split = cures[warning]
    return (
      <Notice
        key={warning}
        tone="info"
        title={title}
        actions={
          <Button size="small" onClick={() => onSplit(split)}>
            {words.export.splitInstead[split]}
          </Button>
        }
      >
        <p>{text}</p>
      </Notice>
    )
  })
}
