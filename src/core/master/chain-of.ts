// What a book's takes go through, from its settings.
import type { Chain, SoundSettings } from '../../contract/index.ts'
import { makeUpFor } from '../audio/compressor.ts'

/**
 * How far the peaks of 10 ms of a levelled voice lie above its loudness, mostly. Around them the
 * compressor changes no level, so that a voice is as loud with it as without.
 */
const crestDb = 9

export function chainOf({
  highPassHz,
  compression,
  ceilingDb,
  loudnessLufs,
}: Pick<SoundSettings, 'highPassHz' | 'compression' | 'ceilingDb' | 'loudnessLufs'>): Chain {
  if (!compression) return { highPassHz, compression, ceilingDb }
  const { ratio, thresholdDb } = compression
  // Of a voice that is left as loud as it is nothing is known.
  const makeUp = loudnessLufs === null ? 0 : makeUpFor(loudnessLufs + crestDb, ratio, thresholdDb)
  const makeUpDb = Math.round(makeUp * 10) / 10
  return { highPassHz, compression: { ratio, thresholdDb, makeUpDb }, ceilingDb }
}
