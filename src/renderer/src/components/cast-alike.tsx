// Who says the chosen row, and the way to give all that is like it to another.
import { ArrowRightLeft } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from '../elements/button.tsx'
import { useBook, useProject } from '../hooks/use-book.ts'
import { speakerName } from '../hooks/use-cast-deeds.ts'
import { useSelected } from '../hooks/use-store.ts'
import { words } from '../words.ts'

/** Nothing where the narrator says it: all of the book is like that. */
export function CastAlike({ onAsk }: { onAsk: () => void }) {
  const { segments, selection } = useBook()
  const { cast } = useProject().project
  const position = useSelected(selection, (now) => now.position)
  const row = useSyncExternalStore(segments.subscribe, () => segments.row(position))
  const speaker = row?.manner?.speaker
  if (typeof speaker !== 'string') return null
  return (
    <Button size="small" icon={<ArrowRightLeft aria-hidden />} onClick={onAsk}>
      {words.cast.alikeOf(speakerName(cast, speaker))}
    </Button>
  )
}
