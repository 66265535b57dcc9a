// espeak-ng behind VoiceEngine; the only importer of its package. Lives in a lane's thread.
import { createRequire } from 'node:module'
import loadEspeak from '@echogarden/espeak-ng-emscripten'
import { statSync } from 'node:fs'
import { fail } from '../../core/base/failure-error.ts'
import { openEspeakFiles } from './espeak-files.ts'
import { restoreImage, takeImage, type MemoryImage } from './espeak-memory.ts'
import type { VoiceEngine } from './voice-engine.ts'
import { wordsPerMinute } from './words-per-minute.ts'

/**
 * Text as the engine must get it: it reads SSML, so `<` would swallow the rest; `[[` would begin
 * phonemes; a control character would end the text.
 */
export const escapeForEspeak = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=\[)/g, '[ ')

/** Loads the engine: about 100 ms, and 35 MB that stay. */
export async function createEspeak(): Promise<VoiceEngine> {
  const dataPath = createRequire(import.meta.url).resolve(
    '@echogarden/espeak-ng-emscripten/espeak-ng.data',
  )
  const files = openEspeakFiles(dataPath, statSync(dataPath).size)
  let complaint = ''
  const engine = await loadEspeak({
    getPreloadedPackage: () => files.placeholder,
    print: () => {},
    printErr: (line) => void (complaint = line),
  })
  files.redirect(engine)
  const worker = new engine.eSpeakNGWorker()
  // The bindings keep a small buffer inside the engine's memory from their first call with a text on.
  worker.set_voice('gmw/en')
  const pristine = takeImage(engine)
  const encoder = new TextEncoder()
  let current: { voice: string; image: MemoryImage } | null = null
  let deliver: (samples: Int16Array) => boolean = () => false
  const callback = engine.addFunction((address, count) => {
    const start = address >> 1
    return deliver(engine.HEAP16.subarray(start, start + count)) ? 1 : 0
  })

  const imageOf = (voice: string): MemoryImage => {
    if (current?.voice === voice) return current.image
    restoreImage(engine, pristine)
    current = null
    const status = worker.set_voice(voice)
    if (status !== 0)
      throw fail('voice-failed', { voice: `espeak:${voice}` }, `status ${status}: ${complaint}`)
    current = { voice, image: takeImage(engine) }
    return current.image
  }

  return {
    sampleRate: () => worker.samplerate,
    speak(text, { voice, rate }, sound, isCancelled) {
      restoreImage(engine, imageOf(voice))
      worker.set_rate(wordsPerMinute(rate))
      const bytes = encoder.encode(escapeForEspeak(text))
      // Not by the bindings, which would remember this memory after it has been put back.
      const address = engine._malloc(bytes.length + 1)
      engine.HEAPU8.set(bytes, address)
      engine.HEAPU8[address + bytes.length] = 0
      deliver = (samples) => {
        sound.append(samples)
        return isCancelled()
      }
      worker.synth_({ ptr: address }, callback)
    },
  }
}
