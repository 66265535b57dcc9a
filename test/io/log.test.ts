// The log on disk: what is said is there, it does not grow for ever, and no secret is in it.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from '../../src/io/log.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const textOf = (name = 'lectern.log') => readFileSync(at(name), 'utf8')
const linesOf = (name = 'lectern.log') =>
  textOf(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { msg: string })
const messages = (name?: string) => linesOf(name).map(({ msg }) => msg)

it('goes on where it ended, while it is small', () => {
  openLog(folder, 'info').info('first')
  openLog(folder, 'info').info('second')
  expect(readdirSync(folder)).toEqual(['lectern.log'])
  expect(messages()).toEqual(['first', 'second'])
})

it('is put aside when it has grown, and the three before it are kept', () => {
  for (const number of [1, 2, 3]) writeFileSync(at(`lectern.log.${number}`), `old ${number}`)
  writeFileSync(at('lectern.log'), 'newest')
  truncateSync(at('lectern.log'), 10_000_001)
  openLog(folder, 'info').info('anew')
  expect(readdirSync(folder).toSorted()).toEqual([
    'lectern.log',
    'lectern.log.1',
    'lectern.log.2',
    'lectern.log.3',
  ])
  expect(messages()).toEqual(['anew'])
  expect(textOf('lectern.log.1')).toContain('newest')
  expect(textOf('lectern.log.2')).toBe('old 1')
  expect(textOf('lectern.log.3')).toBe('old 2')
})

it('is put aside while it is written, and no line is lost between the files', async () => {
  const log = openLog(folder, 'info', 2000)
  for (let number = 0; number < 100; number++) {
    log.info(`line ${number}`)
    // The file before is closed between turns.
    if (number % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const files = ['lectern.log.3', 'lectern.log.2', 'lectern.log.1', 'lectern.log']
  const there = files.filter((name) => readdirSync(folder).includes(name))
  expect(there.length).toBeGreaterThan(2)
  const all = there.flatMap((name) => messages(name))
  expect(all).toEqual(Array.from({ length: 100 }, (_, number) => `line ${number}`))
  for (const name of there) expect(textOf(name).length).toBeLessThanOrEqual(2000)
})

it('keeps at most three old ones, however much is written', async () => {
  const log = openLog(folder, 'info', 400)
  for (let number = 0; number < 100; number++) {
    log.info(`line ${number}`)
    if (number % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(readdirSync(folder).length).toBe(4)
  expect(messages().at(-1)).toBe('line 99')
})

it('lets the program go on where it cannot be written', () => {
  const log = openLog(at('not-there'), 'info')
  expect(() => log.error('nobody hears this')).not.toThrow()
  expect(() => log.flush()).not.toThrow()
})

const secret = 'Zx9-planted-secret'

it.each<[string, string, object]>([
  ['a field of that name', 'm', { apiKey: secret }],
  ['a field deep inside', 'm', { request: { headers: { Authorization: secret, a: 1 } } }],
  ['a list of keys', 'm', { keys: [secret, secret] }],
  ['a table of keys', 'm', { keys: { openai: secret } }],
  ['a token with quotes in it', 'm', { token: `a"${secret}` }],
  ['JSON in a text', 'm', { detail: JSON.stringify({ api_key: secret, other: 'x' }) }],
  ['JSON in a text, with quotes', 'm', { detail: JSON.stringify({ token: `a"b\\${secret}` }) }],
  ['a header in a message', `Authorization: ${secret}`, {}],
  ['a bearer in a message', `refused Bearer ${secret} again`, {}],
  ['a link', `Lectern is at http://127.0.0.1:80/?token=${secret}#/x`, {}],
  ['a key in an address', 'm', { url: `https://host/v1?key=${secret}&voice=a` }],
  ['a password in an address', 'm', { url: `https://me:${secret}@host/v1` }],
  ['an error', 'm', { error: String(new Error(`api_key=${secret} is wrong`)) }],
])('hides a secret in %s', (_, message, fields) => {
  openLog(folder, 'info').info(message, { ...fields, last: 'stays' })
  expect(textOf()).not.toContain(secret)
  expect(linesOf()).toMatchObject([{ last: 'stays' }])
})

it.each(['sk-proj-abcdefgh12345678', 'hf_abcdefghijklmnop', 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl'])(
  'knows %s by its shape',
  (key) => {
    openLog(folder, 'info').info(`the server said ${key} is wrong`)
    expect(textOf()).not.toContain(key)
    expect(messages()).toEqual(['the server said [hidden] is wrong'])
  },
)

it('hides what it was told to hide, wherever it stands and however it is written', () => {
  const log = openLog(folder, 'info')
  log.hide('plain"word/here')
  log.hide(null)
  log.hide('the')
  log.info('the plain"word/here in a sentence', { field: ['plain"word/here'] })
  log.info('in an address', { url: `http://x/${encodeURIComponent('plain"word/here')}` })
  expect(textOf()).not.toContain('word')
  expect(messages()[0]).toBe('the [hidden] in a sentence')
})

it('leaves ordinary words as they are', () => {
  const said = {
    operation: 'call',
    of: 'voice.list',
    note: 'a basic voice; the digest differs; 3 tokens',
    durationMs: 1200,
  }
  openLog(folder, 'info').info('a token was refused: it is old', said)
  expect(linesOf()).toMatchObject([{ ...said, msg: 'a token was refused: it is old' }])
})
