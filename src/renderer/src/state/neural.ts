// Mirrors the neural voices on the disk, and the jobs that bring more of them.
import type {
  Failure,
  Job,
  NeuralOffer,
  NeuralVoice,
  Ticket,
  VoicePlace,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { isActive, type Jobs } from './jobs.ts'
import { createLatestAnswer } from './latest-answer.ts'
import type { News } from './news.ts'
import { createStore, type Readable } from '../client/store.ts'
import type { VoiceDrop } from '../client/voice-drop.ts'

export type Neural = {
  state: 'loading' | 'ready' | 'failed'
  voices: readonly NeuralVoice[]
  offers: readonly NeuralOffer[]
  failure: Failure | null
}

export type NeuralMirror = Readable<Neural> & {
  refresh(): Promise<void>
  /** How much of a voice's file was sent, while one is being sent. */
  sending: Readable<{ name: string; fraction: number } | null>
  /** Jobs whose end the person has seen. */
  dismissed: Readable<ReadonlySet<string>>
  dismiss(jobId: string): void
  /** Voices that were dropped or chosen by the page. */
  addVoices(voices: readonly VoiceDrop[]): Promise<void>
  /** Asks by the door's own dialog. */
  choose(what: VoicePlace): Promise<void>
  download(id: string): Promise<void>
  /** False: it was refused. */
  remove(id: string): Promise<boolean>
}

export function mirrorNeural(connection: Connection, news: News): NeuralMirror {
  const sending = createStore<{ name: string; fraction: number } | null>(null)
  const dismissed = createStore<ReadonlySet<string>>(new Set())
  const add = async (ticket: Ticket) => {
    news.settle(await connection.call('neural.add', { ticket }))
  }
  const store = createStore<Neural>({ state: 'loading', voices: [], offers: [], failure: null })
  const latest = createLatestAnswer()
  const refresh = async () => {
    const reply = await latest(connection.call('neural.list', {}))
    if (reply === null) return
    store.update((now) =>
      reply.ok
        ? { state: 'ready', ...reply.value, failure: null }
        : now.state === 'ready'
          ? now
          : { ...now, state: 'failed', failure: reply.failure },
    )
  }
  connection.onOpen(() => void refresh())
  connection.on('voices.changed', () => void refresh())
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh,
    sending,
    dismissed,
    dismiss: (jobId) => dismissed.update((ids) => new Set(ids).add(jobId)),
    async addVoices(voices) {
      for (const voice of voices) {
        const show = (fraction: number) => sending.set({ name: voice.name, fraction })
        const ticket = news.settle(await connection.host.ticketForVoice(voice, show))
        sending.set(null)
        if (ticket !== null) await add(ticket)
      }
    },
    async choose(what) {
      const ticket = await connection.host.chooseVoice?.(what)
      if (ticket) await add(ticket)
    },
    download: async (id) => void news.settle(await connection.call('neural.download', { id })),
    async remove(id) {
      const done = news.settle(await connection.call('neural.remove', { id }))
      if (done === null) return false
      await refresh()
      return true
    },
  }
}

/** Jobs worth a row: those that run, and those that failed since the page began. */
export const shownVoiceJobs = (jobs: Jobs, dismissed: ReadonlySet<string>, since: number): Job[] =>
  [...jobs.values()]
    .filter((job) => job.kind === 'voice' && !dismissed.has(job.id))
    .filter((job) => isActive(job) || (job.state === 'failed' && job.startedAt >= since))
    .sort((a, b) => a.startedAt - b.startedAt)

/** Offers that are not on the disk yet. */
export const openOffers = ({ voices, offers }: Neural): NeuralOffer[] =>
  offers.filter(
    (offer) => !voices.some(({ id, state }) => id === offer.id && state.kind === 'ready'),
  )
