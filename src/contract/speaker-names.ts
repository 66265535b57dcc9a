// The speakers of a script as a person writes them: `Anna, Ben`.
import { WriteRequest } from './write.ts'

/** Null where they are not one to four different names. */
export function readSpeakers(text: string): string[] | null {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return WriteRequest.shape.speakers.safeParse(names).data ?? null
}
