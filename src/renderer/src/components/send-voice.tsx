// The browser's inputs for a neural voice, its folder or its files, where the door has no dialog of its own.
import type { RefObject } from 'react'
import hidden from '../elements/hidden.module.css'
import { useFace } from '../hooks/use-face.ts'
import { sortLooseFiles, type VoiceDrop, voiceOfFolder } from '../state/voice-drop.ts'
import { words } from '../words.ts'

/** Every browser has it; no standard and no type does. */
const asksForFolder = { webkitdirectory: '' }

type Input = RefObject<HTMLInputElement | null>

/** Not shown: whoever has the references clicks one. */
export function SendVoice({ folder, files }: { folder: Input; files: Input }) {
  const { neural, news } = useFace()
  const send = (input: HTMLInputElement, read: (chosen: File[]) => readonly VoiceDrop[]) => {
    const chosen = [...(input.files ?? [])]
    // The same files may be chosen again later.
    input.value = ''
    const [first] = chosen
    if (first === undefined) return
    const voices = read(chosen)
    if (voices.length > 0) return void neural.addVoices(voices)
    const name = first.webkitRelativePath.split('/')[0] || first.name
    news.fail({ code: 'not-a-voice', params: { name }, retry: 'never' })
  }
  return (
    <>
      <input
        ref={folder}
        type="file"
        {...asksForFolder}
        className={hidden['hidden']}
        tabIndex={-1}
        aria-label={words.neural.addFolder}
        onChange={(event) =>
          send(event.currentTarget, (chosen) => [voiceOfFolder(chosen) ?? []].flat())
        }
      />
      <input
        ref={files}
        type="file"
        multiple
        className={hidden['hidden']}
        tabIndex={-1}
        aria-label={words.neural.addFiles}
        onChange={(event) => send(event.currentTarget, (chosen) => sortLooseFiles(chosen).voices)}
      />
    </>
  )
}
