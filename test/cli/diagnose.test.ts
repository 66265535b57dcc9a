// `lectern diagnose`: what helps is in the bundle, and nothing of the person or their books.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nodeRuntime } from '../../src/io/runtime.ts'
import { diagnose } from '../../src/cli/diagnose.ts'
import { acquireLock } from '../../src/io/sqlite/lock.ts'
import { printed, type Printed } from './printed.ts'
import { runLectern } from './run-lectern.ts'
import { unpacked } from './unpacked.ts'
import { terminalUrl } from '../fixtures/built.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-diagnose-'))
const data = join(folder, 'data')
const planted = {
  title: 'Quenching Marmalade',
  author: 'Ottilie Vandergast',
  text: 'zeppelin',
  path: 'secretshelf',
  key: 'plainkeyplanted42',
  host: 'box.plantedhost.example',
}
const environment = {
  OPENAI_API_KEY: planted.key,
  OPENAI_BASE_URL: `https://${planted.host}/v1`,
}

let codes: (number | null)[]
let files: Map<string, string>
/** Made while another Lectern has the library. */
let closed: Map<string, string>
let closedSaid: Printed

async function diagnosedClosed(bundle: string): Promise<Printed> {
  const lock = acquireLock(join(data, 'lock.db'), { pid: 7, door: 'test', since: 0 })
  try {
    return await printed(() =>
      diagnose(['--out', bundle, '--data', data], nodeRuntime(terminalUrl)),
    )
  } finally {
    lock.release()
  }
}

beforeAll(async () => {
  const shelf = join(folder, planted.path)
  mkdirSync(shelf)
  const book = join(shelf, 'book.md')
  writeFileSync(
    book,
    `---\ntitle: ${planted.title}\nauthor: ${planted.author}\n---\n\n# One\n\nThe ${planted.text} rose.\n`,
  )
  const options = { cwd: folder }
  const out = join(shelf, 'book.wav')
  const narrated = await runLectern(
    [
      'narrate',
      book,
      '--voice',
      'espeak:gmw/en-US',
      '--format',
      'wav',
      '--out',
      out,
      '--data',
      data,
    ],
    options,
  )
  const say = (msg: string, fields: object = {}) =>
    appendFileSync(
      join(data, 'logs/lectern.log'),
      `${JSON.stringify({ level: 40, time: 1, msg, ...fields })}\n`,
    )
  say(`${planted.title} is not read`, { title: planted.title, of: planted.title })
  say(`cannot open ${book}`, { path: book, statement: book })
  say(`the text “the ${planted.text}” is long`, { failure: { code: 'x', detail: planted.text } })
  say('slow operation', {
    ...{ slow: 'operation', operation: 'call', of: 'project.open', durationMs: 1500 },
    spans: [{ operation: 'store', of: planted.host, count: 1, totalMs: 9, spans: [] }],
  })
  const bundle = join(folder, 'bundle.zip')
  const ended = await runLectern(['diagnose', '--out', bundle, '--data', data], {
    ...options,
    environment,
  })
  codes = [narrated.code, ended.code]
  files = await unpacked(bundle)
  const other = join(folder, 'closed.zip')
  closedSaid = await diagnosedClosed(other)
  closed = await unpacked(other)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => JSON.parse(files.get(name) ?? 'null') as unknown

it('holds versions, settings, figures, endpoints, caches and the log', () => {
  expect(codes).toEqual([0, 0])
  expect([...files.keys()].toSorted()).toEqual([
    'cache.json',
    'endpoints.json',
    'log.jsonl',
    'operations.json',
    'performance.json',
    'settings.json',
    'versions.json',
  ])
  expect(read('versions.json')).toMatchObject({
    lectern: expect.any(String),
    node: process.version,
  })
  expect(read('endpoints.json')).toContainEqual(
    expect.objectContaining({ source: 'server-1', hosts: ['internet'] }),
  )
  expect(files.get('log.jsonl')).toContain('the studio is open')
  expect(files.get('log.jsonl')).toContain('"of":"project.open"')
  // What was planted in the log was there to be left out.
  for (const message of ['[title] is not read', 'cannot open [path]', 'the text [quoted]'])
    expect(files.get('log.jsonl')).toContain(`"message":"${message}"`)
})

it.each(Object.entries(planted))('holds nothing of a planted %s', (_, word) => {
  for (const [name, text] of [...files, ...closed])
    expect(text.toLowerCase(), name).not.toContain(word.toLowerCase())
})

it('holds no word of the data folder, and needs a place', async () => {
  for (const text of [...files.values(), ...closed.values()]) expect(text).not.toContain(folder)
  expect((await runLectern(['diagnose'], { cwd: folder })).code).toBe(2)
})

it('holds what can be told while another Lectern is open, and says what it lacks', () => {
  expect(closedSaid.code).toBe(0)
  expect(closedSaid.errors).toMatch(/^Another Lectern \(process 7, test\) is using this library/)
  expect(closedSaid.out).toContain('performance.json')
  expect([...closed.keys()].toSorted()).toEqual([
    'databases.json',
    'left-out.json',
    'log.jsonl',
    'settings.json',
    'versions.json',
  ])
  expect(closed.get('log.jsonl')).toContain('the studio is open')
  expect(closed.get('log.jsonl')).toContain('[title] is not read')
  expect(JSON.parse(closed.get('left-out.json') ?? '')).toMatchObject({ code: 'data-folder-busy' })
})

it('holds no log where nobody can tell which titles are to be left out of it', async () => {
  writeFileSync(join(data, 'projects.db'), 'Words, words, words. '.repeat(900))
  const bundle = join(folder, 'titleless.zip')
  expect((await diagnosedClosed(bundle)).out).toContain('log.jsonl')
  expect([...(await unpacked(bundle)).keys()]).not.toContain('log.jsonl')
})
