// Makes the whole window a place to drop books, neural voices and sounds on.
import { BookDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { booksOfFolder, filesOfFolder } from '../client/dropped-folder.ts'
import { useFace } from '../hooks/use-face.ts'
import { isSound } from '../state/sound-checks.ts'
import { isModel, sortLooseFiles, type VoiceDrop } from '../client/voice-drop.ts'
import { words } from '../words.ts'
import styles from './drop-overlay.module.css'

const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true

export function DropOverlay() {
  const { imports, neural, router, sounds, soundChecks } = useFace()
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
    hear('dragover', (event) => {
      // A part of the page that takes it for itself says so, and is seen then.
      setOver(!event.defaultPrevented)
      event.preventDefault()
    })
    hear('dragleave', () => {
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    })
    hear('drop', (event) => {
      const isTaken = event.defaultPrevented
      event.preventDefault()
      depth = 0
      setOver(false)
      if (isTaken) return
      // Read now: the transfer is empty once this turn is over.
      void sortDrop(event.dataTransfer).then(({ voices, books: all }) => {
        const { screen } = router.get()
        const heard = all.filter(isSound)
        const books = all.filter((file) => !isSound(file))
        // Whoever looks at a book's music brings some; whoever does not has a finished file.
        if (sounds.wanted.get()) void sounds.bring(heard)
        else if (heard.length > 0) void soundChecks.add(heard)
        if (voices.length > 0) {
          if (screen !== 'voices') router.go({ screen: 'voices', server: null })
          void neural.addVoices(voices)
        } else if (books.length > 0 && (screen === 'settings' || screen === 'voices'))
          router.go({ screen: 'library' })
        if (books.length > 0) void imports.addFiles(books)
      })
    })
    return () => end.abort()
  }, [imports, neural, router, sounds, soundChecks])
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

type Drop = { voices: VoiceDrop[]; books: File[] }

/** Models with what belongs to them are voices, alone or in a folder; everything else is books. */
function sortDrop(transfer: DataTransfer | null): Promise<Drop> {
  const folders: { main: File; entry: FileSystemDirectoryEntry }[] = []
  const loose: File[] = []
  for (const item of transfer?.items ?? []) {
    const file = item.getAsFile()
    if (file === null) continue
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory !== true) loose.push(file)
    else folders.push({ main: file, entry: entry as FileSystemDirectoryEntry })
  }
  const drop = sortLooseFiles(loose)
  return openFolders(folders, drop)
}

async function openFolders(
  folders: readonly { main: File; entry: FileSystemDirectoryEntry }[],
  { voices, books }: Drop,
): Promise<Drop> {
  const inFolders: Drop = { voices: [], books: [] }
  for (const { main, entry } of folders) {
    const found = await filesOfFolder(entry)
    const own = found.some(isModel) ? [] : await booksOfFolder(entry)
    if (own.length > 0) inFolders.books.push(...own)
    else inFolders.voices.push({ name: entry.name, main, files: async () => found })
  }
  return { voices: [...inFolders.voices, ...voices], books: [...books, ...inFolders.books] }
}
