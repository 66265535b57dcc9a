// Makes the whole window a place to drop books and neural voices on.
import { BookDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { filesOfFolder } from '../client/dropped-folder.ts'
import { useFace } from '../hooks/use-face.ts'
import { sortLooseFiles, type VoiceDrop } from '../state/voice-drop.ts'
import { words } from '../words.ts'
import styles from './drop-overlay.module.css'

const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

export function DropOverlay() {
  const { imports, neural, router } = useFace()
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
      const { voices, books } = sortDrop(event.dataTransfer)
      const { screen } = router.get()
      if (voices.length > 0) {
        if (screen !== 'voices') router.go({ screen: 'voices', server: null })
        void neural.addVoices(voices)
      } else if (books.length > 0 && (screen === 'settings' || screen === 'voices'))
        router.go({ screen: 'library' })
      if (books.length > 0) void imports.addFiles(books)
    })
    return () => end.abort()
  }, [imports, neural, router])
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

/** Folders are voices, and so are models with what belongs to them; everything else is a book. */
function sortDrop(transfer: DataTransfer | null): { voices: VoiceDrop[]; books: File[] } {
  const folders: VoiceDrop[] = []
  const loose: File[] = []
  for (const item of transfer?.items ?? []) {
    const file = item.getAsFile()
    if (file === null) continue
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory !== true) loose.push(file)
    else {
      const files = () => filesOfFolder(entry as FileSystemDirectoryEntry)
      folders.push({ name: entry.name, main: file, files })
    }
  }
  const { voices, books } = sortLooseFiles(loose)
  return { voices: [...folders, ...voices], books }
}
