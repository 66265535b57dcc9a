// Asks for a neural voice, a folder or files: by the door's dialog, or by the browser's, whose files are sent.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, FileAudio, FolderOpen, Plus } from 'lucide-react'
import { useRef } from 'react'
import type { VoicePlace } from '../../../contract/index.ts'
import { Button } from '../elements/button.tsx'
import menu from '../elements/menu.module.css'
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
      <Menu.Root>
        <Menu.Trigger
          render={
            <Button icon={<Plus aria-hidden />}>
              {words.neural.add}
              <ChevronDown aria-hidden />
            </Button>
          }
        />
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end">
            <Menu.Popup className={menu['popup']}>
              <Menu.Item className={menu['item']} onClick={() => choose('folder')}>
                <FolderOpen aria-hidden />
                {words.neural.addFolder}
              </Menu.Item>
              <Menu.Item className={menu['item']} onClick={() => choose('file')}>
                <FileAudio aria-hidden />
                {isSent ? words.neural.addFiles : words.neural.addFile}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {isSent ? <SendVoice folder={folder} files={files} /> : null}
    </>
  )
}
