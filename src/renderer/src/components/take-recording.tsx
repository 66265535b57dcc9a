// Where a person's own recording is brought as a take: a sound file that is chosen, or dropped on the panel.
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { soundNames } from '../client/pick-files.ts'
import { Button } from '../elements/button.tsx'
import { FileInput } from '../elements/file-input.tsx'
import type { Recording } from '../hooks/use-recording.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import styles from './take-recording.module.css'

const { record } = words.takes

export function TakeRecording({ recording: { isOver, reading, take } }: { recording: Recording }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={styles['place']} data-over={isOver || undefined}>
      <Button
        size="small"
        icon={<Upload aria-hidden />}
        disabled={reading !== null}
        onClick={() => input.current?.click()}
      >
        {record.bring}
      </Button>
      <p className={details['note']} role="status">
        {reading === null ? (isOver ? record.over : record.drop) : record.reading(reading)}
      </p>
      <FileInput
        ref={input}
        label={record.bring}
        accept={`audio/*,${soundNames}`}
        onFiles={(files) => void take(files)}
      />
    </div>
  )
}
