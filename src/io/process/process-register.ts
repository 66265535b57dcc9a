// Every process and thread that this one has started and that has not ended: by name, and how each is.
import type { Channel, Launch } from './channel.ts'
import type { SelfMeasure } from './self-measure.ts'
import type { Answer, Question } from './serve.ts'

export type Started = {
  readonly name: string
  /** Undefined for a thread. */
  readonly pid: number | undefined
  /** Its newest answer and the one before; null while it has not answered so often. */
  readonly last: SelfMeasure | null
  readonly before: SelfMeasure | null
}

export type ProcessRegister = {
  /** The same launch; what it starts stands here until it ends. */
  watched(launch: Launch): Launch
  list(): Started[]
  /** Asks all to measure themselves; one that is busy answers when it can, and is not waited for. */
  ask(): void
  /** Asks all to give back what they can. */
  collect(): void
}

export function createProcessRegister(): ProcessRegister {
  const all = new Map<
    Channel,
    { name: string; last: SelfMeasure | null; before: SelfMeasure | null }
  >()
  const tell = (question: Question) => {
    for (const channel of all.keys()) channel.post(question)
  }
  return {
    watched: (launch) => (entry, options) => {
      const channel = launch(entry, options)
      const started = { name: options.name, last: null, before: null }
      all.set(channel, started)
      channel.onMessage((message) => {
        const answer = message as Answer
        if (answer.kind !== 'measured') return
        Object.assign(started, { before: started.last, last: answer.value })
      })
      channel.onExit(() => void all.delete(channel))
      return channel
    },
    list: () =>
      [...all].map(([channel, { name, last, before }]) => ({
        name,
        pid: channel.pid,
        last,
        before,
      })),
    ask: () => tell({ kind: 'measure' }),
    collect() {
      for (const started of all.values()) Object.assign(started, { before: null, last: null })
      tell({ kind: 'collect' })
    },
  }
}
