// How loud a take is from moment to moment behind its filters, from its stored peaks: no sound is decoded.
import type { Chain, Clip } from '../../contract/index.ts'
import { compressionGains } from '../audio/compressor.ts'
import { peakAmplitude } from '../audio/peaks.ts'
import { amplitudeOf } from '../audio/pcm.ts'

/** Peak amplitudes, a hundred a second, over the whole take: in front of the limiter. */
export function takeLevels(
  { gainDb, makeUpDb }: Clip,
  { compression }: Chain,
  stored: Uint8Array,
): Float32Array {
  const gain = amplitudeOf(gainDb)
  const makeUp = amplitudeOf(compression ? makeUpDb : 0)
  const levels = new Float32Array(stored.length / 2)
  for (let pair = 0; pair < levels.length; pair++)
    levels[pair] = peakAmplitude(stored, pair, pair + 1) * gain
  const gains = compression && compressionGains(levels, compression)
  for (let pair = 0; pair < levels.length; pair++)
    levels[pair] = (levels[pair] as number) * (gains?.[pair] ?? 1) * makeUp
  return levels
}
