// What the packets of each engine depend on beside their sound: part of their key.
import type { EngineName } from './codec-engine.ts'

/**
 * Changed whenever an encoder would write other bytes: its settings, our rendering of a plan, or the
 * libraries, whose versions stand here (a test holds them against package.json).
 */
export const engineVersions: Readonly<Record<EngineName, string>> = {
  native: 'node-av 6.1.1, settings 2',
  wasm: 'libav.js 6.10.9, aac-encoder 1.59.0, settings 2',
}
