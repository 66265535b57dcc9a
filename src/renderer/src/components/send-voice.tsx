// The browser's inputs for a neural voice, its folder or its files, where the door has no dialog of its own.
import type { RefObject } from 'react'
import { FileInput } from '../elements/file-input.tsx'
import { useFace } from '../hooks/use-face.ts'
import { sortLooseFiles, type VoiceDrop, voiceOfFolder } from '../client/voice-drop.ts'
import { words } from '../words.ts'

type Input = RefObject<HTMLInputElement | null>

/** Not shown: whoever has the references clicks one. */
export function SendVoice({ folder, files }: { folder: Input; files: Input }) {
  const { neural, news } = useFace()
  const send = ([first]: [File, ...File[]], voices: readonly VoiceDrop[]) => {
    if (voices.length > 0) return void neural.addVoices(voices)
    const name = first.webkitRelativePath.split('/')[0] || first.name
    news.fail({ code: 'not-a-voice', params: { name }, retry: 'never' })
  }
  return (
    <>
      <FileInput
        ref={folder}
        asks="folder"
        label={words.neural.addFolder}
        onFiles={(chosen) => send(chosen, [voiceOfFolder(chosen) ?? []].flat())}
      />
      <FileInput
        ref={files}
        asks="files"
        label={words.neural.addFiles}
        onFiles={(chosen) => send(chosen, sortLooseFiles(chosen).voices)}
      />
    </>
  )
}
