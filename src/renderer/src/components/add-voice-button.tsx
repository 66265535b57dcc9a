// Asks for a neural voice, a folder or files: by the door's dialog, or by the browser's, whose files are sent.
import { ChevronDown, FileAudio, FolderOpen, Plus } from 'lucide-react'
import { useRef } from 'react'
import type { VoicePlace } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import { DropMenu, MenuItem } from '../elements/menu.tsx'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'
import { SendVoice } from './send-voice.tsx'

export function AddVoiceButton() {
  const { connection, neural } = useFace()
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const isSent = connection.host.chooseVoice === null
  const choose = (what: VoicePlace) => {
    if (!isSent) void neural.choose(what)
    else (what === 'folder' ? folder : files).current?.click()
  }
  return (
    <>
      <DropMenu
        trigger={
          <Button icon={<Plus aria-hidden />}>
            {words.neural.add}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={<FolderOpen aria-hidden />} onClick={() => choose('folder')}>
          {words.neural.addFolder}
        </MenuItem>
        <MenuItem icon={<FileAudio aria-hidden />} onClick={() => choose('file')}>
          {isSent ? words.neural.addFiles : words.neural.addFile}
        </MenuItem>
      </DropMenu>
      {isSent ? <SendVoice folder={folder} files={files} /> : null}
    </>
  )
}
