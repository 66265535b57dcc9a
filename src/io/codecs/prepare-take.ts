// What a voice answered → a take, checked and measured, its sound as FLAC in the spool.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { analyse, analysisVersion } from '../../core/audio/analyse.ts'
import { fail } from '../../core/base/failure-error.ts'
import type { SoundPart } from '../../core/ports/codecs.ts'
import type { PreparedTake } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import { inFolder } from '../in-folder.ts'
import type { CodecEngine, Sound } from './codec-engine.ts'
import { decodeWav } from './decode-wav.ts'
import { encodeFlac, flacFile } from './flac-file.ts'
import { fsFailure } from './fs-failure.ts'
import { joinSounds, type JoinPart } from './join-sounds.ts'

export type TakeToPrepare = { sounds: readonly SoundPart[]; file: string }

/**
 * `file`: what its FLAC shall be called in the spool. It belongs to the caller, who removes it also when this
 * process was killed before it could answer; sounds that came in are left where they are.
 * Fails with `voice-failed` when there is nothing to hear in it, with `take-damaged` when a sound is gone, and
 * with `disk-full`.
 */
export async function prepareTake(
  engine: CodecEngine,
  folder: DataFolder,
  { sounds, file: spooled }: TakeToPrepare,
): Promise<PreparedTake> {
  const parts: JoinPart[] = []
  for (const part of sounds)
    parts.push('file' in part ? await decode(engine, resolve(folder.spool, part.file)) : part)
  const { samples, sampleRate } = joinSounds(parts)
  if (samples.length === 0) throw noSound('no samples')
  const { analysis, peaks } = analyse(samples, sampleRate)
  if (analysis.soundEnd <= analysis.soundStart) throw noSound('only silence')
  const flac = flacFile(await encodeFlac(engine, { samples, sampleRate }))
  const file = resolve(folder.spool, spooled)
  try {
    inFolder(folder.spool, () => writeFileSync(file, flac))
  } catch (error) {
    rmSync(file, { force: true })
    throw fsFailure(error, folder.spool)
  }
  return {
    file,
    bytes: flac.length,
    sampleRate,
    samples: samples.length,
    audioDigest: audioDigest(samples),
    analysis,
    analysisVersion,
    peaks,
  }
}

/** Hex SHA-256 of 16-bit little-endian samples: what keys of sound are made from. */
export const audioDigest = (samples: Int16Array): string =>
  createHash('sha256')
    .update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
    .digest('hex')

async function decode(engine: CodecEngine, path: string): Promise<Sound> {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    // It was there when the voice had answered.
    throw fail('take-damaged', { takeId: '' }, String(error))
  }
  const decoded = decodeWav(bytes) ?? (await engine.decodeFile(path))
  if (!decoded)
    throw noSound(`no format that the ${engine.name} codecs know, ${bytes.length} bytes`)
  return decoded
}

/** Who spoke is not known here; the caller's message names the voice. */
const noSound = (detail: string) => fail('voice-failed', { voice: '' }, detail)
