// A take that another machine has made and measured: looked at again before it is believed.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { analyse, analysisVersion } from '../../core/audio/analyse.ts'
import type { PreparedTake, SaidOfTake, SpoolFile } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import type { CodecEngine } from './codec-engine.ts'
import { flacLength, isBareFlac } from './flac-file.ts'
import { audioDigest } from './prepare-take.ts'

export type TakeToCheck = { file: SpoolFile; said: SaidOfTake }

/** A few bytes can stand for hours of silence; no segment is as long. */
const longestSeconds = 1_800

/**
 * Null for what is no FLAC of ours, is silent, is longer than a segment can be, or is another sound than was said. It
 * is decoded as it will be for its book, for its file is kept. What the book is mastered by is measured anew; only
 * the signs by which a bad take is known are taken over, for they cost more than all the rest.
 */
export async function checkTake(
  engine: Pick<CodecEngine, 'decodeFlac'>,
  folder: Pick<DataFolder, 'spool'>,
  { file, said }: TakeToCheck,
): Promise<PreparedTake | null> {
  const bytes = await readFile(resolve(folder.spool, file))
  const length = isBareFlac(bytes) ? flacLength(bytes) : null
  if (!length || length.samples > longestSeconds * length.sampleRate) return null
  const sound = engine.decodeFlac(bytes)
  if (!sound || audioDigest(sound.samples) !== said.audioDigest) return null
  const { samples, sampleRate } = sound
  const signs = said.analysisVersion === analysisVersion ? said.analysis.signs : undefined
  const { analysis, peaks } = analyse(samples, sampleRate, signs)
  if (analysis.soundEnd <= analysis.soundStart) return null
  return {
    ...{ file, bytes: bytes.length, sampleRate, samples: samples.length },
    ...{ audioDigest: said.audioDigest, analysis, analysisVersion, peaks },
  }
}
