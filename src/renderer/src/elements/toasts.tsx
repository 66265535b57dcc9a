// Toasts in the lower corner: what went wrong stays until it is dismissed, other news goes by itself.
import { Toast } from '@base-ui/react/toast'
import { CircleAlert, Info, X } from 'lucide-react'
import { Button, IconButton } from './button.tsx'
import buttons from './button.module.css'
import styles from './toasts.module.css'

type Manager = ReturnType<typeof Toast.createToastManager>

export function Toasts({ manager, dismiss }: { manager: Manager; dismiss: string }) {
  return (
    <Toast.Provider toastManager={manager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}>
          <ToastList dismiss={dismiss} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

type Download = { label: string; download: string }

function Fetch({ of }: { of: Download | undefined }) {
  if (of === undefined) return null
  return (
    <a
      className={`${buttons['button']} ${buttons['outline']} ${buttons['small']}`}
      href={of.download}
      download
    >
      {of.label}
    </a>
  )
}

function ToastList({ dismiss }: { dismiss: string }) {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      data-toast
      className={`${styles['toast']} ${toast.type === 'failure' ? styles['failure'] : ''}`}
    >
      <Toast.Content className={styles['content']}>
        {toast.type === 'failure' ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
        <Toast.Description className={styles['text']} />
        <Fetch of={toast.data as Download | undefined} />
        {toast.actionProps ? <Toast.Action render={<Button size="small" />} /> : null}
        <Toast.Close render={<IconButton plain size="small" label={dismiss} icon={<X />} />} />
      </Toast.Content>
    </Toast.Root>
  ))
}
