// A file that a person chose → one channel as WAV in the spool, measured; memory does not grow with it.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { findExtremes } from '../../core/audio/extremes.ts'
import { int16FromFloat } from '../../core/audio/pcm.ts'
import { peaksOf } from '../../core/audio/peaks.ts'
import { createSoundMeter, type SoundMeter } from '../../core/audio/sound-meter.ts'
import { wavHeader } from '../../core/audio/wav-header.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { PreparedSound } from '../../core/ports/sound-library.ts'
import type { DataFolder } from '../data-folder.ts'
import { inFolder } from '../in-folder.ts'
import { soundHeaderBytes } from '../sound-library.ts'
import { fsFailure } from './fs-failure.ts'
import type { CodecEngine } from './codec-engine.ts'
import { notSound } from './measure-sound.ts'
import { isPlausible, soundFileBytes } from './sound-file.ts'

export type SoundToPrepare = { path: string; limitSeconds: number; file: string }

/**
 * `file`: what it shall be called in the spool. It belongs to the caller. Fails with `file-missing`,
 * `file-unreadable`, `file-empty`, `not-sound`, `sound-too-long` and `disk-full`; nothing is left then.
 */
export async function prepareSound(
  engine: CodecEngine,
  folder: DataFolder,
  { path, limitSeconds, file: spooled }: SoundToPrepare,
  onProgress: (seconds: number) => void,
): Promise<PreparedSound> {
  const name = basename(path)
  soundFileBytes(path)
  const file = resolve(folder.spool, spooled)
  const writer = openWriter(file, folder.spool)
  try {
    let told = 0
    const isOpened = await engine.readSound(path, {
      onOpen() {},
      onPacket() {},
      onFrame(frame) {
        const { sampleRate, channels } = frame
        if (!writer.isOpened() && !isPlausible(sampleRate, channels)) return false
        writer.add(mixedDown(frame.planes()), sampleRate)
        const seconds = writer.seconds()
        if (seconds > limitSeconds) throw fail('sound-too-long', { name, limitSeconds })
        if (seconds - told >= 10) onProgress((told = seconds))
        return true
      },
      // As players do, it is passed over.
      onDamage() {},
    })
    const done = writer.end()
    if (!done) throw await notSound(engine, path, isOpened)
    return { ...done, file }
  } catch (error) {
    writer.close()
    rmSync(file, { force: true })
    throw error
  }
}

/** Books are heard in one channel. */
function mixedDown(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  if (!first || channels.length === 1) return first ?? new Float32Array(0)
  const mixed = new Float32Array(first.length)
  for (const channel of channels)
    for (let i = 0; i < mixed.length; i++)
      mixed[i] = (mixed[i] as number) + (channel[i] as number) / channels.length
  return mixed
}

/** Floats may lie beyond full scale, which is clipped, or be no numbers, which are silence. */
function keepPlayable(samples: Float32Array): void {
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i] as number
    if (value >= -1 && value <= 1) continue
    samples[i] = Number.isFinite(value) ? Math.sign(value) : 0
  }
}

/** Writes and measures a second at a time, at the rate of what came first. */
function openWriter(path: string, folder: string) {
  const opened = open(path, folder)
  const hash = createHash('sha256')
  const peaks: Uint8Array[] = []
  let second: Float32Array | null = null
  let filled = 0
  let samples = 0
  let meter: SoundMeter | null = null
  let isClosed = false

  const write = (bytes: Uint8Array, at: number) => {
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(opened, bytes, done, bytes.length - done, at + done)
    } catch (error) {
      throw fsFailure(error, folder)
    }
  }
  const flush = () => {
    if (!second || filled === 0) return
    const sound = second.subarray(0, filled)
    // Measured is what is kept: levels of anything else would place it wrongly among the voices.
    keepPlayable(sound)
    const whole = int16FromFloat(sound)
    const bytes = new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
    hash.update(bytes)
    write(bytes, soundHeaderBytes + samples * 2)
    meter?.add([sound.slice()])
    peaks.push(peaksOf(findExtremes(whole, second.length)))
    samples += filled
    filled = 0
  }
  const close = () => {
    if (!isClosed) closeSync(opened)
    isClosed = true
  }
  return {
    isOpened: () => second !== null,
    seconds: () => (second ? (samples + filled) / second.length : 0),
    add(sound: Float32Array, sampleRate: number) {
      second ??= new Float32Array(sampleRate)
      meter ??= createSoundMeter(sampleRate, 1)
      // Streams glued to one another may change on their way: what is at another rate is left out.
      if (sampleRate !== second.length) return
      for (let at = 0; at < sound.length;) {
        const count = Math.min(sound.length - at, second.length - filled)
        second.set(sound.subarray(at, at + count), filled)
        filled += count
        at += count
        if (filled === second.length) flush()
      }
    },
    /** Null where there is no sound. */
    end(): Omit<PreparedSound, 'file'> | null {
      flush()
      const levels = meter?.end()
      if (!levels || !second || samples === 0 || levels.samplePeakDb <= -100) return null
      const sampleRate = second.length
      // The same samples at another rate are another sound.
      hash.update(String(sampleRate))
      write(wavHeader({ sampleRate, channels: 1, samples }), 0)
      fsyncSync(opened)
      close()
      return {
        id: hash.digest('hex'),
        ...{ samples, sampleRate },
        loudnessLufs: levels.loudnessLufs,
        truePeakDb: levels.truePeakDb,
        bytes: soundHeaderBytes + samples * 2,
        peaks: Buffer.concat(peaks),
      }
    },
    close,
  }
}

function open(path: string, folder: string): number {
  try {
    return inFolder(folder, () => openSync(path, 'w'))
  } catch (error) {
    throw fsFailure(error, folder)
  }
}
