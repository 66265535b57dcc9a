// What every screen may use: the connection and the mirrors that live as long as the page.
import { createContext, useContext } from 'react'
import type { Connection } from '../client/connection.ts'
import type { Deeds } from '../state/deeds.ts'
import type { ExportDrafts } from '../state/export-draft.ts'
import type { Imports } from '../state/imports.ts'
import type { Jobs } from '../state/jobs.ts'
import type { Keys } from '../state/keys.ts'
import type { Library } from '../state/library.ts'
import type { ThemeChoice } from '../state/look.ts'
import type { NeuralMirror } from '../state/neural.ts'
import type { News } from '../state/news.ts'
import type { Notices } from '../state/notices.ts'
import type { OpenBook } from '../state/open-book.ts'
import type { Samples } from '../state/performance.ts'
import type { QueueMirror } from '../state/queue.ts'
import type { Router } from '../state/route.ts'
import type { ServersMirror } from '../state/servers.ts'
import type { SettingValues } from '../state/settings.ts'
import type { ShelfView } from '../state/shelf.ts'
import type { SoundChecks } from '../state/sound-checks.ts'
import type { Readable, Store } from '../state/store.ts'
import type { SoundsMirror } from '../state/sounds.ts'
import type { TakeBacks } from '../state/take-backs.ts'
import type { VoicesMirror } from '../state/voices.ts'

export type Face = {
  connection: Connection
  router: Router
  theme: ThemeChoice
  /** How much larger than usual text is: 1 is usual. */
  textScale: Readable<number>
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
  /** What was chosen for an export, by book: a closed dialog loses nothing. */
  exportDrafts: ExportDrafts
  /** Finished sound that a person has measured. */
  soundChecks: SoundChecks
  performance: Readable<Samples>
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

export const FaceContext = createContext<Face | null>(null)

export function useFace(): Face {
  const face = useContext(FaceContext)
  if (face === null) throw new Error('a component outside of the face')
  return face
}
