// Keys of takes: what was asked for decides, so asking again is looking it up.
import type { RecipeKey, SpokenPart, TakeId, VoiceId } from '../../contract/index.ts'
import { digestJson } from '../base/digest.ts'
import { invariant } from '../base/invariant.ts'

/** Raised when the same wish must no longer find the takes made from it before. */
export const recipeVersion = 1

/** All that decides how a segment sounds. */
export type Recipe = {
  spoken: readonly SpokenPart[]
  voice: VoiceId
  /** Stable name and version of what makes the sound, never an address. */
  endpointId: string
  /** Factor on the voice's own pace. */
  rate: number
  /** How it should be spoken, where a voice understands that. */
  style?: string
}

/** Key of a recipe. Equal wishes give equal keys on every machine. */
export function recipeKey(recipe: Recipe): RecipeKey {
  const { spoken, voice, endpointId, rate, style } = recipe
  return digestJson({
    version: recipeVersion,
    spoken,
    voice,
    endpointId,
    rate,
    ...(style === undefined ? {} : { style }),
  })
}

/** Id of the take that is the `rendition`-th answer (from 1) to a recipe. */
export function takeId(key: RecipeKey, rendition: number): TakeId {
  invariant(Number.isInteger(rendition) && rendition >= 1, 'renditions count from 1')
  return `${key}.${rendition}`
}

/** Recipe and rendition behind a take; null for a recording, which has none. */
export function recipeOfTake(id: TakeId): { recipeKey: RecipeKey; rendition: number } | null {
  const match = /^([0-9a-f]{64})\.([1-9][0-9]*)$/.exec(id)
  return match ? { recipeKey: match[1] as string, rendition: Number(match[2]) } : null
}
