// What a door can do for the face beside the two verbs. Paths never reach the page: tickets do.
import { z } from 'zod'
import type { Reply } from './failure.ts'
import type { ToldDeed } from './native-menu.ts'

/** An unguessable word that stands for a path the person chose. Used up by the command it is given to. */
export const Ticket = z.string().min(16).max(128)
export type Ticket = z.infer<typeof Ticket>

export const DoorName = z.enum(['electron', 'web', 'terminal'])
export type DoorName = z.infer<typeof DoorName>

/** A voice is chosen as its folder, or as its model's file: no system's dialog can ask for both. */
export const VoicePlace = z.enum(['folder', 'file'])
export type VoicePlace = z.infer<typeof VoicePlace>

/** A neural voice that was dropped, or chosen by the page; `unknown` are the page's own files. */
export type PageVoice = {
  name: string
  /** Its folder or its model: beside that one the others lie, where files have paths. */
  main: unknown
  /** All that belongs to it, where they have none and must be sent. */
  files: () => Promise<readonly unknown[]>
}

/** Abilities of the door, fulfilled by the preload in Electron and by the page's own client on the web. */
export type HostAbilities = {
  door: DoorName
  /** A file from a drop or an input, turned into a ticket; on the web it is sent first. */
  ticketForFile: (file: unknown, onProgress?: (fraction: number) => void) => Promise<Reply<Ticket>>
  /** A neural voice, turned into a ticket; on the web its files are sent first, one after the other. */
  ticketForVoice: (
    voice: PageVoice,
    onProgress?: (fraction: number) => void,
  ) => Promise<Reply<Ticket>>
  /** Asks for books; empty when the person cancels. */
  chooseBooks: () => Promise<Ticket[]>
  /**
   * Asks for a neural voice, by the door's dialog; null when the person cancels. Absent on the web, where
   * the page asks and the files are sent.
   */
  chooseVoice: ((what: VoicePlace) => Promise<Ticket | null>) | null
  /** Asks for a folder that gets copies; null when the person cancels. Absent on the web. */
  chooseFolder: (() => Promise<Ticket | null>) | null
  /** Asks where to write; null when the person cancels. On the web: a place that ends in a download. */
  chooseExportTarget: (suggestedName: string) => Promise<Ticket | null>
  /** Shows a finished file in its folder; absent on the web. */
  reveal: ((ticket: Ticket) => Promise<void>) | null
  /** Goes on with a drag that has begun in the page as one of a finished file; absent on the web. */
  dragOut: ((ticket: Ticket) => Promise<void>) | null
  /** Says what can be done now, for the menu of the system; absent on the web, which has none. */
  tellDeeds: ((deeds: readonly ToldDeed[]) => Promise<void>) | null
}

/** What Electron's preload can do of it: a file that a page made has no path, and answers null. */
export type WindowHost = Omit<HostAbilities, 'ticketForFile' | 'ticketForVoice'> & {
  ticketForFile: (file: unknown) => Promise<Ticket | null>
}
