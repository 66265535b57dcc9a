// `lectern narrate --overlay`: a read-along EPUB beside the audio, as a checker and a player see it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fromBuffer, type Entry } from 'yauzl'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
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

/** The contents of a zip, in its order. */
function unzipped(path: string): Promise<Map<string, { bytes: Buffer; entry: Entry }>> {
  const found = new Map<string, { bytes: Buffer; entry: Entry }>()
  return new Promise((resolve, reject) => {
    fromBuffer(readFileSync(path), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            found.set(entry.fileName, { bytes: Buffer.concat(parts), entry })
            zip.readEntry()
          })
        }),
      )
      zip.readEntry()
    })
  })
}

/** Debian's package, a jar that only some kernels run by itself. */
const checker = ['/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar'].find(existsSync)
const hasChecker = checker !== undefined && hasTool('java')

function validate(path: string): string {
  const { stdout, stderr } = spawnSync('java', ['-jar', checker ?? '', path], { encoding: 'utf8' })
  return stdout + stderr
}

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
  }, 60_000)

  it('lies beside its audio, and nothing else does', () => {
    const made = readdirSync(folder).filter((name) => !['library', 'tale.md'].includes(name))
    expect(made.toSorted()).toEqual(
      formats.flatMap((format) => [`${format}.read-along.epub`, `${format}.${format}`]).toSorted(),
    )
  })

  it('begins as every EPUB must', async () => {
    const [first] = await unzipped(at('mp3.read-along.epub'))
    expect(first?.[0]).toBe('mimetype')
    expect(first?.[1].entry).toMatchObject({ compressionMethod: 0, extraFieldLength: 0 })
    // At a fixed place, so that it can be told without unpacking.
    expect(readFileSync(at('mp3.read-along.epub')).toString('latin1', 30, 58)).toBe(
      'mimetypeapplication/epub+zip',
    )
  })

  test.each(formats)(
    'of %s holds the text, its sound in a format for readers, and clips',
    async (format) => {
      const files = await unzipped(at(`${format}.read-along.epub`))
      const text = files.get('EPUB/chapter-0001.xhtml')?.bytes.toString() ?? ''
      expect(text).toContain('Bread &amp; salt.')
      expect(text).toContain('<hr/>')
      const ending = format === 'mp3' ? 'mp3' : 'm4a'
      expect([...files.keys()]).toContain(`EPUB/audio/chapter-0002.${ending}`)
      const smil = files.get('EPUB/chapter-0001.smil')?.bytes.toString() ?? ''
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
      const files = await unzipped(at(`${format}.read-along.epub`))
      const ending = format === 'mp3' ? 'mp3' : 'm4a'
      const audio = at(`library/heard.${ending}`)
      writeFileSync(audio, files.get(`EPUB/audio/chapter-0001.${ending}`)?.bytes ?? '')
      const { samples, complaints } = hear(audio, 24_000)
      expect(complaints).toBe('')
      const smil = files.get('EPUB/chapter-0001.smil')?.bytes.toString() ?? ''
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

  test.skipIf(!hasChecker).each(formats)('of %s is valid for epubcheck', (format) => {
    expect(validate(at(`${format}.read-along.epub`))).toContain('0 fatals / 0 errors / 0 warnings')
  })

  it('of several files lies in their folder, under its name', async () => {
    await lectern('narrate', 'tale.md', '--overlay', '--per-chapter', '--out', 'Mr. Dots')
    const names = readdirSync(at('Mr. Dots'))
    expect(names).toContain('Mr. Dots.read-along.epub')
    expect(names.filter((name) => name.endsWith('.m4a'))).toEqual([])
    expect(basename(at('Mr. Dots'))).toBe('Mr. Dots')
  })
})
