// Six hundred chapters, as a reader of the file sees them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { floatFromInt16 } from '../../../src/core/audio/pcm.ts'
import { layOutM4b } from '../../../src/core/export/m4b.ts'
import { encodeAac } from '../../../src/io/codecs/aac.ts'
import { hasTool, hear, probe } from './reference-tools.ts'
import { syllables } from './sounds.ts'

test.skipIf(!hasTool('ffprobe'))(
  '600 chapters with titles of all kinds are read back, every mark exact (needs ffprobe)',
  () => {
    const rate = 24_000
    const samples = 9 * 1024
    const { sizes, bytes, config } = encodeAac(
      floatFromInt16(syllables(samples, rate, 1)),
      rate,
      32_000,
    )
    const chapters = Array.from({ length: 600 }, (_, i) => ({
      title: `Kapitel ${i} ${['🎧', '三', 'é'][i % 3]}`,
      samples,
    }))
    const { head, ranges } = layOutM4b({
      sampleRate: rate,
      frameSamples: 1024,
      primingSamples: 1024,
      config,
      groups: chapters.map(() => ({ sizes, samples })),
      chapters,
      tags: { title: 'T', authors: [], narrator: '', language: '' },
      cover: null,
    })
    const folder = mkdtempSync(join(tmpdir(), 'lectern-chapters-'))
    const path = join(folder, 'book.m4b')
    writeFileSync(
      path,
      Buffer.concat([head, ...ranges.map(({ length }) => bytes.subarray(0, length))]),
    )
    const read = probe(path).chapters
    expect(read.map(({ start }) => start)).toEqual(chapters.map((_, i) => i * samples))
    expect(read.map(({ tags }) => tags.title)).toEqual(chapters.map(({ title }) => title))
    const { complaints, samples: heard } = hear(path, rate)
    expect(complaints).toBe('')
    expect(heard.length).toBe(600 * samples)
    rmSync(folder, { recursive: true })
  },
)
