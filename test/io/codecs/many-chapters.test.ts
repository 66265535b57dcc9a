// Six hundred chapters in every format that has marks, as a reader of the file sees them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFormatNames, exportFormats } from '../../../src/contract/index.ts'
import { encodingOf } from '../../../src/core/export/encoding-of.ts'
import { encodeSound, fileOf } from './encoded.ts'
import { hasTool, hear, probe } from './reference-tools.ts'
import { syllables } from './sounds.ts'

const formats = exportFormatNames.filter((format) => exportFormats[format].hasMarks)
const isExact = (format: string) => ['m4b', 'm4a', 'flac'].includes(format)

test.skipIf(!hasTool('ffprobe')).each(formats)(
  '600 chapters with titles of all kinds are read back from %s, every mark in its place (needs ffprobe)',
  async (format) => {
    const rate = 24_000
    const samples = 9 * 1024
    const piece = await encodeSound(syllables(samples, rate, 1), rate, encodingOf({ format }))
    const chapters = Array.from({ length: 600 }, (_, i) => ({
      title: `Kapitel ${i} ${['🎧', '三', 'é'][i % 3]}`,
      pieces: 1,
    }))
    const { whole, bytes } = fileOf(format, {
      pieces: chapters.map(() => piece),
      chapters,
      tags: { title: 'T', authors: [], narrator: '', language: '' },
      cover: null,
    })
    expect(whole.length).toBe(bytes)
    const folder = mkdtempSync(join(tmpdir(), 'lectern-chapters-'))
    const path = join(folder, `book.${format}`)
    writeFileSync(path, whole)
    // Where encoders put something in front and behind, it stays, and a chapter is longer by it.
    const apart = isExact(format) ? samples : piece.sizes.length * piece.frameSamples
    const read = probe(path).chapters
    expect(read.map(({ tags }) => tags.title)).toEqual(chapters.map(({ title }) => title))
    for (const [index, { start, time_base: base }] of read.entries()) {
      const [over = 0, under = 1] = base.split('/').map(Number)
      expect(Math.abs((start * over) / under - (index * apart) / rate)).toBeLessThan(0.001)
    }
    const { complaints, samples: heard } = hear(path, rate)
    expect(complaints).toBe('')
    expect(Math.abs(heard.length - (599 * apart + samples))).toBeLessThanOrEqual(
      isExact(format) ? 0 : 1,
    )
    rmSync(folder, { recursive: true })
  },
)
