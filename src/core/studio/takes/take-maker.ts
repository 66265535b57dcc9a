// Has a segment spoken, checked and kept. The lane is free when the sound has arrived, not when it is kept.
import type { SpokenPart, Take, TakeFlag, Voice } from '../../../contract/index.ts'
import { fail, failureOf, FailureError } from '../../base/failure-error.ts'
import { createLimiter, type Limiter } from '../../base/limiter.ts'
import type { SoundPart } from '../../ports/codecs.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import type { VoiceProvider } from '../../ports/speech.ts'
import type { PreparedTake } from '../../ports/takes.ts'
import { recipeKey, takeId } from '../../speech/recipe.ts'
import type { Meter } from '../watch/meter.ts'
import { charactersOf, halves } from './speaking-parts.ts'
import type { StudioContext } from '../studio-context.ts'
import type { TakeChecks } from './take-checks.ts'
import { answerName, type Asking, type VoiceAsking } from './voice-asking.ts'

/** How often a voice is asked again for a take that its check found bad. */
const retakes = 2
/** Takes that may wait to be checked and kept, for each lane: all lanes may be answered at once. */
const keptForEachLane = 2

export type TakeOrder = {
  projectId: string
  segment: Pick<StoredSegment, 'id'>
  /** What is asked of the voice, as the recipe has it. */
  spoken: readonly SpokenPart[]
  /** Factor on the voice's own pace. */
  rate: number
  /** How it should be spoken, where the voice understands that. */
  style?: string
  /** BCP 47 tag of the text. */
  language: string
  recipeKey: string
  rendition: number
  voice: Voice
  provider: VoiceProvider
  /** Of the voice, as the recipe has it. */
  endpointId: string
} & Partial<Pick<Asking, 'urgent' | 'haste' | 'onAnswered' | 'onTrouble' | 'onWaiting'>>

export type TakeMaker = {
  /**
   * `arrived` settles when the lane may go on (the store queue had room), `kept` when the take is
   * stored. Both fail together. Equal orders in flight are one. `kept` must be awaited.
   */
  make(order: TakeOrder, signal: AbortSignal): { arrived: Promise<void>; kept: Promise<Take> }
  /** The take of a text that belongs to no project, such as a voice's passage; spoken where it is not there. */
  passage(order: Passage, signal: AbortSignal): Promise<Take>
}
export type Passage = Pick<TakeOrder, 'spoken' | 'language' | 'voice' | 'provider' | 'endpointId'>
type Making = ReturnType<TakeMaker['make']>
type Wish = Omit<TakeOrder, 'projectId' | 'segment'>
type Checked = { made: PreparedTake; flags: TakeFlag[] }

