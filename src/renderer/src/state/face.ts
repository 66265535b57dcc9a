// What every screen may use: the connection and the mirrors that live as long as the page.
import type { Alert } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import type { Deeds } from './deeds.ts'
import type { Drafts } from './drafts.ts'
import type { ExportDrafts } from './export-draft.ts'
import type { Imports } from './imports.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Library } from './library.ts'
import type { Look } from './look.ts'
import type { NeuralMirror } from './neural.ts'
import type { News } from './news.ts'
import type { Notices } from './notices.ts'
import type { OpenBook } from './open-book.ts'
import type { OpenDialog } from './open-dialog.ts'
import type { Samples } from './performance.ts'
import type { QueueMirror } from './queue.ts'
import type { Router } from './route.ts'
import type { ServersMirror } from './servers.ts'
import type { SettingValues } from './settings.ts'
import type { ShelfView } from './shelf.ts'
import type { SoundChecks } from './sound-checks.ts'
import type { Readable, Store } from '../client/store.ts'
import type { SoundsMirror } from './sounds.ts'
import type { TakeBacks } from './take-backs.ts'
import type { VoicesMirror } from './voices.ts'

export type Face = Look & {
  connection: Connection
  router: Router
  news: News
  library: Readable<Library>
  /** Which of its books are shown, and in which order. */
  shelf: Store<ShelfView>
  /** What was done in it and can be taken back. */
  takeBacks: TakeBacks
  jobs: Readable<Jobs>
  /** Books that are narrated one after another. */
  queue: QueueMirror
  /** Of the system, where the page itself must ask for them. */
  notices: Notices
  /** The book that is open in the studio. */
  book: Readable<OpenBook | null>
  imports: Imports
  /** What is written and not saved. */
  drafts: Drafts
  /** What was chosen for an export, by book: a closed dialog loses nothing. */
  exportDrafts: ExportDrafts
  /** Finished sound that a person has measured. */
  soundChecks: SoundChecks
  /** In which a script is written. */
  writing: OpenDialog
  performance: Readable<Samples>
  /** What the studio warns of, about itself. */
  alerts: Readable<readonly Alert[]>
  settings: Readable<SettingValues>
  /** Which key does what; the person may change it. */
  keys: Keys
  /** What can be done just now, by key or palette. */
  deeds: Deeds
  voices: VoicesMirror
  servers: ServersMirror
  neural: NeuralMirror
  sounds: SoundsMirror
  /** When the page began, in milliseconds since the epoch. */
  since: number
}
