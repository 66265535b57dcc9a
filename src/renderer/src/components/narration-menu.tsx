// What to narrate, and at its foot what the whole would need.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { SpeechScope } from '../../../contract/index.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuItem } from '../elements/menu.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useEstimate } from '../hooks/use-estimate.ts'
import { useStore } from '../hooks/use-store.ts'
import { type Estimate, isDiskShort } from '../state/narration.ts'
import { words } from '../words.ts'
import styles from './narration-menu.module.css'

const ticked: SpeechScope = { kind: 'ticked' }

export function NarrationMenu() {
  const { narration, segments, selection } = useBook()
  const here = useStore(selection).position
  const narrateHere = async (kind: 'chapters' | 'segments') => {
    const row = await segments.load(here)
    if (row === null) return
    await narration.want(
      kind === 'chapters' ? { kind, chapterIds: [row.chapterId] } : { kind, segmentIds: [row.id] },
    )
  }
  return (
    <DropMenu
      trigger={
        <IconButton
          plain
          look="primary"
          label={words.studio.narrateChoice}
          icon={<ChevronDown />}
        />
      }
    >
      <MenuItem onClick={() => void narration.want(ticked)}>{words.studio.narrateTicked}</MenuItem>
      <MenuItem onClick={() => void narrateHere('chapters')}>
        {words.studio.narrateChapter}
      </MenuItem>
      <MenuItem onClick={() => void narrateHere('segments')}>
        {words.studio.narrateSegment}
      </MenuItem>
      <EstimateLine />
    </DropMenu>
  )
}

function DiskLine({ disk: { bytes, freeBytes } }: { disk: Estimate['disk'] }) {
  if (bytes === 0) return null
  return (
    <span className={styles['disk']}>
      {isDiskShort({ bytes, freeBytes }) && freeBytes !== null
        ? words.narration.diskShort(bytes, freeBytes)
        : words.narration.estimateDisk(bytes, freeBytes)}
    </span>
  )
}

/** In a group, so that it is a part of the menu that says something and does nothing. */
function EstimateLine() {
  const estimate = useEstimate(useBook().projectId, ticked)
  if (estimate !== null && 'code' in estimate) return null
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles['estimate']}>
        {estimate === null
          ? words.narration.loading
          : words.narration.estimate(
              estimate.segments - estimate.ready,
              estimate.ready,
              estimate.seconds,
            )}
        {estimate === null ? null : <DiskLine disk={estimate.disk} />}
      </Menu.GroupLabel>
    </Menu.Group>
  )
}
