// Voices for the characters of a book that have none: which are at hand, and who is whom.
import type { CharacterDescription, Project, VoiceId } from '../../../contract/index.ts'
import type { NamedCharacter } from '../../cast/characters.ts'
import { fittingVoices } from '../../cast/fitting-voices.ts'
import type { StudioParts } from '../studio-parts.ts'

/**
 * `known`: whom the book's own words tell of, those who say most first; they tell who is a woman, and where they do not,
 * what was taken up about a character does.
 */
export async function voicesFor(
  { voices }: Pick<StudioParts, 'voices'>,
  { cast, voice: narrator, language }: Project,
  known: readonly NamedCharacter[],
): Promise<ReadonlyMap<string, VoiceId>> {
  const list = await voices.list()
  const own = voices.providerOf(narrator)
  const free = new Set(list.sources.filter(({ paid }) => !paid).map(({ name }) => name))
  const ofOwn = list.voices.filter(({ provider }) => provider === own?.name)
  // As good as the narrator's, and at no cost.
  const others = list.voices.filter(
    ({ provider, kind }) =>
      provider !== own?.name && kind === own?.capabilities.kind && free.has(provider),
  )
  const place = new Map(known.map(({ id }, index) => [id, index]))
  const uncast = cast
    .filter((each) => each.voice === null)
    .toSorted((a, b) => (place.get(a.id) ?? known.length) - (place.get(b.id) ?? known.length))
    .map(({ id, description }) => ({
      id,
      gender: known[place.get(id) ?? -1]?.gender ?? described(description?.gender),
    }))
  const taken = cast.flatMap(({ voice }) => voice ?? [])
  return fittingVoices(uncast, [...ofOwn, ...others], { language, narrator, taken })
}

const described = (gender: CharacterDescription['gender'] = 'unknown'): 'she' | 'he' | null =>
  gender === 'unknown' ? null : gender
