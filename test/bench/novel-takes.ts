// The segments of a corpus novel, spoken one after the other by an embedded engine in this process.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SpokenPart } from '../../src/contract/index.ts'
import { segmentChapter } from '../../src/core/segment/segment-chapter.ts'
import { createEspeak } from '../../src/io/speech/espeak.ts'
import { createFlite } from '../../src/io/speech/flite.ts'
import { createSoundBuffer } from '../../src/io/speech/sound-buffer.ts'
import { speakParts } from '../../src/io/speech/speak-parts.ts'
import { readAll } from '../fixtures/read-all.ts'

/** What is spoken of the book's chapters, segment by segment. */
export async function segmentsOf(path: string, language: string): Promise<SpokenPart[][]> {
  const { chapters } = await readAll(readFileSync(path), basename(path))
  return chapters
    .flatMap((chapter, index) => segmentChapter(chapter, `c${index}`, language))
    .map(({ spoken }) => spoken)
    .filter((spoken) => spoken.length > 0)
}

/** Speaks each segment. The samples are the caller's until the next is asked for. */
export async function* speakSegments(
  segments: readonly SpokenPart[][],
  voice: { provider: 'espeak' | 'flite'; name: string },
): AsyncGenerator<{ spoken: SpokenPart[]; samples: Int16Array; sampleRate: number }> {
  const engine = await (voice.provider === 'espeak' ? createEspeak() : createFlite())
  const sound = createSoundBuffer()
  const sampleRate = engine.sampleRate(voice.name)
  for (const spoken of segments) {
    sound.clear()
    speakParts(engine, { spoken, voice: voice.name, rate: 1 }, sound, () => false)
    yield { spoken, samples: sound.samples, sampleRate }
  }
}
