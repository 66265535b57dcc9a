import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands, mostCallBytes } from '../../src/contract/index.ts'
import type { Clock } from '../../src/core/base/scope.ts'
import { startWeb, type WebDoor } from '../../src/web/start-web.ts'
import { createTinyStudio, type TinyStudio } from './tiny-studio.ts'

/** A clock whose hours the test strikes. */
function handClock(): Clock & { strike(): void } {
  let waiting: (() => void)[] = []
  return {
    now: () => 0,
    monotonic: () => 0,
    after(_ms, run) {
      waiting.push(run)
      return () => void (waiting = waiting.filter((other) => other !== run))
    },
    strike() {
      const due = waiting
      waiting = []
      for (const run of due) run()
    },
  }
}

let folder: string
let studio: TinyStudio
let door: WebDoor
let clock: ReturnType<typeof handClock>
const sound = Uint8Array.from({ length: 1000 }, (_, index) => index & 255)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-web-'))
  mkdirSync(join(folder, 'page'))
  mkdirSync(join(folder, 'transfers'))
  writeFileSync(join(folder, 'page/index.html'), 'the page')
  studio = createTinyStudio({
    '/media/sound.wav': { mediaType: 'audio/wav', immutable: true, parts: [{ bytes: sound }] },
  })
  clock = handClock()
  door = await startWeb({
    studio,
    pageFolder: join(folder, 'page'),
    transfersFolder: join(folder, 'transfers'),
    clock,
    log: { error: () => {} },
  })
})
afterEach(async () => {
  await door.close()
  rmSync(folder, { recursive: true })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** A raw request, so that every header is ours. */
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string | Buffer,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${door.origin}`, { path, method, headers, agent: false })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      )
    })
    request.end(body)
  })

const enter = async (): Promise<{ cookie: string; 'x-lectern': string }> => {
  const { pathname, search } = new URL(door.link)
  const answer = await ask(pathname + search)
  return { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '', 'x-lectern': '1' }
}

describe('the one-time link', () => {
  test('is traded for a cookie that scripts cannot read, and the address keeps no token', async () => {
    const { pathname, search, port } = new URL(door.link)
    const answer = await ask(pathname + search)
    expect([answer.status, answer.headers.location]).toEqual([303, '/'])
    const cookie = answer.headers['set-cookie']?.[0] ?? ''
    expect(cookie).toMatch(new RegExp(`^lectern-${port}=.{43}; `))
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await ask('/', { cookie: cookie.split(';')[0] ?? '' })).body).toBe('the page')
  })

  test('works once', async () => {
    await enter()
    const { pathname, search } = new URL(door.link)
    expect((await ask(pathname + search)).status).toBe(401)
  })

  test('leads whoever is in already to the page', async () => {
    const mine = await enter()
    const { pathname, search } = new URL(door.link)
    expect((await ask(pathname + search, mine)).status).toBe(303)
  })

  test('a wrong one lets nobody in and does not use up the right one', async () => {
    expect((await ask('/?token=wrong')).status).toBe(401)
    expect((await enter()).cookie).not.toBe('')
  })
})

describe('the web door', () => {
  test('lets nobody in without the cookie', async () => {
    for (const path of ['/', '/media/sound.wav', '/events', '/assets/app.js']) {
      expect((await ask(path)).status).toBe(401)
    }
    expect((await ask('/call/voice.list', { 'x-lectern': '1' }, 'POST', '{}')).status).toBe(401)
  })

  test('answers to its own name and its own page alone', async () => {
    const mine = await enter()
    expect((await ask('/', { ...mine, host: 'evil.example' })).status).toBe(421)
    expect((await ask('/', { ...mine, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const { pathname, search } = new URL(door.link)
    expect((await ask(pathname + search, { host: 'evil.example' })).status).toBe(421)
  })

  test('has nothing outside the page’s folder', async () => {
    const mine = await enter()
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) {
      expect((await ask(path, mine)).status).toBe(404)
    }
  })

  test('serves sound by ranges', async () => {
    const answer = await ask('/media/sound.wav', { ...(await enter()), range: 'bytes=10-13' })
    expect([answer.status, answer.headers['content-range']]).toEqual([206, 'bytes 10-13/1000'])
    expect(Buffer.from(answer.body, 'latin1')).toEqual(Buffer.from(sound.subarray(10, 14)))
  })

  test('closes while an event stream is open', async () => {
    const mine = await enter()
    const response = await fetch(`${door.origin}/events`, { headers: mine })
    await door.close()
    await response.text().catch(() => '')
    expect(studio.listeners()).toBe(0)
  })
})

describe('a call', () => {
  const call = async (name: string, body: string, headers: Record<string, string> = {}) =>
    ask(`/call/${name}`, { ...(await enter()), ...headers }, 'POST', body)

  test('reaches the studio and brings its Reply back', async () => {
    const answer = await call('echo.this', '{"a":1}')
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { a: 1 } })
  })

  test('the contract does not know is a failure, not a broken connection', async () => {
    const answer = await call('nothing.here', '{}')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ failure: { code: 'arguments-invalid' } })
  })

  test('that is no JSON is refused', async () => {
    expect((await call('echo.this', '{')).status).toBe(400)
  })

  test('as long as the contract lets a CSV be reaches the studio, whatever its letters', async () => {
    const csv = '語'.repeat(5_000_000)
    expect(commands['dictionary.readCsv'].args.safeParse({ csv }).success).toBe(true)
    expect((await call('echo.this', JSON.stringify({ csv }))).status).toBe(200)
  })

  test('above what the contract lets be is refused', async () => {
    const answer = await call('echo.this', JSON.stringify('x'.repeat(mostCallBytes)))
    expect(answer.status).toBe(413)
  })

  test('from another origin, or without the mark, is refused', async () => {
    const mine = await enter()
    const from = (headers: Record<string, string>) =>
      ask('/call/echo.this', headers, 'POST', '{}').then(({ status }) => status)
    expect(await from({ ...mine, origin: 'http://evil.example' })).toBe(403)
    expect(await from({ ...mine, origin: door.origin })).toBe(200)
    expect(await from({ cookie: mine.cookie })).toBe(403)
  })

  test('by GET does nothing', async () => {
    expect((await ask('/call/echo.this', await enter())).status).toBe(405)
  })
})

describe('events', () => {
  const listen = async () => {
    const response = await fetch(`${door.origin}/events`, { headers: await enter() })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    return {
      reader,
      async until(part: string) {
        while (!text.includes(part)) {
          const { value, done } = await reader.read()
          if (done) throw new Error(`the stream ended after ${text}`)
          text += value
        }
      },
    }
  }

  test('arrive as one message each, name and payload', async () => {
    const stream = await listen()
    await stream.until('retry: 1000')
    studio.announce('job.advanced', { job: 'ünï' })
    await stream.until('data: {"name":"job.advanced","payload":{"job":"ünï"}}\n\n')
    await stream.reader.cancel()
  })

  test('have a heartbeat', async () => {
    const stream = await listen()
    await stream.until('retry')
    clock.strike()
    await stream.until('\n\n:\n\n')
    await stream.reader.cancel()
  })

  test('nobody listens any more after the page has left', async () => {
    const stream = await listen()
    await stream.until('retry')
    expect(studio.listeners()).toBe(1)
    await stream.reader.cancel()
    await expect.poll(() => studio.listeners()).toBe(0)
  })

  test('end for a reader that does not read, so that nothing piles up', async () => {
    const response = await fetch(`${door.origin}/events`, { headers: await enter() })
    const payload = 'x'.repeat(1024 * 1024)
    for (let turn = 0; turn < 100 && studio.listeners() > 0; turn++) {
      studio.announce('segments.changed', payload)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(studio.listeners()).toBe(0)
    await response.body?.cancel()
  })
})

describe('files', () => {
  test('an upload becomes a ticket', async () => {
    const body = Buffer.alloc(90_000, 7)
    const answer = await ask('/upload/?name=Emma.epub', await enter(), 'POST', body)
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { ticket: 'ticket-000000000000-1' },
    })
    expect(readFileSync(studio.issued[0]?.path ?? '')).toEqual(body)
  })

  test('an upload above the limit of the settings is refused with the reason', async () => {
    const answer = await ask('/upload/?name=a', await enter(), 'POST', Buffer.alloc(100_001))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({
      failure: { code: 'file-too-large', params: { limitBytes: 100_000 } },
    })
  })

  test('an export’s place is a ticket that ends in a download', async () => {
    const answer = await ask('/export-target/?name=My%20Book.m4b', await enter(), 'POST')
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { ticket: 'ticket-000000000000-1' },
    })
    expect(studio.issued[0]?.download).toBe(true)
    expect(basename(studio.issued[0]?.path ?? '')).toBe('My Book.m4b')
  })
})
