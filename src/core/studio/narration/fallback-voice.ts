// Another voice for what the book's own cannot say: only where the person allowed one, and always marked.
import type { Failure, Price, Project, Take, VoiceId } from '../../../contract/index.ts'
import { fail, failureOf } from '../../base/failure-error.ts'
import { createLimiter } from '../../base/limiter.ts'
import { renditionFor, type Resolved } from '../takes/resolver.ts'
import { charactersOf } from '../takes/speaking-parts.ts'
import type { SpeechProgress } from './speech-progress.ts'
import type { StudioParts } from '../studio-parts.ts'
import { takeOrder } from '../takes/take-order.ts'

/** What a segment's own text or sound can be the reason of, once all tries are used up. */
const ownFailures: readonly Failure['code'][] = [
  'voice-failed',
  'voice-timeout',
  'voice-crashed',
  'sound-refused',
  'server-refused',
  'server-failed',
]
/** Trouble of the studio, not of a voice: it is met again whoever speaks. */
const noVoicesTrouble: readonly Failure['code'][] = [
  'disk-full',
  'folder-not-writable',
  'cache-full',
  'cancelled',
  'budget-spent',
]

export type FallbackOrder = {
  project: Pick<Project, 'id' | 'language'>
  /** Speaks a new rendition instead of taking the one that may be there. */
  renew: boolean
  urgent?: boolean
  /** Told of every request that was answered, and at which price. */
  onAnswered?: (characters: number, price: Price | null) => void
  /** What a paid voice is asked for counts from then on; what would exceed it is left for later. */
  budget?: Pick<SpeechProgress, 'commit' | 'isBudgetTaken'>
  /** Nothing more is asked of any voice while the job is paused. */
  whenRunning?: () => Promise<void>
  signal: AbortSignal
}

/** The row as the other voice says it, with that voice's take. */
export type SpokenInstead = { row: Resolved; take: Take }

export type FallbackVoice = {
  /**
   * Speaks what the book's own voice failed to say. Null where nobody else may or can: the segment then
   * fails with its own voice's failure. Rejects with trouble that is no voice's, and with `budget-spent`.
   */
  speakInstead(row: Resolved, failure: Failure): Promise<SpokenInstead | null>
  /** The same for a row that is known to need it (`isFallback`), but whose take is not there. */
  speakAgain(row: Resolved): Promise<SpokenInstead | null>
  /** Resolves when another row could be spoken at once: failures must not outrun the voice. */
  whenFree(): Promise<void>
}

/** For one job or one listener: as many rows at once as the other voice's source has lanes. */
export function createFallbackVoice(parts: StudioParts, order: FallbackOrder): FallbackVoice {
  const { context, resolver } = parts
  const { id: projectId } = order.project
  const limiter = createLimiter(1, (error) =>
    context.log.error('a fallback went wrong', { error: String(error) }),
  )

  const make = async (row: Resolved): Promise<Take | null> => {
    const rendition = await renditionFor(context.takes, row.recipeKey, order.renew)
    const ordered = await takeOrder(parts.voices, order.project, row, rendition)
    const { provider } = ordered
    const dispatcher = await parts.dispatchers.of(provider)
    limiter.lanes = Math.max(1, dispatcher.lanes)
    // A source that is down is not waited for: what it would say is said to be unspoken instead.
    const tooLong = new AbortController()
    const look = () => void (dispatcher.isDown && tooLong.abort())
    look()
    if (tooLong.signal.aborted) return null
    const { price } = provider.capabilities
    if (price && order.budget?.isBudgetTaken) throw fail('budget-spent')
    const settled = order.budget?.commit(charactersOf(row.spoken), price)
    const making = parts.maker.make(
      {
        ...ordered,
        urgent: order.urgent ?? false,
        onAnswered(characters) {
          settled?.()
          order.onAnswered?.(characters, price)
        },
        onWaiting: look,
      },
      AbortSignal.any([order.signal, tooLong.signal]),
    )
    try {
      await making.arrived
      return await making.kept
    } catch (error) {
      if (tooLong.signal.aborted && !order.signal.aborted) return null
      throw error
    } finally {
      settled?.()
    }
  }
  const speak = async (row: Resolved): Promise<SpokenInstead | null> => {
    try {
      if (row.take && !order.renew) {
        parts.meter.cacheHits(1)
        return { row, take: row.take }
      }
      await order.whenRunning?.()
      const take = await make(row)
      return take && { row, take }
    } catch (error) {
      const failure = failureOf(error)
      if (order.signal.aborted || noVoicesTrouble.includes(failure.code)) throw error
      context.log.warn('the fallback voice failed too', { segment: row.segment.id, failure })
      return null
    }
  }
  const inTurn = (row: Resolved) =>
    new Promise<SpokenInstead | null>((resolve, reject) => {
      void limiter.begin(() => speak(row).then(resolve, reject))
    })

  return {
    async speakInstead(row, failure) {
      // Where the own voice's take is there, that is heard: only its renewal has failed.
      if (row.isFallback || row.take || !ownFailures.includes(failure.code)) return null
      // A source that is down says nothing of this segment.
      if (failure.retry !== 'never' && (await isDown(parts, row.voice))) return null
      const project = await context.projects.read(projectId)
      const failed = { ...row.segment, fallbackOf: row.recipeKey }
      const [other] = await resolver.resolve(project, [failed])
      if (!other?.isFallback) return null
      const spoken = await inTurn(other)
      // Before anybody looks at the row again: only this makes it want the other voice's take.
      if (spoken) await context.projects.setFallbackOf(projectId, row.segment.id, row.recipeKey)
      return spoken
    },
    speakAgain: inTurn,
    whenFree: () => limiter.whenFree(),
  }
}

async function isDown({ voices, dispatchers }: StudioParts, id: VoiceId): Promise<boolean> {
  const { provider } = await voices.find(id)
  return provider.capabilities.kind === 'server' && (await dispatchers.of(provider)).isDown
}

/** The project as it would be if no other voice were allowed: every row wants its own. */
export const withoutFallback = <T extends { fallbackVoice: VoiceId | null }>(project: T): T => ({
  ...project,
  fallbackVoice: null,
})
