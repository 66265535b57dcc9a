// Keys as they are printed on a keyboard, to be pressed together.
import styles from './key-caps.module.css'

export const KeyCaps = ({ caps }: { caps: readonly string[] }) => (
  <span className={styles['caps']} dir="ltr">
    {caps.map((cap) => (
      <kbd key={cap} className={styles['cap']}>
        {cap}
      </kbd>
    ))}
  </span>
)
