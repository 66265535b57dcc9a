// The colour of a character, chosen by name.
import { Menu } from '@base-ui/react/menu'
import { ColourDot } from '../elements/colour-dot.tsx'
import menu from '../elements/menu.module.css'
import { words } from '../words.ts'
import styles from './cast-panel.module.css'

export const CastColour = (props: {
  name: string
  colour: number
  onChange: (colour: number) => void
}) => (
  <Menu.Root>
    <Menu.Trigger className={styles['dot']} aria-label={words.cast.colourOf(props.name)}>
      <ColourDot colour={props.colour} />
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner sideOffset={6} align="start">
        <Menu.Popup className={menu['popup']}>
          <Menu.RadioGroup
            value={props.colour}
            onValueChange={(value) => props.onChange(Number(value))}
          >
            {words.cast.colours.map((label, colour) => (
              <Menu.RadioItem key={label} value={colour} closeOnClick className={menu['item']}>
                <ColourDot colour={colour} />
                {label}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
)
