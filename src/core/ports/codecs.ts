// Decoding, rendering, encoding, finished files.
import type { CacheKindStats, Group, Stretch } from '../../contract/index.ts'
import type { Picture, Thumbnail } from './projects.ts'
import type { SpokenSound } from './speech.ts'
import type { PreparedTake } from './takes.ts'

/** A segment's sound as it came: usually one file, else what is to be joined in this order. */
export type SoundPart = Pick<SpokenSound, 'file'> | { pauseMs: number }

/**
 * One mastered group in a codec's packets, kept under its key until it is exported. `start`: where in its
 * file the `bytes` of packets begin.
 */
export type EncodedGroup = { key: string; samples: number; start: number; bytes: number }

/** How groups are encoded, at the rate they are planned at; part of the key of the packets. */
export type Encoding = { codec: 'aac'; bitRate: number } | { codec: 'pcm' }

export type ExportChapter = { title: string; groups: EncodedGroup[]; samples: number }

export type ExportRequest = {
  /** Absolute path of the finished file; written beside it, synced, renamed. */
  target: string
  format: 'm4b' | 'wav'
  encoding: Encoding
  chapters: ExportChapter[]
  tags: { title: string; authors: string[]; language: string; narrator: string }
  cover: Picture | null
}

/** What a picture is made to fit into, and above how many pixels it is not even looked at. */
export type PictureLimits = { width: number; height: number; maxPixels: number }

/** Decoding, measuring, rendering, encoding: in child processes that read takes for themselves. */
export type Codecs = {
  /**
   * Decodes whatever a voice answered, joins the parts, measures the whole, makes FLAC; the parts are
   * gone afterwards. Fails with `voice-failed` on no sound.
   */
  prepare(sounds: readonly SoundPart[], signal: AbortSignal): Promise<PreparedTake>
  /** Frees sound that is not needed after all. */
  discard(sounds: readonly SoundPart[]): Promise<void>
  /** Renders and encodes a group, or finds it by its key. Fails with `take-damaged` (params: takeId). */
  encodeGroup(group: Group, encoding: Encoding, signal: AbortSignal): Promise<EncodedGroup>
  /** Renders as FLAC in fragmented MP4, or finds it by its key; answers with the file's name in the store. */
  renderPreview(stretch: Stretch, signal: AbortSignal): Promise<string>
  /** Copies packets into the finished file. Fails with `disk-full`, `target-missing`, `folder-not-writable`. */
  writeFile(
    request: ExportRequest,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<{ bytes: number; durationSeconds: number }>
  /**
   * Makes a picture small. Null for one that fits already, is of a kind that cannot be decoded, is damaged
   * or has too many pixels. Fails with `codec-failed`.
   */
  shrinkPicture(
    picture: Picture,
    limits: PictureLimits,
    signal: AbortSignal,
  ): Promise<Thumbnail | null>
  /** The file that `renderPreview` made under this key, while it is there. */
  findPreview(key: string): Promise<string | null>
  stats(): Promise<CacheKindStats[]>
  /** Drops what was not asked for during `ttlSeconds`, then by least recent use down to `maxBytes`. */
  sweep(limits: { ttlSeconds: number; maxBytes: number }): Promise<{ freedBytes: number }>
  clear(): Promise<{ freedBytes: number }>
}
