// The sheet of keys, by `?` from everywhere.
import { useState } from 'react'
import { Modal } from '../elements/modal.tsx'
import { useKeys } from '../hooks/use-keys.ts'
import { useMenu } from '../hooks/use-menu.ts'
import { words } from '../words.ts'
import styles from './key-sheet.module.css'

export function KeySheet() {
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  useMenu('shortcuts', () => setOpen(true))
  return (
    <Modal
      open={open}
      title={words.keys.title}
      description={words.keys.intro}
      closeLabel={words.app.close}
      onClose={() => setOpen(false)}
    >
      <dl className={styles['keys']}>
        {words.keys.rows.map((row) => (
          <div key={row.text} className={styles['row']}>
            <dt>
              {row.keys.map((key) => (
                <kbd key={key} className={styles['key']}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
