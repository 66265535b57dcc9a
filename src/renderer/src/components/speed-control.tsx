// How fast the sound is played, from half to three times; the voice keeps its pitch.
import { Menu } from '@base-ui/react/menu'
import { Check, Minus, Plus } from 'lucide-react'
import { fastest, slowest, speeds } from '../client/book-order.ts'
import { IconButton } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
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
      <Menu.Root>
        <Menu.Trigger
          className={styles['value']}
          aria-label={`${words.transport.speed} ${words.transport.speedValue(rate)}`}
        >
          {words.transport.speedValue(rate)}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner side="top" sideOffset={6}>
            <Menu.Popup className={`${menu['popup']} ${styles['speeds']}`}>
              <Menu.RadioGroup value={rate} onValueChange={player.setRate}>
                {speeds.map((speed) => (
                  <Menu.RadioItem key={speed} value={speed} className={menu['item']} closeOnClick>
                    <span className={menu['mark']}>
                      <Menu.RadioItemIndicator>
                        <Check />
                      </Menu.RadioItemIndicator>
                    </span>
                    {words.transport.speedValue(speed)}
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
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
