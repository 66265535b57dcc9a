// What a narration waits for, what cures it, and what must be asked before it starts.
import type {
  CommandArgs,
  CommandReply,
  Failure,
  FailureCode,
  Job,
  SpeechScope,
} from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Estimate = CommandReply<'speech.estimate'>

/** So much should stay free for everything else on the disk. */
const spareBytes = 200 * 1024 ** 2

/** Whether it will not fit; false where nobody knows. */
export const isDiskShort = ({ bytes, freeBytes }: Estimate['disk']): boolean =>
  freeBytes !== null && bytes > 0 && bytes + spareBytes > freeBytes

/** What a person can do about a narration that stands still. */
export type Cure =
  | 'try-now'
  | 'go-on'
  | 'enter-key'
  | 'open-server'
  | 'open-voices'
  | 'other-voice'
  | 'raise-budget'
  | 'open-settings'

const cures: Partial<Record<FailureCode, readonly Cure[]>> = {
  'key-refused': ['enter-key', 'go-on'],
  'quota-spent': ['go-on', 'open-voices'],
  'model-gone': ['open-server', 'go-on'],
  'address-refused': ['open-server', 'go-on'],
  'server-unreachable': ['try-now', 'open-server'],
  'server-failed': ['try-now', 'open-server'],
  'server-refused': ['open-server', 'go-on'],
  'server-busy': ['try-now'],
  'budget-spent': ['go-on', 'raise-budget'],
  'resume-costs': ['go-on'],
  'voice-unknown': ['other-voice', 'open-voices'],
  'voice-damaged': ['open-voices', 'go-on'],
  'neural-engine-missing': ['other-voice', 'go-on'],
  'voice-crashed': ['go-on', 'other-voice'],
  'sound-refused': ['go-on', 'other-voice'],
  'cache-full': ['open-settings', 'go-on'],
  'disk-full': ['go-on'],
  'folder-not-writable': ['go-on'],
}

/** Best first; never empty, for going on is always possible. */
export const curesOf = (failure: Failure): readonly Cure[] => cures[failure.code] ?? ['go-on']

/** Why a narration stands still: by itself until a moment, or until a person does something. */
export type Standstill =
  | { kind: 'waiting'; failure: Failure; until: number }
  | { kind: 'paused'; failure: Failure }

/** Null while it runs, and while it is paused because the person wanted so. */
export function standstillOf(job: Job): Standstill | null {
  if (job.state === 'running' && job.waiting !== undefined)
    return { kind: 'waiting', ...job.waiting }
  if (job.state === 'paused' && job.failure !== undefined)
    return { kind: 'paused', failure: job.failure }
  return null
}

/** An amount as it was written: undefined when it was left empty, null when it is none. */
export function budgetOf(written: string): number | undefined | null {
  if (written.trim() === '') return undefined
  const number = Number(written.trim().replace(',', '.'))
  return Number.isFinite(number) && number > 0 ? number : null
}

export type Narration = {
  /** The wish that is being asked about; null: no question is open. */
  asked: Readable<NarrationWish | null>
  /** Starts at once, or asks first where it costs money. */
  want(scope: SpeechScope): Promise<void>
  /** Starts at once: what it costs has been shown. */
  begin(scope: SpeechScope): Promise<void>
  /** Asks for a larger budget; saying yes goes on with it. */
  raise(job: Job): void
  confirm(budget: number | undefined): Promise<void>
  dismiss(): void
}

export type NarrationWish =
  | { kind: 'begin'; scope: SpeechScope }
  /** Of the narration whose budget is spent. */
  | { kind: 'raise'; job: Job }

/** What a narration is asked with. */
export type NarrationTerms = {
  /** Whether the book's voice costs money now. */
  isPaid(): boolean
  /** What the book's next export will be encoded as. */
  encodeAhead(): CommandArgs<'speech.start'>['encodeAhead']
}

export function createNarration(
  connection: Connection,
  news: News,
  projectId: string,
  { isPaid, encodeAhead }: NarrationTerms,
): Narration {
  const asked = createStore<NarrationWish | null>(null)
  const start = async (scope: SpeechScope, budget: number | undefined) => {
    const args = {
      ...{ projectId, scope, encodeAhead: encodeAhead() },
      ...(budget === undefined ? {} : { budget }),
    }
    news.settle(await connection.call('speech.start', args))
  }
  return {
    asked,
    async want(scope) {
      if (isPaid()) asked.set({ kind: 'begin', scope })
      else await start(scope, undefined)
    },
    begin: (scope) => start(scope, undefined),
    raise: (job) => asked.set({ kind: 'raise', job }),
    async confirm(budget) {
      const wish = asked.get()
      asked.set(null)
      if (wish === null) return
      if (wish.kind === 'begin') await start(wish.scope, budget)
      else
        news.settle(
          await connection.call('job.resume', { jobId: wish.job.id, budget: budget ?? null }),
        )
    },
    dismiss: () => asked.set(null),
  }
}
