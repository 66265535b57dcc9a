// Asks before something is lost. The safe answer has the focus.
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useRef } from 'react'
import { Button } from './button.tsx'
import styles from './modal.module.css'

export function Confirm(props: {
  open: boolean
  title: string
  text: string
  yes: string
  no: string
  onYes: () => void
  onClose: () => void
}) {
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root
      open={props.open}
      onOpenChange={(open) => (open ? undefined : props.onClose())}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['backdrop']} />
        <AlertDialog.Popup className={styles['popup']} initialFocus={safe}>
          <AlertDialog.Title className={styles['title']}>{props.title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['description']}>
            {props.text}
          </AlertDialog.Description>
          <div className={styles['actions']}>
            <AlertDialog.Close render={<Button ref={safe}>{props.no}</Button>} />
            <AlertDialog.Close
              render={<Button look="danger">{props.yes}</Button>}
              onClick={props.onYes}
            />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
