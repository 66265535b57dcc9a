// Makes the whole window a place to drop books on.
import { BookDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import styles from './drop-overlay.module.css'

const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

export function DropOverlay() {
  const { imports, router } = useFace()
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Entering and leaving are told for every element on the way.
    let depth = 0
    const end = new AbortController()
    const hear = (
      name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      deed: (event: DragEvent) => void,
    ) =>
      window.addEventListener(name, (event) => bringsFiles(event) && deed(event), {
        signal: end.signal,
      })
    hear('dragenter', (event) => {
      event.preventDefault()
      depth += 1
      setOver(true)
    })
    hear('dragover', (event) => event.preventDefault())
    hear('dragleave', () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    })
    hear('drop', (event) => {
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      if (router.get().screen === 'settings') router.go({ screen: 'library' })
      void imports.addFiles(files)
    })
    return () => end.abort()
  }, [imports, router])
  if (!over) return null
  return (
    <section className={styles['overlay']} aria-label={words.library.dropTitle}>
      <div className={styles['frame']}>
        <BookDown aria-hidden />
        <strong>{words.library.dropTitle}</strong>
        <span>{words.library.dropText}</span>
      </div>
    </section>
  )
}
