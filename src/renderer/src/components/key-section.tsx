// The settings' section of keys: each deed with its keys, changed by pressing the new one.
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useKeyBinding } from '../hooks/use-key-binding.ts'
import { useStore } from '../hooks/use-store.ts'
import { type DeedGroup, deedIds, deedTable, type DeedId } from '../state/deed-table.ts'
import { hasOwnKeys } from '../state/keys.ts'
import { failureSentence, words } from '../words.ts'
import { KeyField } from './key-field.tsx'
import styles from './key-section.module.css'

export function KeySection() {
  const { keys, news, settings } = useFace()
  const now = useStore(keys)
  const locked = useStore(settings).get('keys')?.source === 'environment'
  const [pressing, setPressing] = useState<DeedId | null>(null)
  const binding = useKeyBinding()
  const own = keys.bindings()
  const resetAll = async () => {
    binding.forget()
    const reply = await keys.change({})
    news.tell(reply.ok ? words.keys.settings.resetAllDone : failureSentence(reply.failure))
  }
  return (
    <section className={styles['section']} aria-labelledby="keys-title">
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']} id="keys-title">
            {words.keys.title}
          </h2>
          <p className={styles['text']}>
            {words.keys.intro} {locked ? words.keys.settings.locked : words.keys.settings.text}
          </p>
        </div>
        {Object.keys(own).length === 0 || locked ? null : (
          <Button size="small" icon={<RotateCcw aria-hidden />} onClick={() => void resetAll()}>
            {words.keys.settings.resetAll}
          </Button>
        )}
      </header>
      <div className={styles['groups']}>
        {(Object.keys(words.keys.groups) as DeedGroup[]).map((group) => (
          <section key={group} className={styles['group']} aria-label={words.keys.groups[group]}>
            <h3 className={styles['name']}>{words.keys.groups[group]}</h3>
            <ul>
              {deedIds
                .filter((deed) => deedTable[deed].group === group)
                .map((deed) => (
                  <KeyField
                    key={deed}
                    deed={deed}
                    keys={now[deed]}
                    isOwn={hasOwnKeys(own, deed)}
                    locked={locked || deedTable[deed].fixed === true}
                    pressing={pressing === deed}
                    problem={binding.problem?.deed === deed ? binding.problem : null}
                    onPressing={(wanted) => {
                      if (wanted) binding.forget()
                      setPressing(wanted ? deed : null)
                    }}
                    onKeys={(wanted) => binding.set(deed, wanted)}
                    onForget={binding.forget}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
