// A take that another machine has made and measured: looked at again before it is believed.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { analyse, analysisVersion } from '../../core/audio/analyse.ts'
import type { PreparedTake, SaidOfTake, SpoolFile } from '../../core/ports/takes.ts'
import type { DataFolder } from '../data-folder.ts'
import type { CodecEngine } from './codec-engine.ts'
import { flacLength } from './flac-file.ts'
import { audioDigest } from './prepare-take.ts'

export type TakeToCheck = { file: SpoolFile; said: SaidOfTake }

/**
 * Null for what is no FLAC of ours, is silent, or is another sound than was said. What the book is mastered by is
 * measured anew; only the signs by which a bad take is known are taken over, for they cost more than all the rest.
 */
export async function checkTake(
  engine: CodecEngine,
  folder: DataFolder,
  { file, said }: TakeToCheck,
): Promise<PreparedTake | null> {
  const path = resolve(folder.spool, file)
  const bytes = readFileSync(path)
  const length = flacLength(bytes)
  if (!length) return null
  const sound = await engine.decodeFile(path)
  if (!sound || sound.sampleRate !== length.sampleRate) return null
  const { samples, sampleRate } = sound
  if (samples.length !== length.samples || audioDigest(samples) !== said.audioDigest) return null
  const signs = said.analysisVersion === analysisVersion ? said.analysis.signs : undefined
  const { analysis, peaks } = analyse(samples, sampleRate, signs)
  if (analysis.soundEnd <= analysis.soundStart) return null
  return {
    ...{ file, bytes: bytes.length, sampleRate, samples: samples.length },
    ...{ audioDigest: said.audioDigest, analysis, analysisVersion, peaks },
  }
}
