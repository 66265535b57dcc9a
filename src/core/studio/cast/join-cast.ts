// Newcomers to a cast: each gets the next colour, and as yet no voice of its own.
import { castColours, longest, mostCharacters, type Character } from '../../../contract/index.ts'
import { memberOf } from './member-of.ts'

/** As far as there is room, those that come first: a line is given to nobody who is not in the cast. */
export function joinCast(
  cast: readonly Character[],
  newcomers: readonly Pick<Character, 'id' | 'name'>[],
): Character[] {
  const joined = [...cast]
  for (const { id, name } of newcomers) {
    if (memberOf(joined, id) || joined.length >= mostCharacters) continue
    const colour = joined.length % castColours
    joined.push({ id, name: name.slice(0, longest.name), voice: null, colour })
  }
  return joined
}
