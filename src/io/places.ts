// Where a door finds its workers and the bundled story: the same from out/main and from src.
import { fileURLToPath } from 'node:url'
import type { WorkerEntries } from './process/channel.ts'

/**
 * `entryUrl` is the door's own `import.meta.url`: built doors have `workers/NAME.js` beside them,
 * unbuilt ones in src/DOOR/ have `../workers/NAME.ts`.
 */
export function workerEntries(entryUrl: string): WorkerEntries {
  const built = entryUrl.endsWith('.js')
  const at = (name: string) =>
    new URL(built ? `./workers/${name}.js` : `../workers/${name}.ts`, entryUrl)
  return {
    reader: at('reader'),
    codec: at('codec'),
    voices: at('voices'),
    voiceLane: at('voice-lane'),
    neuralVoice: at('neural-voice'),
    neuralListener: at('neural-listener'),
    store: at('store'),
    heapCounter: at('heap-counter'),
  }
}

/** The project's resources are two folders up, from out/main as from src/DOOR. */
export const samplePathFrom = (entryUrl: string): string =>
  fileURLToPath(new URL('../../resources/sample/the-lamp-room.md', entryUrl))
