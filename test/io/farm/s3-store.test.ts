// A store of takes that fails: left alone for a while, asked again, and never asked for more than a sound can be.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { TakeStore } from '../../../src/contract/index.ts'
import { openS3Store } from '../../../src/io/farm/s3-store.ts'
import { secretAccessKey, startS3 } from '../../farm/s3-server.ts'
import { silentLog } from '../../fixtures/silent-log.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
const signal = () => new AbortController().signal
const flac = Buffer.from('fLaC and so on')

/** A store by hand, for answers that no server gives on purpose. `asked`: in order, the look at its opening first. */
async function answering(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ place: TakeStore; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers['if-none-match'] ?? ''}`.trim())
    request.resume().on('end', () => answer(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const place = {
    ...{ address: `http://127.0.0.1:${port}`, bucket: 'takes', prefix: 'lectern/' },
    ...{ region: 'us-east-1', accessKeyId: 'AKIA', allowPlain: false },
  }
  return { place, asked }
}
/** Opened, and past its first look. */
async function opened(place: TakeStore, secret: string | null = secretAccessKey) {
  const clock = createVirtualClock()
  const waiting = new Set<() => void>()
  const tell = () => waiting.forEach((look) => look())
  const store = openS3Store(place, secret, { clock, log: silentLog, tell })
  ends.push(store.close)
  /** Resolves when it is so. */
  const that = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (isSo() ? resolve() : undefined)
      waiting.add(look)
      look()
    })
  await that(() => store.state !== 'connecting')
  return { store, clock, that }
}
const refuse = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)

describe('a store of takes', () => {
  it('keeps what it is given, once, and has it for everybody', async () => {
    const s3 = await startS3()
    ends.push(s3.end)
    const { store } = await opened(s3.store)
    expect(await store.get('a.1', signal())).toBeNull()
    await store.put('a.1', flac)
    const { store: other } = await opened(s3.store)
    expect(Buffer.from((await other.get('a.1', signal())) ?? [])).toEqual(flac)
    expect([store.state, store.trouble, store.isThere()]).toEqual(['connected', null, true])
  })

  it('that does not answer is left alone, looked at again, and used when it does', async () => {
    const s3 = await startS3()
    ends.push(s3.end)
    await s3.stop()
    const { store, clock, that } = await opened(s3.store)
    expect([store.state, store.trouble, store.isThere()]).toEqual(['away', 'store-away', false])
    await s3.startAgain()
    await clock.advance(30_000)
    await that(() => store.state === 'connected')
    expect([store.trouble, store.isThere()]).toEqual([null, true])
    await store.put('a.1', flac)
    expect(await store.get('a.1', signal())).not.toBeNull()
  })

  it('without a secret is asked for nothing, and says that it refuses', async () => {
    const { place, asked } = await answering((_, response) => response.end())
    const { store } = await opened(place, null)
    expect([store.trouble, store.isThere(), asked]).toEqual(['store-refused', false, []])
  })

  it('whose takes may not be listed has none that is forbidden; one that nothing may be put in says so', async () => {
    let mayPut = false
    const { place, asked } = await answering((request, response) => {
      if (request.method === 'PUT' && mayPut) response.end()
      else refuse(response, 403, 'AccessDenied')
    })
    const { store, clock } = await opened(place)
    expect(await store.get('a.1', signal())).toBeNull()
    expect([store.state, store.trouble]).toEqual(['connected', null])
    await store.put('a.1', flac)
    expect(store.trouble).toBe('store-refused')
    // What is looked for is still looked for; what is given is not, for a while.
    expect(store.isThere()).toBe(true)
    await store.get('a.1', signal())
    expect(store.trouble).toBe('store-refused')
    const before = asked.length
    await store.put('a.2', flac)
    expect(asked.length).toBe(before)
    mayPut = true
    await clock.advance(30_000)
    await store.put('a.3', flac)
    expect(store.trouble).toBeNull()
  })

  it.each([412, 409, 304])('that has it already, as %i says, has no trouble', async (status) => {
    const { place } = await answering((request, response) =>
      response.writeHead(request.method === 'PUT' ? status : 404).end(),
    )
    const { store } = await opened(place)
    await store.put('a.1', flac)
    expect(store.trouble).toBeNull()
  })

  it('that knows no conditions is given without them', async () => {
    const { place, asked } = await answering((request, response) => {
      if ('if-none-match' in request.headers) refuse(response, 501, 'NotImplemented')
      else response.writeHead(request.method === 'PUT' ? 200 : 404).end()
    })
    const { store } = await opened(place)
    await store.put('a.1', flac)
    await store.put('a.2', flac)
    expect(asked).toEqual(['GET', 'PUT *', 'PUT', 'PUT'])
    expect(store.trouble).toBeNull()
  })

  it('that sends its asker elsewhere is not followed', async () => {
    const other = await answering((_, response) => response.end())
    const { place } = await answering((_, response) =>
      response.writeHead(307, { location: `${other.place.address}/takes` }).end(),
    )
    const { store } = await opened(place)
    expect([store.trouble, other.asked]).toEqual(['store-bucket-missing', []])
  })

  it('that says more than a sound can be is cut off, though it tells no length', async () => {
    const part = Buffer.alloc(1024 * 1024)
    let isCut: Promise<void> = Promise.resolve()
    const { place } = await answering((request, response) => {
      if (!request.url?.includes('a.1')) return void response.writeHead(404).end()
      isCut = new Promise((resolve) => response.once('close', () => resolve()))
      const more = () => {
        while (!response.destroyed && response.write(part));
      }
      response.on('drain', more)
      more()
    })
    const { store } = await opened(place)
    expect(await store.get('a.1', signal())).toBeNull()
    await isCut
    expect(store.trouble).toBeNull()
  })

  it('that is silent is waited for a few seconds, and not for one that nobody wants any more', async () => {
    let isSilent = false
    const arrivals: (() => void)[] = []
    const { place } = await answering((_, response) => {
      if (isSilent) arrivals.shift()?.()
      else response.writeHead(404).end()
    })
    const { store, clock } = await opened(place)
    isSilent = true
    const arrived = () => new Promise<void>((resolve) => arrivals.push(resolve))
    const given = new AbortController()
    let arriving = arrived()
    const unwanted = store.get('a.1', given.signal)
    await arriving
    given.abort()
    await expect(unwanted).rejects.toThrow()
    expect(store.trouble).toBeNull()
    arriving = arrived()
    const late = store.get('a.2', signal())
    const refused = expect(late).rejects.toThrow()
    await arriving
    await clock.advance(5_000)
    await refused
    expect([store.trouble, store.isThere()]).toEqual(['store-away', false])
  })

  it('that finds and cannot keep stays in trouble while it finds, and is left alone with what it cannot', async () => {
    const { place, asked } = await answering((request, response) => {
      if (request.method === 'GET') return void refuse(response, 404, 'NoSuchKey')
      response.socket?.destroy()
    })
    const { store, clock } = await opened(place)
    await expect(store.put('take-1', flac)).rejects.toThrow()
    expect(store.trouble).toBe('store-away')
    await store.get('take-2', signal())
    expect([store.state, store.trouble]).toEqual(['connected', 'store-away'])
    const before = asked.length
    await store.put('take-3', flac)
    expect(asked.length).toBe(before)
    await clock.advance(30_000)
    await expect(store.put('take-3', flac)).rejects.toThrow()
  })

  it('that has whatever is asked for is none', async () => {
    const { place } = await answering((_, response) => void response.writeHead(200).end('<html>'))
    const { store } = await opened(place)
    expect([store.state, store.trouble]).toEqual(['away', 'store-away'])
  })
})
