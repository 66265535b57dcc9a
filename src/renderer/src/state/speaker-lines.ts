// Mirrors how many lines each character says, for as long as somebody looks at the cast.
import { after } from '../client/after.ts'
import type { Connection } from '../client/connection.ts'
import { createStore, type Readable } from '../client/store.ts'

export type SpeakerLines = {
  /** By the characters' ids; absent until it is counted. */
  lines: Readable<ReadonlyMap<string, number>>
  /** Whose lines are wanted, as the cast stands; what is known of others is forgotten. */
  want(speakers: readonly string[]): void
  /** Follows the book until the function that it returns is called. */
  watch(): () => void
}

/** Numbers need not follow each key press: they are counted when the person pauses. */
const pauseMs = 500

export function mirrorSpeakerLines(connection: Connection, projectId: string): SpeakerLines {
  const lines = createStore<ReadonlyMap<string, number>>(new Map())
  let wanted: readonly string[] = []
  let planned: (() => void) | null = null
  let turn = 0

  /** One after the other: each is a look through the whole book. */
  const count = async () => {
    const mine = (turn += 1)
    for (const speaker of wanted) {
      const reply = await connection.call('segment.find', { projectId, filter: { speaker } })
      if (mine !== turn) return
      if (reply.ok) lines.update((now) => new Map(now).set(speaker, reply.value.positions.length))
    }
  }
  const plan = (ms: number) => {
    planned?.()
    planned = after(ms, () => void count())
  }
  return {
    lines,
    want(speakers) {
      if (speakers.join('\n') === wanted.join('\n')) return
      const fresh = speakers.some((speaker) => !wanted.includes(speaker))
      wanted = [...speakers]
      lines.update((now) => new Map([...now].filter(([speaker]) => wanted.includes(speaker))))
      if (fresh) plan(0)
    },
    watch() {
      const stops = [
        connection.onOpen(() => plan(0)),
        connection.on('project.changed', ({ project, positions }) => {
          if (project.id === projectId && positions?.length !== 0) plan(pauseMs)
        }),
      ]
      return () => {
        turn += 1
        planned?.()
        stops.forEach((stop) => stop())
      }
    },
  }
}
