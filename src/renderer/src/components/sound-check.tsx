// Finished sound files, measured: each with its figures, what ACX asks, and what helps where it fails.
import { FileAudio } from 'lucide-react'
import { useRef } from 'react'
import { soundNames } from '../client/pick-files.ts'
import { Button } from '../elements/button.tsx'
import { FileInput } from '../elements/file-input.tsx'
import { Modal } from '../elements/modal.tsx'
import { Notice } from '../elements/notice.tsx'
import { ProgressBar } from '../elements/progress-bar.tsx'
import { useFace } from '../hooks/use-face.ts'
import { useStore } from '../hooks/use-store.ts'
import type { CheckedFile } from '../state/sound-checks.ts'
import { failureSentence, words } from '../words.ts'
import { CheckedSound } from './checked-sound.tsx'
import styles from './sound-check.module.css'

export function SoundCheckDialog() {
  const { soundChecks } = useFace()
  const input = useRef<HTMLInputElement>(null)
  const open = useStore(soundChecks.open)
  const files = useStore(soundChecks.files)
  return (
    <Modal
      open={open}
      wide
      title={words.check.title}
      description={words.check.text}
      closeLabel={words.app.close}
      onClose={soundChecks.close}
    >
      {files.map((file) => (
        <section key={file.id} className={styles['file']} aria-label={file.name}>
          <FileState file={file} />
        </section>
      ))}
      <div className={styles['actions']}>
        <Button
          look={files.length === 0 ? 'primary' : 'outline'}
          icon={<FileAudio aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {files.length === 0 ? words.check.choose : words.check.another}
        </Button>
      </div>
      <FileInput
        ref={input}
        asks="files"
        label={words.check.choose}
        accept={soundNames}
        onFiles={(chosen) => void soundChecks.add(chosen)}
      />
    </Modal>
  )
}

function FileState({ file }: { file: CheckedFile }) {
  switch (file.state) {
    case 'done':
      return <CheckedSound check={file.check} />
    case 'failed':
      return <Notice tone="danger">{failureSentence(file.failure)}</Notice>
    case 'sending':
    case 'measuring': {
      const fraction = file.state === 'sending' && file.fraction < 1 ? file.fraction : null
      return (
        <>
          <p className={styles['name']}>{file.name}</p>
          <ProgressBar label={words.check.measuring(file.name)} fraction={fraction} />
        </>
      )
    }
  }
}
