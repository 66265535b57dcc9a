// The engine's memory, put back to what it was: the same call then gives the same samples.
import { invariant } from '../../core/base/invariant.ts'
import type { EspeakModule } from './espeak-module.ts'

/** A state of the engine: its memory as far as it was in use. */
export type MemoryImage = Uint8Array<ArrayBuffer>

/**
 * Where version 0.3.5 keeps the end of its memory in use (`sbrk`). It only grows: what was freed
 * stays below it, so all that was ever written lies below it too.
 */
const breakAddress = 141_020

/** First byte that has never been used: about 1.1 MB of 17 for an English voice. */
function usedBytes(engine: EspeakModule): number {
  const end = engine.HEAPU32[breakAddress / 4] ?? 0
  invariant(end > breakAddress && end <= engine.HEAPU8.length, 'the engine keeps its break there')
  return end
}

/** Copies the memory in use. */
export const takeImage = (engine: EspeakModule): MemoryImage =>
  new Uint8Array(engine.HEAPU8.subarray(0, usedBytes(engine)))

/** Puts everything back, and zeros what was taken into use since. */
export function restoreImage(engine: EspeakModule, image: MemoryImage): void {
  const used = usedBytes(engine)
  engine.HEAPU8.set(image)
  if (used > image.length) engine.HEAPU8.fill(0, image.length, used)
}
