// Before and after: a passage with the book's sound and without it, changed over while it plays.
import { LoaderCircle, Play, Square } from 'lucide-react'
import { IconButton } from '../elements/button.tsx'
import { Segmented } from '../elements/segmented.tsx'
import turning from '../elements/turning.module.css'
import { pairSides } from '../client/sound-pair.ts'
import { useComparison } from '../hooks/use-comparison.ts'
import { words } from '../words.ts'
import panel from './panel.module.css'
import { SoundGroup } from './sound-group.tsx'
import styles from './sound-panel.module.css'

const { compare } = words.sound
const sides = pairSides.map((value) => ({ value, label: compare.sides[value] }))
const icons = {
  idle: <Play />,
  waiting: <LoaderCircle className={turning['turning']} />,
  playing: <Square />,
}

export function SoundComparison() {
  const { mode, side, isSame, toggle, hear } = useComparison()
  return (
    <SoundGroup title={compare.title}>
      <div className={styles['compare']}>
        <IconButton
          look="outline"
          label={mode === 'idle' ? compare.play : compare.stop}
          data-mode={mode}
          icon={icons[mode]}
          onClick={toggle}
        />
        <Segmented label={compare.which} value={side} choices={sides} onChange={hear} />
      </div>
      <p className={panel['note']} role="status">
        {isSame ? compare.same : compare.text}
      </p>
    </SoundGroup>
  )
}
