// What is usual for each voice, and what seems to be wrong with a take that came back.
import type { SpokenPart, TakeFlag, VoiceId } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { PreparedTake } from '../../ports/takes.ts'
import { judgeTake } from '../../speech/judge-take.ts'
import { learn, readHabits, type VoiceHabits } from '../../speech/voice-habits.ts'
import type { StudioContext } from '../studio-context.ts'

/** What a voice has taught is written down after so many takes. */
const rememberEvery = 50

export type TakeToCheck = {
  voice: VoiceId
  /** Of the voice, as in recipes: another engine is another voice. */
  endpointId: string
  /** Factor on its own pace: at another one it has other habits. */
  rate: number
  style?: string
  spoken: readonly SpokenPart[]
  /** BCP 47 tag of the text. */
  language: string
}

export type TakeChecks = {
  /**
   * Flags of a take, the worst first; the voice is learned from it. `isAgain`: it was asked for because one
   * like it was bad, and so a bad one is no further sign that the voice has changed.
   */
  judge(take: TakeToCheck, made: PreparedTake, isAgain: boolean): Promise<TakeFlag[]>
  /** Writes down what was learned. */
  remember(): Promise<void>
}

export function createTakeChecks(context: Pick<StudioContext, 'projects' | 'log'>): TakeChecks {
  const { projects, log } = context
  const known = new Map<string, Promise<{ habits: VoiceHabits; unwritten: number }>>()

  const factOf = ({ voice, endpointId, rate, style }: TakeToCheck) =>
    `voice-habits/${endpointId}/${voice}${rate === 1 ? '' : `/${rate}`}${style === undefined ? '' : '/styled'}`
  const read = (fact: string) => {
    const found =
      known.get(fact) ??
      projects.recall(fact).then((json) => ({ habits: readHabits(json), unwritten: 0 }))
    known.set(fact, found)
    return found
  }
  const write = async (fact: string) => {
    const entry = await read(fact)
    if (entry.unwritten === 0) return
    entry.unwritten = 0
    await projects.remember(fact, JSON.stringify(entry.habits))
  }

  return {
    async judge(take, made, isAgain) {
      const { signs } = made.analysis
      if (!signs) return []
      const fact = factOf(take)
      const entry = await read(fact)
      const { spoken, language } = take
      const { sampleRate } = made
      const { flags, habit } = judgeTake({ spoken, language, sampleRate, signs }, entry.habits)
      if (isAgain && flags.some(({ severity }) => severity === 'bad')) return flags
      entry.habits = learn(entry.habits, habit, flags)
      entry.unwritten += 1
      if (entry.unwritten % rememberEvery === 0)
        write(fact).catch((error: unknown) =>
          log.debug('what a voice taught was not written', failureOf(error)),
        )
      return flags
    },
    async remember() {
      for (const fact of known.keys()) await write(fact)
    },
  }
}
