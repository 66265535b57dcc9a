// A minute of speech, for what is measured by the minute.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { syllables } from '../io/codecs/sounds.ts'
import { segmentsOf, speakSegments } from './novel-takes.ts'

const novel = join(import.meta.dirname, '../../../shared/corpus/epub/se_the-time-machine.epub')

/** Of a novel of the corpus, in whole frames of every codec; made by arithmetic where it is not there. */
export async function aMinute(): Promise<{ samples: Int16Array; sampleRate: number }> {
  let sampleRate = 24_000
  const length = () => Math.round((60 * sampleRate) / 1024) * 1024
  if (!existsSync(novel)) return { samples: syllables(length(), sampleRate, 1), sampleRate }
  const segments = (await segmentsOf(novel, 'en')).slice(40)
  const parts: number[] = []
  for await (const spoken of speakSegments(segments, { provider: 'espeak', name: 'gmw/en-US' })) {
    sampleRate = spoken.sampleRate
    for (const sample of spoken.samples) parts.push(sample)
    if (parts.length >= length()) break
  }
  return { samples: Int16Array.from(parts.slice(0, length())), sampleRate }
}