export function createTakeMaker(
  context: Pick<StudioContext, 'takes' | 'codecs' | 'answered' | 'sharedTakes' | 'log' | 'options'>,
  meter: Meter,
  asking: VoiceAsking,
  checks: TakeChecks,
): TakeMaker {
  const { takes, codecs, answered, sharedTakes, log, options } = context
  // Bounded, so that a slow disk slows the voices instead of filling the spool.
  const keeping: Limiter = createLimiter(options.workers * 2 + 2, (error) =>
    log.error('keeping a take went wrong', { error: String(error) }),
  )
  /** A server answers faster than sound is checked, for a moment: no lane of it stands still for that. */
  const makeRoom = (provider: VoiceProvider) => {
    const { capabilities, endpoints } = provider
    const lanes = endpoints.reduce(
      (sum, endpoint) => sum + (provider.lanesOf?.(endpoint) ?? capabilities.lanes.max),
      0,
    )
    keeping.lanes = Math.max(keeping.lanes, lanes * keptForEachLane)
  }
  const inFlight = new Map<string, Making>()

  const ask = (
    order: Wish,
    spoken: readonly SpokenPart[],
    how: Pick<Asking, 'signal' | 'again' | 'keepFor'>,
  ) => asking.ask(spoken, { ...order, urgent: order.urgent ?? false, ...how })

  const check = async (
    order: Wish,
    sounds: SoundPart[],
    isAgain: boolean,
    signal: AbortSignal,
  ): Promise<Checked> => {
    const [only] = sounds
    const checked = sounds.length === 1 && only && 'file' in only ? only.prepared : undefined
    const made = checked ?? (await codecs.prepare(sounds, signal))
    const about = { ...order, voice: order.voice.id }
    return { made, flags: await checks.judge(about, made, isAgain) }
  }
  /** The better of the two; the other's sound is given back. */
  const better = async (one: Checked | null, other: Checked): Promise<Checked> => {
    if (!one) return other
    const [keep, leave] = weight(other) < weight(one) ? [other, one] : [one, other]
    await codecs.discard([{ file: leave.made.file }])
    return keep
  }

  /**
   * What came back is asked for again while it is bad, at last in halves; then the best is kept, with
   * its flags. A voice that answers the same each time is not asked again.
   */
  const settle = async (order: Wish, first: SoundPart[], signal: AbortSignal): Promise<Checked> => {
    let best = null as Checked | null
    let trouble: unknown
    let isAgain = false
    const consider = async (sounds: () => Promise<SoundPart[]> | SoundPart[]) => {
      try {
        best = await better(best, await check(order, await sounds(), isAgain, signal))
      } catch (error) {
        // No sound at all is as bad as can be; everything else ends the segment, unless there is one.
        if (!isSoundless(error) && !best) throw error
        trouble = error
      }
      return best !== null && !isBad(best)
    }
    const isFine = await consider(() => first)
    isAgain = true
    if (isFine || order.provider.capabilities.deterministic) return orThrow(best, trouble)
    for (let again = 0; again < retakes; again++) {
      if (signal.aborted) {
        if (best) await codecs.discard([{ file: best.made.file }])
        throw fail('cancelled')
      }
      if (await consider(() => ask(order, order.spoken, { signal, again: again + 1 })))
        return orThrow(best, trouble)
    }
    const parts = halves(order.spoken)
    if (parts)
      await consider(async () => {
        const sounds: SoundPart[] = []
        try {
          for (const part of parts)
            sounds.push(...(await ask(order, part, { signal, again: retakes + 1 })))
          return sounds
        } catch (error) {
          await codecs.discard(sounds)
          throw error
        }
      })
    return orThrow(best, trouble)
  }

  const start = (order: Wish, usedBy: UsedBy, signal: AbortSignal) => {
    makeRoom(order.provider)
    const id = takeId(order.recipeKey, order.rendition)
    // What this machine speaks by itself at no cost is made sooner than it is fetched.
    const isShared = order.provider.capabilities.kind !== 'embedded'
    let isOurs = true
    const sounds = (async () => {
      const found = isShared ? await sharedTakes.find(id, signal) : null
      if (!found) return ask(order, order.spoken, { signal, keepFor: id })
      isOurs = false
      return [found]
    })()
    const { promise: kept, resolve, reject } = Promise.withResolvers<Take>()
    // Whoever gives up on `arrived` first must not leave this one unheard: that would end the process.
    kept.catch(() => {})
    const keepOnce = async (spoken: SoundPart[]): Promise<Take> => {
      const { made, flags } = await settle(order, spoken, signal)
      const take = toTake(order, made, flags)
      await takes.keep(take, made, usedBy).catch(async (error: unknown) => {
        // On a disk that is full it would only take more of it, until the next start.
        await codecs.discard([{ file: made.file }])
        throw error
      })
      return take
    }
    const keep = async () => {
      try {
        const take = await keepOnce(await sounds).catch(async (error: unknown) => {
          // What others share may be no sound at all.
          if (isOurs && failureOf(error).code !== 'take-damaged') throw error
          isOurs = true
          log.warn('a sound was damaged before it was kept, and is asked for again', { take: id })
          return keepOnce(await ask(order, order.spoken, { signal, again: 1 }))
        })
        for (const part of (await sounds).keys()) void answered.forget(answerName(id, part))
        // A voice's calibration passage is no segment of any book.
        if (usedBy) meter.kept(charactersOf(order.spoken), take.samples / take.sampleRate)
        if (take.flags.length > 0) meter.flagged()
        if (isShared && isOurs && !isBad(take))
          sharedTakes.offer(id, async () => (await takes.whole(id))?.flac ?? null)
        resolve(take)
      } catch (error) {
        reject(named(error, order.voice))
      }
    }
    const arrived = sounds.then(() => keeping.begin(keep))
    arrived.catch((error: unknown) => reject(named(error, order.voice)))
    return { arrived, kept }
  }

  /** By the same sound; when whoever asked for it gives up, and nobody has given up this one, it is asked for anew. */
  const join = (other: Making, order: TakeOrder, signal: AbortSignal): Making => {
    let own: Making | undefined
    const ownInstead = async (error: unknown): Promise<Making> => {
      if (signal.aborted || failureOf(error).code !== 'cancelled') throw error
      // Until then it is the one that everybody joins.
      await other.kept.catch(() => {})
      return (own ??= make(order, signal))
    }
    const arrived = other.arrived.catch(async (error: unknown) => (await ownInstead(error)).arrived)
    const kept = other.kept.then(
      async (take) => {
        await takes.refer(order.projectId, [{ segmentId: order.segment.id, takeId: take.id }])
        return take
      },
      async (error: unknown) => (await ownInstead(error)).kept,
    )
    // As above: whoever sees that it did not arrive does not wait for it to be kept.
    kept.catch(() => {})
    return { arrived, kept }
  }

  const make = (order: TakeOrder, signal: AbortSignal): Making => {
    const id = takeId(order.recipeKey, order.rendition)
    const usedBy = { projectId: order.projectId, segmentId: order.segment.id }
    const other = inFlight.get(id)
    if (other) return join(other, order, signal)
    const making = start(order, usedBy, signal)
    inFlight.set(id, making)
    const forget = () => void inFlight.delete(id)
    making.kept.then(forget, forget)
    return making
  }

  return {
    make,
    async passage(wanted, signal) {
      const { spoken, voice, endpointId } = wanted
      const key = recipeKey({ spoken, voice: voice.id, endpointId, rate: 1 })
      const id = takeId(key, 1)
      const found = (await takes.find([id])).get(id)
      if (found) return found
      const order = { ...wanted, rate: 1, recipeKey: key, rendition: 1, urgent: true }
      const { arrived, kept } = start(order, null, signal)
      await arrived
      return kept
    },
  }
}
type UsedBy = { projectId: string; segmentId: string } | null

