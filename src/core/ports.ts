// What the core asks of the world. io fulfils it with Node; tests with fakes that pass the same suites.
import type {
  Analysis,
  BookHeader,
  CacheKindStats,
  Chapter,
  ChapterEntry,
  ChapterProgress,
  Cover,
  Group,
  Job,
  Project,
  ProjectChange,
  ProjectHistory,
  ReadWarning,
  Segment,
  SettingValue,
  SpokenPart,
  Take,
  Voice,
  VoiceId,
} from '../contract/index.ts'

import type { Clock } from './base/scope.ts'
import type { NeuralVoices } from './neural-ports.ts'

export type { Clock }

// ── books ────────────────────────────────────────────────────────────────────────────────────────

/** A book's bytes, read in ranges; never whole in memory. */
export type ByteSource = {
  readonly name: string
  readonly size: number
  /** Reads up to `length` bytes from `offset`; shorter only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** The entries of a zip, with the limits that core decides. Fails with `book-damaged`, `book-hostile`. */
export type Archive = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The entry's bytes, as a stream of chunks. */
  stream(name: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}
export type ArchiveLimits = {
  maxEntries: number
  maxTotalBytes: number
  maxEntryBytes: number
  /** Uncompressed ÷ compressed, looked at above `ratioFromBytes`. */
  maxRatio: number
  ratioFromBytes: number
}
export type OpenArchive = (source: ByteSource, limits: ArchiveLimits) => Promise<Archive>

/** What reading a book yields, in this order: header, then chapters; cover and warnings when found. */
export type ReadEvent =
  | { kind: 'header'; header: BookHeader }
  | { kind: 'cover'; mediaType: Cover['mediaType']; bytes: Uint8Array }
  | { kind: 'chapter'; chapter: Chapter }
  | { kind: 'warning'; warning: ReadWarning }
  | { kind: 'progress'; doneBytes: number; totalBytes: number }
  /** Last: the digest of the file, made while reading. */
  | { kind: 'end'; sha256: string }

/** Reads books in a process that can be killed. Aborting the signal kills it. */
export type BookReader = {
  read(path: string, signal: AbortSignal): AsyncIterable<ReadEvent>
}

// ── speech ───────────────────────────────────────────────────────────────────────────────────────

/** A file in the data folder's spool, named by its maker, owned by whoever gets it. */
export type SpoolFile = string

/** One segment, as a voice is asked to speak it. */
export type SpeechRequest = {
  voice: Voice
  spoken: readonly SpokenPart[]
  /** Factor on the voice's own pace; 1 is its own. */
  rate: number
}

/** What came back, not yet checked: a file in a format that the codecs sniff. */
export type SpokenSound = {
  file: SpoolFile
  requestId?: string
}

export type ProviderCapabilities = {
  /** Longer spoken text is spoken in parts and joined. */
  maxCharacters: number
  lanes: { start: number; max: number }
  deterministic: boolean
  offline: boolean
  /** Reads numbers and abbreviations itself. */
  normalizesText: boolean
}

/** A source of voices. Embedded, remote and neural ones look the same from here. */
export type VoiceProvider = {
  readonly name: Voice['provider']
  /** Stable name and version of what makes the sound; part of every recipe. Not an address. */
  readonly endpointId: string
  /** Instead of `endpointId` where each voice has an engine of its own. */
  endpointOf?(voice: VoiceId): string
  readonly capabilities: ProviderCapabilities
  voices(signal: AbortSignal): Promise<Voice[]>
  /** Fails with `voice-failed`, `voice-crashed`, `voice-timeout`, `voice-unknown`; aborts by the signal. */
  speak(request: SpeechRequest, signal: AbortSignal): Promise<SpokenSound>
  /** Frees lanes that are not needed now; they come back by themselves. */
  rest(): Promise<void>
}

// ── takes ────────────────────────────────────────────────────────────────────────────────────────

/** A take checked and measured, its sound as FLAC in the spool, ready to be stored. */
export type PreparedTake = {
  file: SpoolFile
  bytes: number
  sampleRate: number
  samples: number
  audioDigest: string
  analysis: Analysis
  analysisVersion: number
  /** Signed 8-bit minimum and maximum, 100 pairs a second. */
  peaks: Uint8Array
}

export type TakeStore = {
  /** The takes that exist among the ids; touches them. Damaged ones are dropped and not returned. */
  find(ids: readonly string[]): Promise<Map<string, Take>>
  /** The highest rendition of a recipe, 0 when there is none. */
  highestRendition(recipeKey: string): Promise<number>
  /** Waveform peaks of the takes that exist among the ids. */
  peaks(ids: readonly string[]): Promise<Map<string, Uint8Array>>
  /**
   * Stores the sound and moves the spool file in, or drops it when the take is there already.
   * With `usedBy` the take is referred to in the same transaction. Fails with `disk-full`.
   */
  keep(
    take: Take,
    prepared: PreparedTake,
    usedBy: { projectId: string; segmentId: string } | null,
  ): Promise<void>
  /** Remembers that a project, or its history, refers to the takes. */
  refer(projectId: string, uses: readonly { segmentId: string; takeId: string }[]): Promise<void>
  /** Forgets all that a project refers to. */
  release(projectId: string): Promise<void>
  /** Removes a take that did not pass its check. */
  drop(takeId: string): Promise<void>
  /** Drops what is unused for `ttlSeconds`, then by least recent use down to `maxBytes`. */
  sweep(limits: {
    ttlSeconds: number
    maxBytes: number
  }): Promise<{ freedBytes: number; full: boolean }>
  /** Drops everything that nothing refers to. */
  clear(): Promise<{ freedBytes: number }>
  stats(): Promise<CacheKindStats>
}

// ── projects ─────────────────────────────────────────────────────────────────────────────────────

/** A segment with what the store derives beside the document. */
export type StoredSegment = Segment & {
  position: number
  edited: boolean
  /** A take the person has pinned (document). */
  pinnedTakeId: string | null
  /** The take last heard here (derived); another than the current recipe's means stale. */
  takeId: string | null
}

/** What is derived of a row and remembered so that counting needs no recipe: see `setTakes`. */
export type SegmentState = 'waiting' | 'ready' | 'stale' | 'skipped'

export type NewChapter = { entry: ChapterEntry; segments: Segment[] }

/** What the library shows of a project: cheap for any number of books. */
export type ListedProject = {
  project: Omit<Project, 'chapters' | 'warnings'>
  /** Ticked segments that have something to say, and how many of them are ready. */
  segments: number
  ready: number
}

export type ProjectStore = {
  /** The last opened first. */
  list(): Promise<ListedProject[]>
  /** Fails with `not-found`. */
  read(projectId: string): Promise<Project>
  findByBook(bookDigest: string): Promise<Project | null>
  /** Nothing is visible before `finish`; `discard` or a crash leaves nothing behind. */
  begin(projectId: string): Promise<void>
  addChapter(projectId: string, chapter: NewChapter): Promise<void>
  finish(project: Project, cover: { mediaType: string; bytes: Uint8Array } | null): Promise<void>
  discard(projectId: string): Promise<void>
  remove(projectId: string): Promise<void>
  cover(projectId: string): Promise<{ mediaType: string; bytes: Uint8Array } | null>
  touch(projectId: string, openedAt: number): Promise<void>

  /** By position in the book, `from` inclusive. */
  segments(projectId: string, from: number, count: number): Promise<StoredSegment[]>
  segmentsById(projectId: string, ids: readonly string[]): Promise<StoredSegment[]>
  progress(projectId: string): Promise<ChapterProgress[]>
  /** Remembers what is heard at the segments. Derived: no fact, no revision. */
  setTakes(
    projectId: string,
    rows: readonly {
      segmentId: string
      takeId: string | null
      state: SegmentState
      durationSeconds: number
    }[],
  ): Promise<void>

  /** Applies a change as a fact with its inverse, in one transaction; forgets what could be redone. */
  change(projectId: string, change: ProjectChange): Promise<Project>
  /** Takes the last fact back; null when there is none. Answers with what was applied. */
  undo(projectId: string): Promise<{ project: Project; applied: ProjectChange } | null>
  redo(projectId: string): Promise<{ project: Project; applied: ProjectChange } | null>
  history(projectId: string): Promise<ProjectHistory>

  /** Jobs that must be taken up again after a crash. */
  saveJob(job: Job, request: string): Promise<void>
  forgetJob(jobId: string): Promise<void>
  openJobs(): Promise<{ job: Job; request: string }[]>

  /** Facts the studio records once, such as a voice's level: read back by key, JSON. */
  remember(key: string, value: string): Promise<void>
  recall(key: string): Promise<string | null>
}

// ── sound ────────────────────────────────────────────────────────────────────────────────────────

/** One mastered group in a codec's packets, kept under its key until it is exported. */
export type EncodedGroup = { key: string; samples: number; bytes: number }

/** How groups are encoded; part of the key of the packets. */
export type Encoding =
  | { codec: 'aac'; bitRate: number; sampleRate: number }
  | { codec: 'pcm'; sampleRate: number }

export type ExportChapter = { title: string; groups: EncodedGroup[]; samples: number }

export type ExportRequest = {
  /** Absolute path of the finished file; written beside it, synced, renamed. */
  target: string
  format: 'm4b' | 'wav'
  encoding: Encoding
  chapters: ExportChapter[]
  tags: { title: string; authors: string[]; language: string; narrator: string }
  cover: { mediaType: string; bytes: Uint8Array } | null
}

/** Decoding, measuring, rendering, encoding: in child processes that read takes for themselves. */
export type Codecs = {
  /** Decodes whatever a voice answered, measures it, makes FLAC. Fails with `voice-failed` on no sound. */
  prepare(sound: SpokenSound, signal: AbortSignal): Promise<PreparedTake>
  /** Renders and encodes a group, or finds it by its key. Fails with `take-damaged` (params: takeId). */
  encodeGroup(group: Group, encoding: Encoding, signal: AbortSignal): Promise<EncodedGroup>
  /** Renders clips as FLAC in fragmented MP4 under `key`; answers with the file's name in the store. */
  renderPreview(
    key: string,
    clips: Group['clips'],
    samples: number,
    signal: AbortSignal,
  ): Promise<string>
  /** Copies packets into the finished file. Fails with `disk-full`, `target-missing`, `folder-not-writable`. */
  writeFile(
    request: ExportRequest,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<{ bytes: number; durationSeconds: number }>
  /** The file that `renderPreview` made under this key, while it is there. */
  findPreview(key: string): Promise<string | null>
  stats(): Promise<CacheKindStats[]>
  sweep(maxBytes: number): Promise<{ freedBytes: number }>
  clear(): Promise<{ freedBytes: number }>
}

// ── the rest ─────────────────────────────────────────────────────────────────────────────────────

export type MemoryReading = {
  rssBytes: number
  heapUsedBytes: number
  externalBytes: number
  /** Null where the system does not tell. */
  treeBytes: number | null
  eventLoopDelayP99Ms: number
  gcMs: number
  /** Of one core, since the last reading. */
  cpuPercent: number
}
export type MemoryProbe = { read(): Promise<MemoryReading> }

export type SettingsStore = {
  read(): Promise<SettingValue[]>
  /** Fails with `setting-invalid`. */
  change(name: string, value: number | boolean | string): Promise<SettingValue>
}

export type Log = {
  error(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  info(message: string, fields?: object): void
  debug(message: string, fields?: object): void
}

/** Paths that people chose, kept from the page. A ticket is used up by `take`. */
export type Ticketed = {
  path: string
  /** The finished file goes to the browser. */
  download: boolean
  /** Removes what was only passing through, such as an upload that has been read. */
  release(): Promise<void>
}
export type Tickets = {
  issue(path: string, more?: Partial<Pick<Ticketed, 'download' | 'release'>>): string
  /** Fails with `not-found`. */
  take(ticket: string): Ticketed
  /** Without using the ticket up: for what may be fetched or shown again. */
  peek(ticket: string): Ticketed
}

/** Unguessable words: project ids, tickets. */
export type NewId = () => string

/** Something that is heard or shown, as a row of parts; doors serve it with byte ranges. */
export type Media = {
  mediaType: string
  /** Whether the address names its content, so that it may be cached for ever. */
  immutable: boolean
  /** Offered under this name as a download. */
  downloadName?: string
  /** A length of `Number.MAX_SAFE_INTEGER` is the rest of the file. */
  parts: ({ bytes: Uint8Array } | { file: string; offset: number; length: number })[]
}

// ── all of it ────────────────────────────────────────────────────────────────────────────────────

/** What a door hands in; io/open-ports.ts gathers it. */
export type StudioPorts = {
  clock: Clock
  newId: NewId
  log: Log
  reader: BookReader
  providers: VoiceProvider[]
  neuralVoices: NeuralVoices
  projects: ProjectStore
  takes: TakeStore
  codecs: Codecs
  settings: SettingsStore
  memory: MemoryProbe
  tickets: Tickets
}

export type StudioOptions = {
  version: string
  door: string
  dataFolder: string
  /** Path of the bundled story. */
  samplePath: string
  /** Lanes of the embedded voices. */
  workers: number
  /** Where a mastered segment's file lies; the door serves it. */
  previewPath: (name: string) => string
  /** Where the packets of a group lie that was encoded as samples. */
  encodePath: (key: string) => string
  /** Takes up jobs that a crash has left open. */
  resumeJobs: boolean
}
