// The colour of a character, chosen by name.
import { ColourDot } from '../elements/colour-dot.tsx'
import { DropMenu, MenuChoices } from '../elements/menu.tsx'
import { words } from '../words.ts'
import styles from './cast-panel.module.css'

export const CastColour = (props: {
  name: string
  colour: number
  onChange: (colour: number) => void
}) => (
  <DropMenu
    align="start"
    trigger={
      <button type="button" className={styles['dot']} aria-label={words.cast.colourOf(props.name)}>
        <ColourDot colour={props.colour} />
      </button>
    }
  >
    <MenuChoices
      value={props.colour}
      choices={words.cast.colours.map((label, value) => ({
        value,
        label,
        mark: <ColourDot colour={value} />,
      }))}
      onChange={props.onChange}
    />
  </DropMenu>
)
