// Which profile a request gets, how often it has met it, and the pace that all of its requests share.
import { behaviours, type Behaviour } from './behaviours.ts'
import type { ControlOptions, SpeechServerOptions } from './options.ts'
import { fixedLatency, type Pace } from './pace.ts'
import { isProfileName, type ProfileName } from './profiles.ts'
import { textDigest } from './request-log.ts'

export type Chosen = { profile: ProfileName; behaviour: Behaviour; pace: Pace }

/** Above this many texts the counts of tries begin anew, so that nothing grows for ever. */
const maxCounted = 100_000

export function createProfileDesk(start: SpeechServerOptions) {
  let controlled: ProfileName | null = null
  let options: ControlOptions = start
  const tries = new Map<string, number>()
  const paces = new Map<ProfileName, Pace>()

  const set = (profile: ProfileName | null, changed: ControlOptions) => {
    controlled = profile
    options = { ...start, ...changed }
    tries.clear()
    paces.clear()
  }

  const paceOf = (profile: ProfileName): Pace => {
    const { pace = fixedLatency(0) } = behaviours[profile]
    const made = paces.get(profile) ?? pace({ ...options, timeScale: start.timeScale ?? 1 })
    paces.set(profile, made)
    return made
  }

  /** Whether this try of the text still meets the profile; counts it. */
  const meets = (profile: ProfileName, text: string): boolean => {
    const { times = behaviours[profile].times ?? null } = options
    if (times === null) return true
    const key = `${profile} ${textDigest(text)}`
    const tried = (tries.get(key) ?? 0) + 1
    if (tries.size >= maxCounted) tries.clear()
    tries.set(key, tried)
    return tried <= times
  }

  return {
    set,
    reset: () => set(null, {}),
    get options() {
      return options
    },
    /** By the request's header, else by `control`, else by the model's name, else as started. */
    choose(asked: { header: string | undefined; model: string; text: string }): Chosen {
      const wished =
        [asked.header, controlled, asked.model].find(isProfileName) ?? start.profile ?? 'normal'
      const profile = meets(wished, asked.text) ? wished : 'normal'
      return { profile, behaviour: behaviours[profile], pace: paceOf(profile) }
    },
  }
}
