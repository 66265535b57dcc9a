// What an engine must do for a lane; espeak and flite are the two that there are.
import type { SoundBuffer } from './sound-buffer.ts'

/** Speaks in the thread that calls it, and blocks it. */
export type VoiceEngine = {
  /** Samples a second of a voice's own sound. */
  sampleRate(voice: string): number
  /**
   * Appends the sound of a text. Equal calls append equal samples, whatever was spoken before.
   * Returns early, with part of the sound, once `isCancelled` says so. Throws what the engine throws.
   */
  speak(
    text: string,
    options: { voice: string; rate: number },
    sound: SoundBuffer,
    isCancelled: () => boolean,
  ): void
}
