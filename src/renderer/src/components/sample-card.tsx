// The bundled story: first sound, one click away.
import { Headphones } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../elements/button.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './sample-card.module.css'

export function SampleCard() {
  const { imports } = useFace()
  const [opening, setOpening] = useState(false)
  const listen = async () => {
    setOpening(true)
    await imports.addSample()
    setOpening(false)
  }
  return (
    <section className={styles['card']}>
      <div className={styles['bars']} aria-hidden>
        {[6, 14, 9, 22, 30, 17, 25, 12, 28, 20, 33, 15, 24, 10, 18, 7].map((height, index) => (
          <span key={index} style={{ height }} />
        ))}
      </div>
      <h2 className={styles['title']}>{words.library.sampleTitle}</h2>
      <p className={styles['text']}>{words.library.sampleText}</p>
      <Button
        look="primary"
        size="large"
        icon={<Headphones aria-hidden />}
        aria-disabled={opening}
        onClick={() => (opening ? undefined : void listen())}
      >
        {opening ? words.library.sampleOpening : words.library.sampleListen}
      </Button>
    </section>
  )
}
