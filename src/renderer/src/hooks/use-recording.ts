// A person's own recording on its way to a segment: dropped on its panel or chosen, and read.
import { type DragEvent, type DragEventHandler, useState } from 'react'
import type { SegmentRow } from '../../../contract/index.ts'
import { useTakeDeeds } from './use-take-deeds.ts'

export type Recording = {
  /** Whether files are held over the place. */
  isOver: boolean
  /** The name of the file that is being read. */
  reading: string | null
  take(files: readonly File[]): Promise<void>
  /** Of the place that files may be dropped on. */
  place: Record<'onDragOver' | 'onDragLeave' | 'onDrop', DragEventHandler>
}

const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

export function useRecording(row: SegmentRow): Recording {
  const deeds = useTakeDeeds()
  const [isOver, setOver] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const take = async (files: readonly File[]) => {
    setReading(files[0]?.name ?? null)
    await deeds.record(row, files)
    setReading(null)
  }
  const canTake = row.status.state !== 'skipped'
  return {
    ...{ isOver, reading, take },
    place: {
      // Whoever prevents it takes the drop: the window leaves it alone then.
      onDragOver(event) {
        if (!canTake || !bringsFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave({ currentTarget, relatedTarget }) {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(false)
      },
      onDrop(event) {
        if (!canTake || !bringsFiles(event)) return
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      },
    },
  }
}
