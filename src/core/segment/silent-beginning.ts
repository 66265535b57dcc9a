// A text that was edited keeps what it begins with unspoken, if that is still there: the name of who speaks.
import type { Reading, Segment } from '../../contract/index.ts'

/** The reading of the edited text; empty where the text was spoken from its first word. */
export function silentBeginning(
  { text, map }: Pick<Segment, 'text' | 'map'>,
  edited: string,
): Reading[] {
  const [first] = map
  const name = text.slice(0, first?.[1] ?? 0).trimEnd()
  return /[\p{L}\p{N}]/u.test(name) && edited.startsWith(name)
    ? [{ at: 0, length: name.length, say: '' }]
    : []
}
