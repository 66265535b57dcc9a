// Where what is heard or shown of a book is fetched; what an address means is read in core/studio/media.ts.
import { addresses } from './studio-client.ts'

const below = (...words: readonly string[]): string =>
  addresses.media + words.map(encodeURIComponent).join('/')

type OfSegment = { chapterId: string; segmentId: string; key: string }

/** Where a key stands it names the sound or picture itself, so what stands at the address never changes. */
export const mediaAddresses = {
  segment: (projectId: string, { chapterId, segmentId, key }: OfSegment) =>
    below('segment', projectId, chapterId, segmentId, `${key}.mp4`),
  /** A stretch that was rendered for whoever gets this address. */
  preview: (key: string) => below('preview', `${key}.mp4`),
  chapter: (projectId: string, chapterId: string) =>
    below('chapter', projectId, `${chapterId}.wav`),
  voice: (voiceId: string, key: string) => below('voice', voiceId, `${key}.mp4`),
  /** Of the library of sounds. */
  sound: (id: string) => below('sound', `${id}.wav`),
  /** Null: the picture that came with the book. */
  cover: (projectId: string, key: string | null) =>
    key === null ? below('cover', projectId) : below('cover', projectId, key),
  /** A finished file that is offered as a download. */
  export: (ticket: string) => below('export', ticket),
}
