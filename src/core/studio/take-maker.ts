// Has a segment spoken, checked and kept. The lane is free when the sound has arrived, not when it is kept.
import type { SpokenPart, Take, Voice } from '../../contract/index.ts'
import { fail, FailureError } from '../base/failure-error.ts'
import { createLimiter, type Limiter } from '../base/limiter.ts'
import type { StoredSegment } from '../ports/projects.ts'
import type { VoiceProvider } from '../ports/speech.ts'
import type { PreparedTake } from '../ports/takes.ts'
import { takeId } from '../speech/recipe.ts'
import type { Meter } from './meter.ts'
import { ownRate } from './resolver.ts'
import type { StudioContext } from './studio-context.ts'

/** Tries at one segment before it counts as failed. */
const tries = 3

export type TakeOrder = {
  projectId: string
  segment: Pick<StoredSegment, 'id'>
  /** What is asked of the voice, as the recipe has it. */
  spoken: readonly SpokenPart[]
  recipeKey: string
  rendition: number
  voice: Voice
  provider: VoiceProvider
}

export type TakeMaker = {
  /**
   * `arrived` settles when the lane may go on (the store queue had room), `kept` when the take is
   * stored. Both fail together. Equal orders in flight are one. `kept` must be awaited.
   */
  make(order: TakeOrder, signal: AbortSignal): { arrived: Promise<void>; kept: Promise<Take> }
  /** Sound of a text that belongs to no project, such as a voice's preview. */
  speakOnce(order: Wish, signal: AbortSignal): Promise<Take>
}
type Wish = Omit<TakeOrder, 'projectId' | 'segment'>

export function createTakeMaker(
  context: Pick<StudioContext, 'takes' | 'codecs' | 'log' | 'options'>,
  meter: Meter,
): TakeMaker {
  const { takes, codecs, log, options } = context
  // Bounded, so that a slow disk slows the voices instead of filling the spool.
  const keeping: Limiter = createLimiter(options.workers * 2 + 2, (error) =>
    log.error('keeping a take went wrong', { error: String(error) }),
  )
  const inFlight = new Map<string, { arrived: Promise<void>; kept: Promise<Take> }>()

  const speak = async (order: Wish, signal: AbortSignal) => {
    const { voice, provider, spoken } = order
    for (let attempt = 1; ; attempt++) {
      const over = meter.laneBusy()
      try {
        const sound = await provider.speak({ voice, spoken, rate: ownRate }, signal)
        over('arrived')
        return sound
      } catch (error) {
        over('failed')
        const again = error instanceof FailureError && error.failure.retry === 'now'
        if (!again || attempt >= tries) throw error
        meter.retried()
      }
    }
  }

  const toTake = (
    order: Pick<TakeOrder, 'recipeKey' | 'rendition' | 'voice'>,
    made: PreparedTake,
  ): Take => ({
    id: takeId(order.recipeKey, order.rendition),
    recipeKey: order.recipeKey,
    rendition: order.rendition,
    voice: order.voice.id,
    sampleRate: made.sampleRate,
    samples: made.samples,
    audioDigest: made.audioDigest,
    analysis: made.analysis,
  })

  const start = (order: Wish, usedBy: UsedBy, signal: AbortSignal) => {
    const sound = speak(order, signal)
    let resolveKept: (take: Take) => void
    let rejectKept: (error: unknown) => void
    const kept = new Promise<Take>((resolve, reject) => {
      resolveKept = resolve
      rejectKept = reject
    })
    // Whoever gives up on `arrived` first must not leave this one unheard: that would end the process.
    kept.catch(() => {})
    const keep = async () => {
      try {
        const made = await codecs.prepare(await sound, signal)
        const take = toTake(order, made)
        await takes.keep(take, made, usedBy)
        const characters = order.spoken.reduce(
          (sum, part) => sum + ('text' in part ? part.text.length : 0),
          0,
        )
        // A voice's calibration passage is no segment of any book.
        if (usedBy) meter.kept(characters, take.samples / take.sampleRate)
        resolveKept(take)
      } catch (error) {
        rejectKept(named(error, order.voice))
      }
    }
    const arrived = sound.then(() => keeping.begin(keep))
    arrived.catch((error: unknown) => rejectKept(error))
    return { arrived, kept }
  }

  return {
    make(order, signal) {
      const id = takeId(order.recipeKey, order.rendition)
      const usedBy = { projectId: order.projectId, segmentId: order.segment.id }
      const other = inFlight.get(id)
      if (other) {
        const referred = other.kept.then(async (take) => {
          await takes.refer(order.projectId, [{ segmentId: order.segment.id, takeId: take.id }])
          return take
        })
        return { arrived: other.arrived, kept: referred }
      }
      const making = start(order, usedBy, signal)
      inFlight.set(id, making)
      const forget = () => void inFlight.delete(id)
      making.kept.then(forget, forget)
      return making
    },
    async speakOnce(order, signal) {
      const { arrived, kept } = start(order, null, signal)
      await arrived
      return kept
    },
  }
}
type UsedBy = { projectId: string; segmentId: string } | null

/** Codecs know no voices: what they refuse is this voice's doing. */
function named(error: unknown, voice: Voice): unknown {
  if (!(error instanceof FailureError) || error.failure.code !== 'voice-failed') return error
  return fail('voice-failed', { voice: voice.name }, error.failure.detail)
}
