// `lectern narrate --overlay` of an EPUB: its own pages, lit as they are heard, in a checker and in a browser.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { systemChromium } from '../fixtures/chromium.ts'
import { checkEpub, hasEpubCheck } from '../fixtures/epub-check.ts'
import { epubEntries } from '../fixtures/epub-entries.ts'
import { chapterOne, epub2, epub3 } from '../fixtures/read-along-epubs.ts'
import { openReadAlong } from '../fixtures/read-along-page.ts'
import { lettersIn, readAlongPairs, type ReadAlongPair } from '../fixtures/read-along-pairs.ts'
import { jsonLines, runLectern } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-overlay-book-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Cue = { start: number; end: number; text: string }

/** Of SubRip, which we wrote. */
function heardCues(srt: string): Cue[] {
  const seconds = (time = '') => {
    const [hours, minutes, rest] = time.replace(',', '.').split(':').map(Number)
    return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)
  }
  return srt
    .trim()
    .split('\n\n')
    .map((block) => {
      const [, times = '', ...lines] = block.split('\n')
      const [start, end] = times.split(' --> ')
      return { start: seconds(start), end: seconds(end), text: lines.join('\n') }
    })
}

type Made = {
  files: Map<string, Buffer>
  texts: Map<string, string>
  pairs: ReadAlongPair[]
  /** What is heard, by the file of sound that it is in. */
  cues: Cue[][]
  report: unknown
}

/** `json`: the lines that the run has printed. */
async function made(name: string, json: readonly Record<string, unknown>[]): Promise<Made> {
  const entries = await epubEntries(readFileSync(at(`shelf/${name}/${name}.read-along.epub`)))
  const files = new Map(entries.map((entry) => [entry.name, Buffer.from(entry.bytes)]))
  const texts = new Map([...files].map(([file, bytes]) => [file, bytes.toString()]))
  const captions = readdirSync(at(`shelf/${name}`)).filter((file) => file.endsWith('.srt'))
  const cues = captions
    .toSorted()
    .map((file) => heardCues(readFileSync(at(`shelf/${name}/${file}`), 'utf8')))
  const done = json.find(({ event, file }) => event === 'done' && String(file).endsWith(name))
  return { files, texts, pairs: readAlongPairs(texts), cues, report: done?.['readAlong'] }
}

/** A document as it was before the spans and the style came. */
function withoutSpans(text = ''): string {
  const open: boolean[] = []
  return text
    .replaceAll(/<span(?:\s[^>]*[^/>])?>|<\/span>/g, (tag) => {
      const isOurs = tag === '</span>' ? open.pop() === true : /id="heard-\d+"/.test(tag)
      if (tag !== '</span>') open.push(isOurs)
      return isOurs ? '' : tag
    })
    .replace(/<link[^>]*read-along[^>]*>/, '')
}

let book: Made
let older: Made
beforeAll(async () => {
  mkdirSync(at('shelf'))
  writeFileSync(at('lamp.epub'), epub3())
  writeFileSync(at('old.epub'), epub2())
  const ended = await runLectern(
    [
      ...['narrate', 'lamp.epub', 'old.epub', '--overlay', '--captions', 'srt', '--format', 'mp3'],
      ...['--per-chapter', '--out', 'shelf', '--data', 'library', '--json'],
    ],
    { cwd: folder },
  )
  expect(ended.errors).not.toMatch(/\n\s+at /)
  expect(ended.code).toBe(0)
  book = await made('lamp', jsonLines(ended))
  older = await made('old', jsonLines(ended))
})