const isBad = ({ flags }: Pick<Checked, 'flags'>): boolean =>
  flags.some(({ severity }) => severity === 'bad')

/** A bad flag counts more than any number of small ones. */
const weight = ({ flags }: Checked): number =>
  flags.reduce((sum, { severity }) => sum + (severity === 'bad' ? 100 : 1), 0)

const isSoundless = (error: unknown): boolean =>
  error instanceof FailureError &&
  (error.failure.code === 'voice-failed' || error.failure.code === 'sound-refused')

function orThrow(best: Checked | null, trouble: unknown): Checked {
  if (best) return best
  throw trouble
}

function toTake(order: Wish, made: PreparedTake, flags: TakeFlag[]): Take {
  return {
    id: takeId(order.recipeKey, order.rendition),
    recipeKey: order.recipeKey,
    rendition: order.rendition,
    voice: order.voice.id,
    sampleRate: made.sampleRate,
    samples: made.samples,
    audioDigest: made.audioDigest,
    analysis: made.analysis,
    flags,
  }
}

/** Codecs know no voices: what they refuse is this voice's doing. */
function named(error: unknown, voice: Voice): unknown {
  if (!(error instanceof FailureError)) return error
  const { code, params, detail } = error.failure
  if (code !== 'voice-failed' && !(code === 'sound-refused' && params['voice'] === '')) return error
  return fail(code, { ...params, voice: voice.name }, detail)
}
