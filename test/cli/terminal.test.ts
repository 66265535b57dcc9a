// The terminal's words, exit codes and JSON: public, and so held here.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWithin } from './printed.ts'
import { lastJson, runLectern, type RunOptions } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-terminal-'))
const at = (name: string) => join(folder, name)
const data = at('library')

const lectern = (args: string[], onLine?: RunOptions['onLine']) =>
  runLectern(args, { cwd: folder, ...(onLine ? { onLine } : {}) })

beforeAll(() => {
  writeFileSync(
    at('tale.md'),
    '# A Tale\n\n## One\n\nIt was early. Nobody was up.\n\n## Two\n\nThen somebody was.\n',
  )
  const paragraphs = Array.from({ length: 400 }, (_, index) =>
    `Wave ${index} came in and went out, as waves do, and nobody counted it but the keeper of the lamp. `.repeat(
      3,
    ),
  )
  writeFileSync(at('long.md'), `# Long\n\n${paragraphs.join('\n\n')}\n`)
  writeFileSync(at('empty.epub'), '')
  writeFileSync(at('picture.epub'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  mkdirSync(at('shelf'))
  mkdirSync(at('other'))
  writeFileSync(at('other/tale.md'), '# Another\n\nQuite another.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the terminal refuses in a sentence', () => {
  it.each<[string, string[], number, string]>([
    ['a word it does not know', ['sing'], 2, 'lectern narrate BOOK'],
    ['no word', [], 2, 'lectern narrate BOOK'],
    ['no book', ['narrate'], 2, 'BOOK is missing'],
    ['an option it does not know', ['narrate', 'tale.md', '--loud'], 2, '--loud'],
    ['a format it cannot write', ['narrate', 'tale.md', '--format', 'ogg'], 2, 'ogg'],
    ['a name that says another format', ['narrate', 'tale.md', '--out', 'tale.ogg'], 2, 'tale.ogg'],
    [
      'a name that contradicts the format',
      ['narrate', 'tale.md', '--out', 'a.wav', '--format', 'm4b'],
      2,
      'a.wav',
    ],
    ['a preset that is none', ['narrate', 'tale.md', '--preset', 'loud'], 2, '--preset'],
    ['lanes that are none', ['narrate', 'tale.md', '--concurrency', 'two'], 2, 'two'],
    ['a budget that is none', ['narrate', 'tale.md', '--budget', '0'], 2, '--budget'],
    ['a model of no server', ['narrate', 'tale.md', '--model', 'tts-1'], 2, '--server is missing'],
    [
      'plain http beyond this machine',
      ['narrate', 'tale.md', '--server', 'http://192.0.2.1/v1'],
      1,
      'http://192.0.2.1/v1” is not used',
    ],
    [
      'the same for a list of voices',
      ['voices', '--server', 'http://192.0.2.1/v1'],
      1,
      'http://192.0.2.1/v1” is not used',
    ],
    ['a word for voices that it does not know', ['voices', 'sing', 'x'], 2, 'sing'],
    ['no voice to add', ['voices', 'add'], 2, 'FOLDER is missing'],
    ['a folder that is no voice', ['voices', 'add', 'shelf'], 1, 'is no voice Lectern knows'],
    ['a voice to remove that is not there', ['voices', 'remove', 'gone'], 1, 'not there'],
    ['chapters that are none', ['narrate', 'tale.md', '--chapters', '9'], 2, '--chapters'],
    ['a voice nobody has', ['narrate', 'tale.md', '--voice', 'nobody'], 2, 'no voice “nobody”'],
    [
      'two books for one file',
      ['narrate', 'tale.md', 'other/tale.md', '--out', 'shelf'],
      2,
      '--out',
    ],
    [
      'a folder that is not there',
      ['narrate', 'tale.md', '--out', 'gone/tale.m4b'],
      1,
      'is not there',
    ],
    ['a book that is not there', ['narrate', 'gone.epub'], 1, 'There is no file'],
    ['an empty book', ['narrate', 'empty.epub'], 1, 'is empty'],
    ['a picture', ['inspect', 'picture.epub'], 1, 'is not a book'],
    ['a folder', ['inspect', 'shelf'], 1, 'cannot be read'],
    ['a cache word it does not know', ['cache', 'polish'], 2, 'polish'],
  ])('%s', async (_, args, code, words) => {
    const withData =
      args.length > 0 && args[0] !== 'inspect' && args[0] !== 'sing' ? ['--data', data] : []
    const ended = await runWithin(folder, [...args, ...withData])
    expect(ended.errors + ended.out).toContain(words)
    expect(ended.code).toBe(code)
    expect(ended.errors).not.toMatch(/\n\s+at /)
  })

  it('the book as its own target, and leaves it as it was', async () => {
    const before = readFileSync(at('tale.md'), 'utf8')
    writeFileSync(at('tale.m4b'), before)
    const args = ['narrate', 'tale.m4b', '--out', 'tale.m4b', '--data', data]
    const ended = await runWithin(folder, args)
    expect(ended.code).toBe(2)
    expect(readFileSync(at('tale.m4b'), 'utf8')).toBe(before)
    rmSync(at('tale.m4b'))
  })
})

describe('the terminal', () => {
  it('refuses with the exit code of a process, and nothing on stdout', async () => {
    const ended = await lectern(['narrate', 'tale.md', '--loud'])
    expect(ended).toMatchObject({ code: 2, out: '', errors: expect.stringContaining('--loud') })
  })

  it('narrates two chapters, and says so in one JSON object a line', async () => {
    const ended = await lectern(['narrate', 'tale.md', '--out', 'shelf', '--data', data, '--json'])
    expect(ended.code).toBe(0)
    for (const line of ended.out.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    expect(lastJson(ended)).toMatchObject({
      event: 'done',
      file: at('shelf/tale.m4b'),
      chapters: 2,
      synthesized: expect.any(Number),
      cacheHits: 0,
      segments: expect.any(Number),
      durationSeconds: expect.any(Number),
      wallSeconds: expect.any(Number),
      peakRssBytes: expect.any(Number),
    })
    expect(existsSync(at('shelf/tale.m4b'))).toBe(true)
  })

  it('speaks nothing a second time, and writes over its own file', async () => {
    const ended = await lectern(['narrate', 'tale.md', '--out', 'shelf', '--data', data, '--json'])
    expect(lastJson(ended)).toMatchObject({ event: 'done', synthesized: 0 })
  })

  it('neither reads nor leaves takes without the cache', async () => {
    const args = [
      'narrate',
      'tale.md',
      '--out',
      'fresh.wav',
      '--data',
      at('untouched'),
      '--no-cache',
      '--json',
    ]
    const done = lastJson(await lectern(args))
    expect(done).toMatchObject({ event: 'done', cacheHits: 0 })
    expect(existsSync(at('untouched'))).toBe(false)
    expect(existsSync(at('fresh.wav'))).toBe(true)
  })

  it('ends with 130 when it is interrupted, leaving no part of a file', async () => {
    const ended = await lectern(
      ['narrate', 'long.md', '--out', 'shelf/long.m4b', '--data', data, '--json'],
      (line, interrupt) => {
        if (line.includes('"speaking"')) interrupt()
      },
    )
    expect(ended.code).toBe(130)
    expect(readdirSync(at('shelf'))).toEqual(['tale.m4b'])
  })

  it('says how it is used, also behind a command', async () => {
    for (const words of [['--help'], ['inspect', '--help'], ['narrate', 'tale.md', '-h']]) {
      const { code, out } = await lectern(words)
      expect([code, out.split('\n')[0]]).toEqual([0, 'Lectern makes audiobooks.'])
    }
  })

  it('inspects without making a sound', async () => {
    const found = lastJson(await lectern(['inspect', 'tale.md', '--json']))
    expect(found).toMatchObject({
      title: 'A Tale',
      authors: [],
      letters: expect.any(Number),
      segments: expect.any(Number),
      warnings: expect.any(Array),
    })
    expect(
      (found['chapters'] as { title: string; spoken: boolean; first: string }[]).at(-1),
    ).toMatchObject({
      title: 'Two',
      level: expect.any(Number),
      matter: 'body',
      spoken: true,
      words: expect.any(Number),
      characters: expect.any(Number),
      first: 'Two Then somebody was.',
    })
  })

  it('lists voices, statistics and its own health as JSON', async () => {
    const voices = await lectern(['voices', '--json'])
    expect(voices.out).toContain('"espeak:gmw/en-US"')
    expect(voices.out).toContain('"flite:slt"')
    const stats = lastJson(await lectern(['cache', 'stats', '--data', data, '--json']))
    expect(stats).toMatchObject({ kinds: expect.any(Array), maxBytes: expect.any(Number) })
    const health = await lectern(['doctor', '--data', data, '--json'])
    expect(health.code).toBe(0)
    expect(lastJson(health)).toMatchObject({
      voices: expect.any(Number),
      settings: expect.any(Array),
      codecs: { name: 'native', reason: expect.any(String) },
      databases: [
        { name: 'projects', version: expect.any(Number) },
        { name: 'takes', version: expect.any(Number) },
      ],
      integrity: 'sound',
      cache: { kinds: expect.any(Array) },
    })
  })

  it('tells how each endpoint is, also one that is not there', async () => {
    const options = {
      cwd: folder,
      environment: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    }
    const json = lastJson(await runLectern(['doctor', '--data', data, '--json'], options))
    expect(json['endpoints']).toContainEqual(
      expect.objectContaining({ id: 'espeak/espeak', answers: true, breaker: 'closed' }),
    )
    expect(json['endpoints']).toContainEqual(
      expect.objectContaining({
        id: expect.stringMatching(/^openai-env\//),
        answers: false,
        nextTryAt: null,
      }),
    )
    const { out } = await runLectern(['doctor', '--data', data], options)
    expect(out).toMatch(/^Endpoint: .*\(openai-env\/.*does not answer/m)
    expect(out).toMatch(/^Database of takes: version \d+, .* MB/m)
  })

  it('says which codecs are in use, and knows no others', async () => {
    const health = (codecs: string) =>
      runLectern(['doctor', '--data', data], {
        cwd: folder,
        environment: { LECTERN_CODECS: codecs },
      })
    const wasm = await health('wasm')
    expect(wasm.code).toBe(0)
    expect(wasm.out).toMatch(/Codecs: WASM.*asked for by LECTERN_CODECS/)
    const other = await health('opus')
    expect(other).toMatchObject({ code: 2, errors: expect.stringContaining('LECTERN_CODECS') })
  })
})
