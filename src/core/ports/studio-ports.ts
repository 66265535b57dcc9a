// What a door hands in; io fulfils it with Node, tests with fakes that pass the same suites.
import type { Clock } from '../base/scope.ts'
import type { AnsweredSounds } from './answered-sounds.ts'
import type { BookReader } from './books.ts'
import type { Codecs } from './codecs.ts'
import type { DataCare } from './data-care.ts'
import type { Farm, SharedTakes } from './farm.ts'
import type { ExportFolders } from './export-folders.ts'
import type { KeptBooks } from './kept-books.ts'
import type {
  FreeDisk,
  Inspector,
  Log,
  LogReader,
  MemoryProbe,
  NewHistogram,
  NewId,
  OwnedOutside,
  NewNesting,
  ReadFile,
} from './machine.ts'
import type { LanguageModels } from './language-models.ts'
import type { AnswerStore } from './model-answers.ts'
import type { NeuralVoices } from './neural-voices.ts'
import type { PassingTexts } from './passing-texts.ts'
import type { ProjectStore } from './projects.ts'
import type { SavedBooks } from './saved-books.ts'
import type { SettingsStore } from './settings.ts'
import type { SoundLibrary } from './sound-library.ts'
import type { SpeechServers } from './servers.ts'
import type { VoiceSources } from './speech.ts'
import type { TakeStore } from './takes.ts'
import type { Tickets } from './tickets.ts'
import type { Transcribers } from './transcribers.ts'
import type { AppUpdates } from './updates.ts'

/** What a door hands in; io/open-ports.ts gathers it. */
export type StudioPorts = {
  clock: Clock
  newId: NewId
  log: Log
  readLog: LogReader
  reader: BookReader
  keptBooks: KeptBooks
  savedBooks: SavedBooks
  sources: VoiceSources
  servers: SpeechServers
  neuralVoices: NeuralVoices
  projects: ProjectStore
  takes: TakeStore
  modelAnswers: AnswerStore
  languageModels: LanguageModels
  transcribers: Transcribers
  care: DataCare
  codecs: Codecs
  sounds: SoundLibrary
  exportFolders: ExportFolders
  passingTexts: PassingTexts
  readFile: ReadFile
  freeDisk: FreeDisk
  answered: AnsweredSounds
  settings: SettingsStore
  memory: MemoryProbe
  ownedOutside: OwnedOutside
  inspector: Inspector
  /** Gives back the databases' pages, in memory and on the disk. */
  shrinkStores: () => Promise<void>
  newHistogram: NewHistogram
  newNesting: NewNesting
  tickets: Tickets
  farm: Farm
  sharedTakes: SharedTakes
  /** Null where the app does not replace itself: in every door but a packed desktop app with a feed. */
  updates: AppUpdates | null
}

export type StudioOptions = {
  version: string
  door: string
  dataFolder: string
  /** For reports of trouble: what it runs on. */
  machine?: Readonly<Record<string, string | number>>
  /** Path of the bundled story. */
  samplePath: string
  /** Lanes of the embedded voices. */
  workers: number
  /** Where a mastered segment's file lies; the door serves it. */
  previewPath: (name: string) => string
  /** Where the packets of a group lie that was encoded as samples. */
  encodePath: (key: string) => string
  /**
   * How long a server may fail before the job waits for a person; so long a request waits at most after its
   * first failure. Absent: an hour, and no end for a request.
   */
  patienceMs?: number
  /**
   * Nobody is there to be asked before a voice that costs money speaks: none is then chosen for a new
   * book. Absent: somebody is.
   */
  unattended?: boolean
  /** Takes up jobs that a crash has left open. */
  resumeJobs: boolean
}
