// What the core asks of the neural voices on the disk, beside the port of every provider.
import type { NeuralOffer, NeuralProgress, NeuralVoice } from '../../contract/index.ts'

/** How a voice is added: progress as it comes, and nothing is left behind once aborted. */
export type AddingVoice = {
  onProgress?: (progress: NeuralProgress) => void
  signal?: AbortSignal
}

/** The neural voices on the disk. What changes here changes what the provider `neural` lists. */
export type NeuralVoices = {
  list(): Promise<NeuralVoice[]>
  /**
   * Copies a voice in: its folder, its .onnx or its .onnx.json. One that is there already is answered
   * as it is. Fails with `not-a-voice`, `voice-damaged`, `neural-engine-missing`, `disk-full`, `folder-not-writable`.
   */
  add(path: string, options?: AddingVoice): Promise<NeuralVoice>
  /** Fails with `not-found`. */
  remove(id: string): Promise<void>
  /** What can be downloaded. */
  offers(): NeuralOffer[]
  /**
   * Fetches an offer; what a broken connection left is taken up again the next time. Fails with
   * `not-found`, `server-unreachable`, `server-busy`, `server-failed`, and as `add` does.
   */
  download(offerId: string, options?: AddingVoice): Promise<NeuralVoice>
}
