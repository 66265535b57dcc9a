// Asks for a neural voice: a folder or a file by the door's dialog, or a file that the page sends.
import { Menu } from '@base-ui/react/menu'
import { ChevronDown, FileAudio, FolderOpen, Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../elements/button.tsx'
import hidden from '../elements/hidden.module.css'
import menu from '../elements/menu.module.css'
import { useFace } from '../hooks/use-face.ts'
import { words } from '../words.ts'

export function AddVoiceButton() {
  const { connection, neural } = useFace()
  if (connection.host.chooseVoice === null) return <SendVoice />
  return (
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
            <Menu.Item className={menu['item']} onClick={() => void neural.choose('folder')}>
              <FolderOpen aria-hidden />
              {words.neural.addFolder}
            </Menu.Item>
            <Menu.Item className={menu['item']} onClick={() => void neural.choose('file')}>
              <FileAudio aria-hidden />
              {words.neural.addFile}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function SendVoice() {
  const { neural } = useFace()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={<Plus aria-hidden />} onClick={() => input.current?.click()}>
        {words.neural.addFileWeb}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".onnx"
        className={hidden['hidden']}
        tabIndex={-1}
        aria-label={words.neural.addFileWeb}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file may be chosen again later.
          event.currentTarget.value = ''
          void neural.addFiles(files)
        }}
      />
    </>
  )
}
