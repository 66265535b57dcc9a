// What one engine of the operating system can do; each system has one or two.
import type { Voice } from '../../../contract/index.ts'

export type DriverVoice = Pick<Voice, 'name' | 'label' | 'languages' | 'gender' | 'draft'>

export type SystemDriver = {
  /** Stable name of what makes the sound: the same before and after anything was asked of it. */
  readonly endpoint: string
  /** What the names of its voices begin with, where a system has several engines; else empty. */
  readonly prefix: string
  /** Whether equal requests were found to give equal sound. */
  readonly deterministic: boolean
  /**
   * Null when the engine is not installed. Fails with `voice-failed`, `voice-crashed`; rejects with
   * AbortError by the signal, and then nothing runs any more.
   */
  voices(signal: AbortSignal): Promise<DriverVoice[] | null>
  /**
   * Writes WAV to `file`, an absolute path where nothing is. `text` is one line without control
   * characters, `voice` a name from the list, `rate` a factor on its pace. Fails as `voices`; what
   * is in `file` then is the caller's to remove.
   */
  speak(text: string, voice: string, rate: number, file: string, signal: AbortSignal): Promise<void>
  /** Ends what runs without being needed. */
  rest(): void
}

/** Finds a program by its file name; null when it is not there. */
export type Find = (fileName: string) => Promise<string | null>
