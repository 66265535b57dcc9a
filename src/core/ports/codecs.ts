// Decoding, rendering, encoding, finished files.
import type {
  BookTags,
  CacheKindStats,
  ExportFormat,
  Group,
  SoundMeasure,
  Stretch,
} from '../../contract/index.ts'
import type { Picture, Thumbnail } from './projects.ts'
import type { SpokenSound } from './speech.ts'
import type { PreparedSound } from './sound-library.ts'
import type { PreparedTake, SaidOfTake, SpoolFile } from './takes.ts'

/** A segment's sound as it came: usually one file, else what is to be joined in this order. */
export type SoundPart = Pick<SpokenSound, 'file' | 'prepared'> | { pauseMs: number }

/**
 * A group in a codec's packets, or a whole chapter where groups cannot be joined; kept under its key until
 * it is exported.
 */
export type EncodedPiece = {
  key: string
  /** Length of its sound, and what it takes in a finished file: more where packets follow one another whole. */
  samples: number
  fileSamples: number
  /** Where in its file the `bytes` of packets begin. */
  start: number
  bytes: number
}

/** How sound is encoded, at the rate it is planned at; part of the key of the packets. */
export type Encoding =
  | { codec: 'aac'; bitRate: number }
  /** `quality` (0 to 9, the best first) instead of a rate makes the rate vary. */
  | { codec: 'mp3'; bitRate: number }
  | { codec: 'mp3'; quality: number }
  | { codec: 'opus'; bitRate: number }
  | { codec: 'flac' }
  | { codec: 'pcm' }

export type ExportChapter = { title: string; pieces: EncodedPiece[] }

/** Where the book is several files: which one this is, from 1, and what it is called. */
export type FileTags = BookTags & {
  part?: { number: number; of: number; title: string } | undefined
}

export type ExportRequest = {
  /** Absolute path of the finished file; written beside it, synced, renamed. */
  target: string
  format: ExportFormat
  encoding: Encoding
  chapters: ExportChapter[]
  tags: FileTags
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
  /**
   * Looks at FLAC in the spool that was made and measured elsewhere; the file is the take's, where it is one. Null
   * for what is none of ours, or another sound than was said; then the file is the caller's to remove.
   */
  check(file: SpoolFile, said: SaidOfTake, signal: AbortSignal): Promise<PreparedTake | null>
  /**
   * The same of one file that a person chose, which stays where it is. Fails with `file-missing`,
   * `file-unreadable`, `file-empty`, with `not-sound` (params: name), with `sound-too-long` (params: name,
   * limitSeconds) and `disk-full`.
   */
  prepareRecording(path: string, signal: AbortSignal): Promise<PreparedTake>
  /**
   * Decodes a file that a person chose, mixes it to one channel and measures it, a stretch at a time.
   * Fails as `measureFile` does, with `sound-too-long` (params: name, limitSeconds) and `disk-full`.
   */
  prepareSound(
    path: string,
    limitSeconds: number,
    onProgress: (seconds: number) => void,
    signal: AbortSignal,
  ): Promise<PreparedSound>
  /** Frees sound that is not needed after all. */
  discard(sounds: readonly SoundPart[]): Promise<void>
  /**
   * Renders and encodes groups that follow one another as one piece, or finds it by its key. Fails with
   * `take-damaged` (params: takeId).
   */
  encode(groups: readonly Group[], encoding: Encoding, signal: AbortSignal): Promise<EncodedPiece>
  /** Renders as FLAC in fragmented MP4, or finds it by its key; answers with the file's name in the store. */
  renderPreview(stretch: Stretch, signal: AbortSignal): Promise<string>
  /** Copies packets into the finished file. Fails with `disk-full`, `target-missing`, `folder-not-writable`. */
  writeFile(
    request: ExportRequest,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<{ bytes: number; durationSeconds: number }>
  /**
   * Measures a finished file as it is decoded. Fails with `file-missing`, `file-unreadable`, `file-empty`,
   * and with `not-sound` (params: name) where nothing can be decoded.
   */
  measureFile(path: string, signal: AbortSignal): Promise<SoundMeasure>
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
  /** Children that have nothing to do end, with their memory; others come when there is work. */
  rest(): Promise<void>
}
