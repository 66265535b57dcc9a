// Narration by servers that speak over HTTP: the real studio against the loopback server, each in its own process.
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import type { Figure } from './figure.ts'
import { compareStrategies, type Comparison } from './speech/compare.ts'
import { benchEfficiency } from './speech/efficiency.ts'
import { benchAgain, benchBucket, benchPair, benchWidth } from './speech/servers.ts'

export type SpeechBenchOptions = {
  /** Three hundred segments in every case. */
  isLong: boolean
  /** Instead of all else. */
  comparison: Comparison | null
}

/** Takes up to four minutes; nine where it is long. The sound is a tone, so that making it costs nothing. */
export async function benchSpeech({ isLong, comparison }: SpeechBenchOptions): Promise<Figure[]> {
  const server = await startSpeechServer({ sound: 'tone' })
  try {
    if (comparison) return await compareStrategies(server, comparison)
    return [
      ...(await benchAgain(server)),
      ...(await benchEfficiency(server, isLong)),
      ...(await benchWidth(server)),
      ...(await benchBucket(server)),
      ...(await benchPair(server)),
    ]
  } finally {
    await server.close()
  }
}
