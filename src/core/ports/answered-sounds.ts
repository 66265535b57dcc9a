// Sounds that servers have answered with and that no take holds yet: a crash must not have them paid for twice.
import type { SpoolFile } from './takes.ts'

export type AnsweredSounds = {
  /** Puts a sound aside under a name of letters, digits, dots and hyphens. Never fails: it is a precaution. */
  keep(name: string, sound: SpoolFile): Promise<void>
  /** What the process before this one has left under this name, once; the file is the caller's. */
  find(name: string): Promise<SpoolFile | null>
  /** It is kept as a take, or not wanted any more. */
  forget(name: string): Promise<void>
}
