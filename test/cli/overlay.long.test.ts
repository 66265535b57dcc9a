// `lectern narrate --overlay`: a read-along EPUB beside the audio, as a checker and a player see it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { checkEpub, hasEpubCheck } from '../fixtures/epub-check.ts'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { hasTool, hear } from '../io/codecs/reference-tools.ts'
import { runLectern } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-overlay-'))
const at = (name: string) => join(folder, name)
const lectern = (...args: string[]) => runLectern([...args, '--data', 'library'], { cwd: folder })

const tale = `# A Tale & Others

## One 🧳

It was early. Nobody was up, and nothing moved but the sea, which never sleeps at all in these parts.

Bread & salt.

* * *

Then it rained.

## Two

שלום. Then somebody was.
`

beforeAll(() => writeFileSync(at('tale.md'), tale))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of a read-along book, in its order. */
const filesOf = async (path: string) =>
  new Map(
    (await epubEntries(readFileSync(path))).map(({ name, bytes }) => [name, Buffer.from(bytes)]),
  )
const textOf = (files: ReadonlyMap<string, Buffer>, name: string): string =>
  files.get(name)?.toString() ?? ''

const formats = ['m4b', 'mp3', 'opus'] as const

describe('an overlay', () => {
  beforeAll(async () => {
    for (const format of formats) {
      const { code, errors } = await lectern(
        ...['narrate', 'tale.md', '--overlay', '--out', `${format}.${format}`],
      )
      expect(errors).not.toMatch(/\n\s+at /)
      expect(code).toBe(0)
    }
  })

  it('lies beside its audio, and nothing else does', () => {
    const made = readdirSync(folder).filter((name) => !['library', 'tale.md'].includes(name))
    expect(made.toSorted()).toEqual(
      formats.flatMap((format) => [`${format}.read-along.epub`, `${format}.${format}`]).toSorted(),
    )
  })

  it('begins as every EPUB must', async () => {
    const [first] = await filesOf(at('mp3.read-along.epub'))
    expect(first?.[0]).toBe('mimetype')
    // Stored without an extra field, at a fixed place: so it can be told without unpacking.
    const bytes = readFileSync(at('mp3.read-along.epub'))
    expect([bytes.readUInt16LE(8), bytes.readUInt16LE(28)]).toEqual([0, 0])
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  test.each(formats)(
    'of %s holds the text, its sound in a format for readers, and clips',
    async (format) => {
      const files = await filesOf(at(`${format}.read-along.epub`))
      const text = textOf(files, 'EPUB/chapter-0001.xhtml')
      expect(text).toContain('Bread &amp; salt.')
      expect(text).toContain('<hr/>')
      const ending = format === 'mp3' ? 'mp3' : 'm4a'
      expect([...files.keys()]).toContain(`EPUB/audio/chapter-0002.${ending}`)
      const smil = textOf(files, 'EPUB/chapter-0001.smil')
      const clips = [...smil.matchAll(/clipBegin="([\d.]+)s" clipEnd="([\d.]+)s"/g)]
      expect(clips.length).toBeGreaterThanOrEqual(3)
      expect(clips[0]?.[1]).toBe('0.000')
      for (const [index, clip] of clips.entries())
        if (index > 0) expect(clip[1]).toBe(clips[index - 1]?.[2])
    },
  )

  test.skipIf(!hasTool('ffmpeg')).each(formats)(
    'of %s says when each sound begins',
    async (format) => {
      const files = await filesOf(at(`${format}.read-along.epub`))
      const ending = format === 'mp3' ? 'mp3' : 'm4a'
      const audio = at(`library/heard.${ending}`)
      writeFileSync(audio, files.get(`EPUB/audio/chapter-0001.${ending}`) ?? '')
      const { samples, complaints } = hear(audio, 24_000)
      expect(complaints).toBe('')
      const smil = textOf(files, 'EPUB/chapter-0001.smil')
      const times = [...smil.matchAll(/clipBegin="([\d.]+)s" clipEnd="([\d.]+)s"/g)]
      expect(Math.abs(Number(times.at(-1)?.[2]) - samples.length / 24_000)).toBeLessThan(0.05)
      const loudest = (from: number, to: number) =>
        samples
          .subarray(Math.round(from * 24_000), Math.round(to * 24_000))
          .reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      for (const [, begin] of times.slice(1)) {
        // Before it our own pause, behind it the sound.
        expect(loudest(Number(begin) - 0.1, Number(begin) - 0.01)).toBeLessThan(100)
        expect(loudest(Number(begin), Number(begin) + 0.2)).toBeGreaterThan(500)
      }
    },
  )

  test.skipIf(!hasEpubCheck).each(formats)('of %s is valid for epubcheck', (format) => {
    expect(checkEpub(at(`${format}.read-along.epub`)).lines).toEqual([])
  })

  it('of several files lies in their folder, under its name', async () => {
    await lectern('narrate', 'tale.md', '--overlay', '--per-chapter', '--out', 'Mr. Dots')
    const names = readdirSync(at('Mr. Dots'))
    expect(names).toContain('Mr. Dots.read-along.epub')
    expect(names.filter((name) => name.endsWith('.m4a'))).toEqual([])
    expect(basename(at('Mr. Dots'))).toBe('Mr. Dots')
  })
})
