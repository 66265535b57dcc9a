// Measures a finished file as it is decoded, a frame at a time: memory does not grow with its length.
import { basename } from 'node:path'
import { open } from 'node:fs/promises'
import type { SoundMeasure } from '../../contract/index.ts'
import { createSoundMeter, type SoundMeter } from '../../core/audio/sound-meter.ts'
import { fail, type FailureError } from '../../core/base/failure-error.ts'
import type { CodecEngine, SoundAbout } from './codec-engine.ts'
import { isPlausible, soundFileBytes } from './sound-file.ts'

/**
 * What is damaged is passed over, as players do, and counted. Fails with `file-missing`,
 * `file-unreadable`, `file-empty`, and with `not-sound` where nothing can be decoded.
 */
export async function measureSound(engine: CodecEngine, path: string): Promise<SoundMeasure> {
  const bytes = soundFileBytes(path)
  const rate = createRateWatch()
  let meter: SoundMeter | null = null
  let about: SoundAbout = { codec: '', toldRate: 0, chapters: null }
  let first = { sampleRate: 0, channels: 0 }
  let damaged = 0
  const isOpened = await engine.readSound(path, {
    onOpen: (told) => void (about = told),
    onPacket: (packet) => rate.add(packet, about.codec),
    onFrame(frame) {
      const { sampleRate, channels } = frame
      if (!meter) {
        if (!isPlausible(sampleRate, channels)) return false
        first = { sampleRate, channels }
        meter = createSoundMeter(sampleRate, channels)
      }
      // Streams glued to one another may change on their way; what is measured is what began.
      const isSame = sampleRate === first.sampleRate && channels === first.channels
      if (isSame) meter.add(frame.planes())
      else damaged += 1
      return true
    },
    onDamage: () => void (damaged += 1),
  })
  // TypeScript does not see that it is set above.
  const levels = (meter as SoundMeter | null)?.end()
  if (!levels || levels.durationSeconds === 0) {
    throw await notSound(engine, path, isOpened)
  }
  const { codec, toldRate, chapters } = about
  const { sampleRate, channels } = first
  const isConstantRate = codec === 'mp3' ? rate.isConstant() : null
  return {
    ...{ codec, bytes, sampleRate, channels, isConstantRate, chapters, damaged },
    bitRate:
      isConstantRate && toldRate > 0
        ? toldRate
        : Math.round((rate.bytes() * 8) / levels.durationSeconds),
    durationSeconds: levels.durationSeconds,
    loudnessLufs: levels.loudnessLufs === null ? null : hundredths(levels.loudnessLufs),
    rmsDb: hundredths(levels.rmsDb),
    samplePeakDb: hundredths(levels.samplePeakDb),
    truePeakDb: hundredths(levels.truePeakDb),
    floorDb: hundredths(levels.floorDb),
    headSeconds: thousandths(levels.headSeconds),
    tailSeconds: thousandths(levels.tailSeconds),
  }
}

/** What says that nothing was decoded, and of which format these codecs know nothing. */
export async function notSound(
  engine: CodecEngine,
  path: string,
  isOpened: boolean,
): Promise<FailureError> {
  const detail = isOpened ? 'it holds no frame' : `the ${engine.name} codecs cannot open it`
  const isUnknown = engine.name === 'wasm' && (await isMp4(path))
  const format = isUnknown ? { format: 'M4A or M4B' } : {}
  return fail('not-sound', { name: basename(path), ...format }, detail)
}

/** The file's second word (ISO 14496-12 §4.3). */
async function isMp4(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.toString('latin1', 4) === 'ftyp'
  } finally {
    await file.close()
  }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
const thousandths = (value: number): number => Math.round(value * 1000) / 1000

/** Bytes of all packets, and whether every frame of an MP3 tells the same rate in its head. */
function createRateWatch() {
  let sum = 0
  let first = -1
  let isConstant = true
  return {
    add(packet: Uint8Array, codec: string) {
      sum += packet.length
      if (codec !== 'mp3') return
      const index = (packet[2] ?? 0) >> 4
      if (first < 0) first = index
      else if (index !== first) isConstant = false
    },
    bytes: () => sum,
    isConstant: () => isConstant,
  }
}
