// Mirrors what of a book is marked or flagged, for as long as somebody looks at it.
import type { CommandReply, SegmentRow } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import { createLatestAnswer } from './latest-answer.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Marks = CommandReply<'project.marks'>
export type Mark = Marks['marks'][number]

export const markFilters = ['all', 'marked', 'flagged'] as const
export type MarkFilter = (typeof markFilters)[number]

export type MarksMirror = {
  /** Null until they are known. */
  marks: Readable<Marks | null>
  /** Follows the book until the function that it returns is called. */
  watch(): () => void
}

/** While a book is narrated its rows change ten times a second: this often is enough. */
const pauseMs = 400

export function mirrorMarks(connection: Connection, projectId: string): MarksMirror {
  const marks = createStore<Marks | null>(null)
  const latest = createLatestAnswer()
  let planned: (() => void) | null = null
  const refresh = async () => {
    const reply = await latest(connection.call('project.marks', { projectId }))
    if (reply?.ok) marks.set(reply.value)
  }
  const plan = () => {
    planned ??= after(pauseMs, () => {
      planned = null
      void refresh()
    })
  }
  const isKnown = (row: SegmentRow) =>
    marks.get()?.marks.some(({ line }) => line.segmentId === row.id) === true
  const concerns = (row: SegmentRow) =>
    isKnown(row) || (row.status.state === 'ready' && row.status.flags.length > 0)
  return {
    marks,
    watch() {
      const stops = [
        connection.onOpen(() => void refresh()),
        connection.on('project.changed', ({ project }) => {
          if (project.id === projectId) plan()
        }),
        connection.on('segments.changed', (changed) => {
          if (changed.projectId === projectId && changed.rows.some(concerns)) plan()
        }),
      ]
      return () => {
        planned?.()
        planned = null
        stops.forEach((stop) => stop())
      }
    },
  }
}

export const filterMarks = (marks: readonly Mark[], filter: MarkFilter): readonly Mark[] =>
  filter === 'all'
    ? marks
    : marks.filter(({ mark, flags }) => (filter === 'marked' ? mark !== null : flags.length > 0))
