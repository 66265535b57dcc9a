// How fast the sound is played, from half to three times; the voice keeps its pitch.
import { Minus, Plus } from 'lucide-react'
import { fastest, slowest, speeds } from '../client/book-order.ts'
import { IconButton } from '../elements/button.tsx'
import { DropMenu, MenuChoices } from '../elements/menu.tsx'
import { useBook } from '../hooks/use-book.ts'
import { useKeyHint } from '../hooks/use-key-hint.ts'
import { useSegmentDeeds } from '../hooks/use-segment-deeds.ts'
import { useSelected } from '../hooks/use-store.ts'
import { words } from '../words.ts'
import styles from './speed-control.module.css'

export function SpeedControl() {
  const { player } = useBook()
  const deeds = useSegmentDeeds()
  const rate = useSelected(player, (now) => now.rate)
  const slower = useKeyHint('slower')
  const faster = useKeyHint('faster')
  return (
    <div className={styles['speed']} role="group" aria-label={words.transport.speed}>
      <IconButton
        size="small"
        label={words.transport.slower}
        {...slower}
        icon={<Minus />}
        disabled={rate <= slowest}
        onClick={deeds.slower}
      />
      <DropMenu
        side="top"
        align="center"
        className={styles['speeds']}
        trigger={
          <button
            type="button"
            className={styles['value']}
            aria-label={`${words.transport.speed} ${words.transport.speedValue(rate)}`}
          >
            {words.transport.speedValue(rate)}
          </button>
        }
      >
        <MenuChoices
          value={rate}
          choices={speeds.map((value) => ({ value, label: words.transport.speedValue(value) }))}
          onChange={player.setRate}
        />
      </DropMenu>
      <IconButton
        size="small"
        label={words.transport.faster}
        {...faster}
        icon={<Plus />}
        disabled={rate >= fastest}
        onClick={deeds.faster}
      />
    </div>
  )
}
