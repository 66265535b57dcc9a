// A dialog over the page: a title, what it holds, and a way out by Escape, backdrop or button.
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './button.tsx'
import styles from './modal.module.css'

export function Modal(props: {
  open: boolean
  title: string
  /** Shown below the title and read with it. */
  description?: string
  closeLabel: string
  wide?: boolean
  /** What has the focus at first; the way out where it is absent. */
  first?: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup
          className={`${styles['popup']} ${props.wide === true ? styles['wide'] : ''}`}
          {...(props.first && { initialFocus: props.first })}
        >
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{props.title}</Dialog.Title>
            <Dialog.Close
              render={<IconButton plain label={props.closeLabel} icon={<X />} size="small" />}
            />
          </header>
          {props.description === undefined ? null : (
            <Dialog.Description className={styles['description']}>
              {props.description}
            </Dialog.Description>
          )}
          {props.children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
