// A text that was edited keeps what it begins with unspoken, if that is still there: the name of who speaks.
import type { Reading, Segment } from '../../contract/index.ts'

/** What a row shows at its beginning and does not say; empty where it is spoken from its first word. */
export function silentName({ text, map }: Pick<Segment, 'text' | 'map'>): string {
  const name = text.slice(0, map[0]?.[1] ?? 0).trimEnd()
  return /[\p{L}\p{N}]/u.test(name) ? name : ''
}

/** The reading of the edited text; empty where the text was spoken from its first word. */
export function silentBeginning(row: Pick<Segment, 'text' | 'map'>, edited: string): Reading[] {
  const name = silentName(row)
  return name !== '' && edited.startsWith(name) ? [{ at: 0, length: name.length, say: '' }] : []
}
