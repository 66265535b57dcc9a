// The sheet of keys, by `?` from everywhere: read from the table, so it tells what the keys do now.
import { Keyboard } from 'lucide-react'
import { Button } from '../elements/button.tsx'
import { Modal } from '../elements/modal.tsx'
import { KeyCaps } from '../elements/key-caps.tsx'
import { keyCaps } from '../hooks/key-name.ts'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import { type DeedGroup, deedIds, deedTable } from '../state/deed-table.ts'
import { words } from '../words.ts'
import styles from './key-sheet.module.css'

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      open={open}
      wide
      title={words.keys.title}
      description={words.keys.intro}
      closeLabel={words.app.close}
      onClose={onClose}
    >
      <Groups onClose={onClose} />
    </Modal>
  )
}

function Groups({ onClose }: { onClose: () => void }) {
  const { router, keys } = useFace()
  const now = useStore(keys)
  const groups = Object.keys(words.keys.groups) as DeedGroup[]
  return (
    <>
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group} className={styles['group']}>
            <h3 className={styles['name']}>{words.keys.groups[group]}</h3>
            <dl>
              {deedIds
                .filter((id) => deedTable[id].group === group && now[id].length > 0)
                .map((id) => (
                  <div key={id} className={styles['row']}>
                    <dt>{words.keys.deeds[id]}</dt>
                    <dd>
                      {now[id].map((key) => (
                        <KeyCaps key={key} caps={keyCaps(key)} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div>
        <Button
          size="small"
          icon={<Keyboard aria-hidden />}
          onClick={() => {
            onClose()
            router.go({ screen: 'settings' })
          }}
        >
          {words.keys.change}
        </Button>
      </div>
    </>
  )
}
