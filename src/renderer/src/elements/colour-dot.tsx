// A dot in one of the colours that characters have. Always beside a name: alone it says nothing.
import styles from './colour-dot.module.css'

/** `colour`: a number of styles/tokens.css; null: the outline of none. */
export const ColourDot = ({ colour }: { colour: number | null }) => (
  <span
    aria-hidden
    className={`${styles['dot']} ${colour === null ? styles['none'] : ''}`}
    style={colour === null ? undefined : { background: `var(--cast-${colour})` }}
  />
)
