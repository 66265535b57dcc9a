// Asks a voice for a text through its source's schedule: part by part where it must be.
import type { Failure, SpokenPart, Voice } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { SoundPart } from '../../ports/codecs.ts'
import type { Haste, VoiceProvider } from '../../ports/speech.ts'
import type { Dispatchers } from '../narration/dispatchers.ts'
import type { Meter } from '../watch/meter.ts'
import { charactersOf, speakingParts } from './speaking-parts.ts'
import type { StudioContext } from '../studio-context.ts'

export type Asking = {
  voice: Voice
  provider: VoiceProvider
  /** Factor on the voice's own pace. */
  rate: number
  /** How it should be spoken, where the voice understands that. */
  style?: string
  signal: AbortSignal
  /** Somebody waits to hear it: goes before all others. */
  urgent: boolean
  /** Of the voice, as the recipe has it. */
  endpointId?: string
  /** Which answer to this wish is to come, from 1. */
  rendition: number
  /** How often what came back before was not good enough; absent: this is the first time. */
  again?: number
  /** How soon somebody wants it, as it is when it is read; absent: by `urgent` alone. */
  haste?: (() => Haste) | undefined
  /** A server's answers are put aside for this take until it is kept: a crash costs nobody twice. */
  keepFor?: string
  /** Told of every request that was answered, with what it may have cost. */
  onAnswered?: ((characters: number) => void) | undefined
  /** Told of every request that failed, also where it is made again. */
  onTrouble?: ((failure: Failure) => void) | undefined
  /** Told whenever it begins or ends to wait for a server. */
  onWaiting?: (() => void) | undefined
}

export type VoiceAsking = {
  /** Fails as the provider does, once the schedule has given up. */
  ask(spoken: readonly SpokenPart[], asking: Asking): Promise<SoundPart[]>
}

/** Under which name one part of a take's sound is put aside. */
export const answerName = (takeId: string, part: number): string => `${takeId}-${part}`

export function createVoiceAsking(
  dispatchers: Dispatchers,
  meter: Meter,
  { answered, codecs, measures }: Pick<StudioContext, 'answered' | 'codecs' | 'measures'>,
): VoiceAsking {
  const askOne = async (spoken: readonly SpokenPart[], asking: Asking) => {
    const {
      voice,
      provider,
      rate,
      style,
      urgent,
      rendition,
      again = 0,
      haste = () => 'rest',
      onAnswered,
      onTrouble,
      onWaiting,
    } = asking
    const dispatcher = await dispatchers.of(provider)
    const characters = charactersOf(spoken)
    const answer = again === 0 ? String(rendition) : `${rendition}.${again}`
    let attempts = 0
    return dispatcher.run(
      { characters },
      async (endpoint, signal) => {
        meter.requested(++attempts > 1 || again > 0)
        const over = meter.laneBusy()
        try {
          const sound = await measures.around('speak', provider.name, () =>
            provider.speak(
              {
                ...{ voice, spoken, rate, endpoint, answer },
                ...(style !== undefined && { style }),
                ...(asking.endpointId !== undefined && { endpointId: asking.endpointId }),
                haste: () => (urgent ? 'now' : haste()),
              },
              signal,
            ),
          )
          over('arrived')
          onAnswered?.(characters)
          return { value: sound, ...(sound.limits ? { limits: sound.limits } : {}) }
        } catch (error) {
          over('failed')
          onTrouble?.(failureOf(error))
          throw error
        }
      },
      { signal: asking.signal, urgent, ...(onWaiting ? { onWaiting } : {}) },
    )
  }

  const askOnce = async (spoken: readonly SpokenPart[], asking: Asking, part: number) => {
    const { keepFor, provider } = asking
    if (keepFor === undefined || provider.capabilities.kind !== 'server')
      return askOne(spoken, asking)
    const name = answerName(keepFor, part)
    const left = await answered.find(name)
    const sound = left === null ? await askOne(spoken, asking) : { file: left }
    // Before the lane is free for the next one: what is paid for twice is never more than the lanes.
    await answered.keep(name, sound.file)
    return sound
  }

  return {
    async ask(spoken, asking) {
      const sounds: SoundPart[] = []
      try {
        for (const [index, part] of speakingParts(spoken, asking.provider.capabilities).entries())
          sounds.push('pauseMs' in part ? part : await askOnce(part.spoken, asking, index))
        return sounds
      } catch (error) {
        await codecs.discard(sounds)
        throw error
      }
    },
  }
}
