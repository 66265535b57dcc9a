// A person's own recording as a take: a sound file that is chosen, or dropped here.
import { Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { soundNames } from '../client/pick-files.ts'
import { Button } from '../elements/button.tsx'
import hidden from '../elements/hidden.module.css'
import { useTakeDeeds } from '../hooks/use-take-deeds.ts'
import { words } from '../words.ts'
import details from './segment-details.module.css'
import styles from './take-recording.module.css'

const bringsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

export function TakeRecording({ row }: { row: SegmentRow }) {
  const deeds = useTakeDeeds()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const take = async (files: readonly File[]) => {
    setReading(files[0]?.name ?? null)
    await deeds.record(row, files)
    setReading(null)
  }
  return (
    <div
      className={styles['place']}
      data-over={over || undefined}
      // Whoever prevents it takes the drop: the window leaves it alone then.
      onDragOver={(event) => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      }}
    >
      <Button
        size="small"
        icon={<Upload aria-hidden />}
        disabled={reading !== null}
        onClick={() => input.current?.click()}
      >
        {words.takes.record.bring}
      </Button>
      <p className={details['note']} role="status">
        {reading === null
          ? over
            ? words.takes.record.over
            : words.takes.record.drop
          : words.takes.record.reading(reading)}
      </p>
      <input
        ref={input}
        type="file"
        className={hidden['hidden']}
        tabIndex={-1}
        accept={`audio/*,${soundNames}`}
        aria-label={words.takes.record.bring}
        onChange={(event) => {
          void take([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again later.
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
