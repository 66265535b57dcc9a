// What the terminal makes of a spoken book: files for chapters, parts, captions, tags, a part of it.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainPng } from '../fixtures/small-book.ts'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { runWithin } from './printed.ts'
import { jsonLines, lastJson, runLectern } from './run-lectern.ts'

const home = mkdtempSync(join(tmpdir(), 'lectern-export-'))
const at = (name: string) => join(home, name)
const narrate = (...args: string[]) =>
  runLectern(['narrate', ...args, '--data', at('library'), '--json'], { cwd: home })

/** What is refused needs no process of its own. */
const refused = (...args: string[]) =>
  runWithin(home, ['narrate', ...args, '--data', at('library'), '--json'])

/** Null where there is no ffprobe. */
function tagsOf(path: string): Record<string, string> | null {
  const words = ['-v', 'error', '-show_entries', 'format_tags', '-of', 'json', path]
  try {
    const { format } = JSON.parse(execFileSync('ffprobe', words, { encoding: 'utf8' })) as {
      format: { tags: Record<string, string> }
    }
    return format.tags
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

beforeAll(() => {
  writeFileSync(
    at('tale.md'),
    '# A Tale\n\n## One\n\nIt was early. Nobody was up.\n\n## Two\n\nThen somebody was.\n',
  )
  writeFileSync(at('cover.png'), plainPng(8, 8, [20, 80, 60]))
  writeFileSync(at('words.png'), 'These are words.')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('an export in the terminal', () => {
  it('is a file for each chapter, with captions, tags and a cover of its own', async () => {
    const ended = await narrate(
      ...['tale.md', '--format', 'mp3', '--per-chapter', '--captions', 'srt'],
      ...['--title', 'The Tale', '--author', 'Ada Reed', '--author', 'Bo Lund'],
      ...['--narrator', 'Eva', '--series', 'Tales', '--part', '2', '--year', '1891'],
      ...['--cover', 'cover.png', '--kilobits', '48'],
    )
    expect(ended.code).toBe(0)
    const files = ['01 One', '02 Two']
    expect(lastJson(ended)).toMatchObject({
      event: 'done',
      file: at('tale'),
      files: files.length,
      missing: 0,
      chapters: 2,
    })
    expect(readdirSync(at('tale')).toSorted()).toEqual([
      ...files.flatMap((file) => [`${file}.mp3`, `${file}.srt`]),
      'cover.png',
      'metadata.json',
    ])
    expect(readFileSync(at('tale/02 Two.srt'), 'utf8')).toContain('Then somebody was.')
    expect(JSON.parse(readFileSync(at('tale/metadata.json'), 'utf8'))).toMatchObject({
      title: 'The Tale',
      authors: ['Ada Reed', 'Bo Lund'],
      series: ['Tales #2'],
    })
    expect(readFileSync(at('tale/cover.png'))).toEqual(readFileSync(at('cover.png')))
    const tags = tagsOf(at('tale/01 One.mp3'))
    if (tags) expect(tags).toMatchObject({ album: 'The Tale', title: 'One', date: '1891' })
  })

  it('fills the folder that is named, also a second time', async () => {
    const args = ['tale.md', '--format', 'opus', '--split', '1', '--out', 'parts'] as const
    for (let run = 0; run < 2; run++) {
      const ended = await narrate(...args)
      expect(lastJson(ended)).toMatchObject({ event: 'done', file: at('parts'), files: 1 })
    }
    expect(readdirSync(at('parts'))).toEqual(['01 A Tale, part 1.opus', 'metadata.json'])
  })

  it.each(['m4a', 'flac'])('is one %s, as the ending says', async (format) => {
    const ended = await narrate('tale.md', '--out', `tale.${format}`)
    expect(ended.code).toBe(0)
    expect(existsSync(at(`tale.${format}`))).toBe(true)
  })

  it('is what could be spoken, where a part will do, and says so', async () => {
    writeFileSync(at('hard.md'), '# Hard\n\nThis will be said.\n')
    const server = await startSpeechServer()
    const speak = (...more: string[]) =>
      narrate('hard.md', '--out', 'hard.m4b', '--server', server.url, ...more)
    expect((await speak()).code).toBe(0)
    rmSync(at('hard.m4b'))
    writeFileSync(at('hard.md'), '# Hard\n\nThis will be said.\n\nAnd this will be refused.\n')
    await server.control('bad-400-openai', { times: null })
    expect((await speak()).code).toBe(1)
    expect(existsSync(at('hard.m4b'))).toBe(false)

    const part = await speak('--partial')
    await server.close()
    expect(part.code).toBe(1)
    const refused = jsonLines(part).filter(({ event }) => event === 'segment-failed')
    expect(refused.length).toBeGreaterThan(0)
    expect(lastJson(part)).toMatchObject({ event: 'done', missing: refused.length, chapters: 1 })
    const { gaps } = lastJson(part) as { gaps: { title: string; missing: number }[] }
    expect(gaps).toEqual([
      { title: expect.stringContaining('Hard'), missing: refused.length, whole: false },
    ])
    expect(existsSync(at('hard.m4b'))).toBe(true)
  })
})

describe('a copy in another folder', () => {
  it('is there when the audiobook is, and says so; a folder that is not there is refused first', async () => {
    mkdirSync(at('shelf'))
    const ended = await narrate('tale.md', '--out', 'copied.m4b', '--copy-to', 'shelf')
    expect(ended.code).toBe(0)
    const file = join(at('shelf'), 'copied.m4b')
    expect(lastJson(ended)).toMatchObject({ event: 'done', copy: { file } })
    expect(readFileSync(file)).toEqual(readFileSync(at('copied.m4b')))
    const gone = await refused('tale.md', '--out', 'copied.m4b', '--copy-to', 'gone')
    expect(jsonLines(gone)).toMatchObject([
      { event: 'failed', code: 'target-missing', params: { folder: at('gone') } },
    ])
  })

  it('that fails is told with the reason, and the audiobook is there', async () => {
    mkdirSync(join(at('blocked'), 'blocked.m4b'), { recursive: true })
    const ended = await narrate('tale.md', '--out', 'blocked.m4b', '--copy-to', 'blocked')
    expect(ended.code).toBe(1)
    expect(lastJson(ended)).toMatchObject({
      event: 'done',
      copy: { code: 'folder-not-writable', sentence: 'Lectern may not write to it.' },
    })
    expect(existsSync(at('blocked.m4b'))).toBe(true)
  })

  it('would not be written over a book that is read', async () => {
    mkdirSync(at('books'))
    writeFileSync(at('books/own.read-along.epub'), 'a book')
    const place = ['--overlay', '--out', 'own.m4b', '--copy-to', 'books']
    const ended = await refused('books/own.read-along.epub', ...place)
    expect(ended.code).toBe(2)
    expect(lastJson(ended)).toMatchObject({ params: { option: '--copy-to' } })
  })
})

describe('an option that says nothing useful is refused by name', () => {
  it.each<[option: string, value: string, args: string[]]>([
    ['--format', 'ogg', ['--format', 'ogg']],
    ['--captions', 'sub', ['--captions', 'sub']],
    ['--split', 'two', ['--split', 'two']],
    ['--split', '0', ['--split', '0']],
    ['--split', '2', ['--split', '2', '--per-chapter']],
    ['--kilobits', '8', ['--kilobits', '8']],
    ['--kilobits', '64', ['--kilobits', '64', '--format', 'flac']],
    ['--kilobits', '300', ['--kilobits', '300', '--format', 'opus']],
    ['--vbr', '10', ['--vbr', '10', '--format', 'mp3']],
    ['--vbr', '4', ['--vbr', '4']],
    ['--vbr', '4', ['--vbr', '4', '--acx']],
    ['--year', 'MDCCC', ['--year', 'MDCCC']],
    ['--out', 'tale.mp3', ['--per-chapter', '--out', 'tale.mp3']],
    ['--author', 'x'.repeat(1001), ['--author', 'Ada', '--author', 'x'.repeat(1001)]],
  ])('%s %s', async (option, value, args) => {
    const ended = await refused('tale.md', ...args)
    expect(ended.code).toBe(2)
    expect(lastJson(ended)).toMatchObject({ code: 'option-invalid', params: { option, value } })
  })

  it('a place where a read-along book would be written over the book that is read', async () => {
    writeFileSync(at('own.read-along.epub'), 'a book')
    const ended = await refused('own.read-along.epub', '--overlay', '--out', 'own.m4b')
    expect(ended.code).toBe(2)
    expect(lastJson(ended)).toMatchObject({ code: 'option-invalid', params: { option: '--out' } })
  })

  it.skipIf(process.platform === 'win32')('a place where a pipe is, which stays one', async () => {
    execFileSync('mkfifo', [at('pipe.m4b')])
    const ended = await refused('tale.md', '--out', 'pipe.m4b')
    expect(ended.code).toBe(2)
    expect(lastJson(ended)).toMatchObject({ code: 'option-invalid', params: { option: '--out' } })
    expect(statSync(at('pipe.m4b')).isFIFO()).toBe(true)
  })

  it('a place in what is no folder, before anything is spoken', async () => {
    const ended = await refused('tale.md', '--out', 'cover.png/tale.m4b')
    const folder = at('cover.png')
    expect(jsonLines(ended)).toMatchObject([{ code: 'target-missing', params: { folder } }])
  })

  it('a cover that is no picture, before anything is spoken', async () => {
    const ended = await refused('tale.md', '--cover', 'words.png')
    expect(jsonLines(ended)).toMatchObject([{ event: 'failed', code: 'not-a-picture' }])
    const missing = await refused('tale.md', '--cover', 'gone.png')
    expect(jsonLines(missing)).toMatchObject([{ event: 'failed', code: 'file-missing' }])
  })
})
