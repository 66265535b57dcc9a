// A switch: on or off, at once.
import { Switch } from '@base-ui/react/switch'
import styles from './toggle.module.css'

export const Toggle = ({
  checked,
  disabled,
  onChange,
  ...names
}: {
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}) => (
  <Switch.Root
    {...names}
    className={styles['switch']}
    checked={checked}
    disabled={disabled ?? false}
    onCheckedChange={onChange}
  >
    <Switch.Thumb className={styles['thumb']} />
  </Switch.Root>
)