describe('a read-along book of an EPUB', () => {
  it('says that it has the book’s own pages', () => {
    expect(book.report).toEqual({ from: 'book', unplaced: 0 })
    expect(older.report).toEqual({ from: 'book', unplaced: 0 })
  })

  it('keeps styles, pictures, fonts and what protects them to the byte', async () => {
    const before = new Map((await epubEntries(epub3())).map(({ name, bytes }) => [name, bytes]))
    for (const name of [
      'META-INF/container.xml',
      'META-INF/encryption.xml',
      'OEBPS/styles/book.css',
      'OEBPS/fonts/odd.otf',
      'OEBPS/pictures/dot.png',
      'OEBPS/text/nav.xhtml',
    ])
      expect(book.files.get(name), name).toEqual(before.get(name))
  })

  it('changes nothing in a page but for spans and a style', () => {
    expect(withoutSpans(book.texts.get('OEBPS/text/one.xhtml'))).toBe(chapterOne)
  })

  it('says of itself what the book said', () => {
    const opf = book.texts.get('OEBPS/book.opf') ?? ''
    expect(opf).toContain('urn:uuid:11111111-2222-4333-8444-555555555555')
    expect(opf).toContain('<meta refines="#who" property="file-as">Writer, Ada</meta>')
    expect(opf).toContain('<meta property="schema:accessMode">textual</meta>')
    expect(opf).not.toContain('2001-02-03T04:05:06Z')
  })

  test.each(['lamp', 'old'])(
    'lights the words that are heard, within a millisecond: %s',
    (name) => {
      const { pairs, cues } = name === 'lamp' ? book : older
      const sounds = Map.groupBy(pairs, ({ audio }) => audio)
      expect(sounds.size).toBe(cues.length)
      for (const [index, own] of [...sounds.values()].entries()) {
        const heard = cues[index] ?? []
        expect(own.map(({ text }) => lettersIn(text ?? '')).join('')).toBe(
          heard.map(({ text }) => lettersIn(text)).join(''),
        )
        const begins = own.map(({ from }) => from)
        for (const { start } of heard.slice(1))
          expect(Math.min(...begins.map((from) => Math.abs(from - start)))).toBeLessThan(0.0011)
      }
    },
  )

  it('makes a package of EPUB 3 from one of EPUB 2', () => {
    const opf = older.texts.get('OEBPS/book.opf') ?? ''
    expect(opf).toContain('version="3.0"')
    expect(opf).toMatch(/property="role">aut</)
    expect(opf).toContain('<dc:date>1901</dc:date>')
    expect(opf).not.toContain('opf:')
    expect(opf).toMatch(/<item [^>]*properties="svg"[^>]*id="cover"/)
    const text = older.texts.get('OEBPS/one.xhtml') ?? ''
    expect(text).toContain('<!DOCTYPE html>')
    expect(text).toContain('caf\u00e9\u2014a <span style="font-size: larger">large</span>')
    expect(text).not.toMatch(/&nbsp;|iso-8859-1|<acronym|cellpadding/)
    const nav = older.texts.get('OEBPS/read-along/nav.xhtml') ?? ''
    expect(nav).toContain('<a href="../one.xhtml">One &amp; only</a>')
    expect(nav).toContain('<a href="../one.xhtml#inside">Inside</a>')
  })

  test.skipIf(!hasEpubCheck).each(['lamp', 'old'])('is valid for epubcheck: %s', (name) => {
    expect(checkEpub(at(`shelf/${name}/${name}.read-along.epub`)).lines).toEqual([])
  })
})

describe.skipIf(systemChromium === null)('in Chromium (needs one)', () => {
  let browser: Browser
  beforeAll(async () => {
    const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required']
    browser = await chromium.launch({ executablePath: systemChromium ?? '', args })
  })
  afterAll(() => browser.close())

  test.each(['lamp', 'old'])('what is heard is what is lit: %s', async (name) => {
    const { files, pairs, cues } = name === 'lamp' ? book : older
    const page = await openReadAlong(browser, files, pairs)
    const audios = [...new Set(pairs.map(({ audio }) => audio))]
    for (const [index, audio] of audios.entries())
      for (const { start, end, text } of cues[index] ?? []) {
        const lit = await page.litAt(audio, (start + end) / 2)
        expect(lit.colour).toBe('rgb(253, 230, 138)')
        // A speaker and a speech are lit one after the other.
        expect(lit.text).not.toBe('')
        expect(lettersIn(text)).toContain(lettersIn(lit.text))
        const isWhole = pairs.some((pair) => lettersIn(pair.text ?? '') === lettersIn(text))
        if (isWhole) expect(lettersIn(lit.text)).toBe(lettersIn(text))
      }
  })
})
