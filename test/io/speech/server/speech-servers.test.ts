// The person's servers: saved, moved, given keys that go nowhere else, checked.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ServerResponse } from 'node:http'
import { ServerView, type SpeechServer } from '../../../../src/contract/index.ts'
import { wavHeader } from '../../../../src/core/audio/wav-header.ts'
import { newServer } from '../../../../src/io/speech/server/new-server.ts'
import { openBareServer, sendJson, type BareRequest } from '../../../fixtures/bare-server.ts'
import { openServers, removeFolders } from '../../../fixtures/open-servers.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  vi.unstubAllEnvs()
  removeFolders()
})
const open = (...args: Parameters<typeof openServers>) => {
  const servers = openServers(...args)
  closing.push(servers.close)
  return servers
}
const key = 'sk-planted-0123456789'
const signal = new AbortController().signal

const sound = Buffer.concat([
  wavHeader({ sampleRate: 22_050, channels: 1, samples: 4410 }),
  Buffer.alloc(8820, 3),
])
type Answer = (request: BareRequest, response: ServerResponse) => void
const speaker =
  (voices: string[], models = ['kokoro']): Answer =>
  ({ path }, response) => {
    if (path === '/v1/audio/voices') return sendJson(response, 200, { voices })
    if (path === '/v1/models')
      return sendJson(response, 200, {
        data: models.map((id) => ({ id, shutdown_date: '2027-01-06' })),
      })
    response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(sound)
  }
const serve = async (answer: Answer = speaker(['anna', 'bert'])) => {
  const server = await openBareServer(answer)
  closing.push(server.close)
  return server
}
const serverOf = (address: string, more: Partial<SpeechServer> = {}): SpeechServer => ({
  ...newServer({ id: 'box', kind: 'other', name: 'Box', addresses: [address], model: 'kokoro' }),
  ...more,
})

describe('servers', () => {
  it('are saved with addresses that all look alike, are sources at once, and are there again', async () => {
    const servers = open()
    const view = await servers.save(serverOf('localhost:8880/'))
    expect(view).toEqual({
      server: serverOf('http://localhost:8880/v1'),
      hasKey: false,
      fixed: false,
      check: null,
    })
    expect(servers.providers().map(({ name, label }) => [name, label])).toEqual([['box', 'Box']])
    expect(servers.changes()).toBe(1)
    const again = open(servers.root)
    expect(await again.list()).toEqual([view])
    expect(again.providers()).toHaveLength(1)
  })

  it('are refused at an address over which a book would travel unprotected', async () => {
    const servers = open()
    await expect(servers.save(serverOf('http://192.168.1.5:8880'))).rejects.toMatchObject({
      failure: { code: 'address-refused' },
    })
    expect(await servers.list()).toEqual([])
    await servers.save(serverOf('http://192.168.1.5:8880', { allowPlain: true }))
    expect(await servers.list()).toHaveLength(1)
  })

  it.each(['espeak', 'neural', 'openai-env'])('do not take the name %s', async (id) => {
    await expect(open().save(serverOf('localhost:1', { id }))).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })

  it('that are changed come to the end of what is under way, and are asked nothing more', async () => {
    const answers: (() => void)[] = []
    const asked = Promise.withResolvers<void>()
    const server = await serve(({ path }, response) => {
      if (!path.endsWith('/speech')) return speaker(['anna'])({ path } as BareRequest, response)
      answers.push(() => void response.writeHead(200, { 'content-type': 'audio/wav' }).end(sound))
      asked.resolve()
    })
    const servers = open()
    await servers.save(serverOf(server.url))
    const [old] = servers.providers()
    const [voice] = (await old?.voices(signal)) ?? []
    if (!old || !voice) throw new Error('it lists a voice')
    const speak = () => old.speak({ voice, spoken: [{ text: 'Hello.' }], rate: 1 }, signal)
    const underWay = speak()
    await asked.promise
    await servers.save(serverOf(server.url, { model: 'other' }))
    answers[0]?.()
    expect((await underWay).file).toBeTruthy()
    await expect(speak()).rejects.toMatchObject({ name: 'AbortError' })
    expect(answers).toHaveLength(1)
  })

  it('go with their key and list when they are removed', async () => {
    const servers = open()
    await servers.save(serverOf('localhost:8880'))
    await servers.setKey('box', key)
    await servers.remove('box')
    expect(await servers.list()).toEqual([])
    expect(servers.providers()).toEqual([])
    await servers.save(serverOf('localhost:8880'))
    expect(await servers.list()).toMatchObject([{ hasKey: false }])
    await expect(servers.remove('no-such')).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
  })
})

describe('a key', () => {
  it('is sent to its server, and is in no reply, no log and no other file', async () => {
    const server = await serve()
    const servers = open()
    const replies: unknown[] = []
    replies.push(await servers.save(serverOf(server.url)))
    replies.push(await servers.setKey('box', key))
    replies.push(await servers.check('box', signal), await servers.list())
    const failing = await serve((_, response) =>
      sendJson(response, 401, { error: { message: `Incorrect API key provided: ${key}` } }),
    )
    replies.push(await servers.save(serverOf(failing.url, { id: 'other' })))
    replies.push(await servers.setKey('other', key), await servers.check('other', signal))
    expect(replies.at(-1)).toMatchObject({ check: { failure: { code: 'key-refused' } } })
    expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(
      true,
    )
    expect(server.asked.length).toBeGreaterThan(2)
    const everything = [JSON.stringify(replies), servers.written(), ...servers.logged].join('\n')
    expect(everything).not.toContain('planted')
    expect(servers.written()).toContain('Box')
  })

  it('stays while the server stays where it is', async () => {
    const servers = open()
    await servers.save(serverOf('https://a.example'))
    await servers.setKey('box', key)
    const view = await servers.save(serverOf('https://a.example/other/v1', { name: 'Renamed' }))
    expect(view.hasKey).toBe(true)
  })

  it.each([
    ['another host', ['https://b.example']],
    ['one more host', ['https://a.example', 'https://b.example']],
    ['another port', ['https://a.example:8443']],
    ['plain http', ['http://a.example']],
  ])('is forgotten when its server has %s', async (_, addresses) => {
    const servers = open()
    await servers.save(serverOf('https://a.example'))
    await servers.setKey('box', key)
    const view = await servers.save(serverOf('', { addresses, allowPlain: true }))
    expect(view.hasKey).toBe(false)
    const back = await servers.save(serverOf('https://a.example'))
    expect(back.hasKey).toBe(false)
    expect(await servers.setKey('box', key)).toMatchObject({ hasKey: true })
  })

  it('has the voices listed at once that were refused a moment before', async () => {
    const { url } = await serve((request, response) =>
      request.headers.authorization === `Bearer ${key}`
        ? speaker(['anna'])(request, response)
        : sendJson(response, 401, { error: { message: 'Incorrect API key' } }),
    )
    const servers = open()
    await servers.save(serverOf(url))
    const [provider] = servers.providers()
    await expect(provider?.voices(signal)).rejects.toMatchObject({
      failure: { code: 'key-refused' },
    })
    await servers.setKey('box', key)
    expect((await provider?.voices(signal))?.map(({ name }) => name)).toEqual(['anna'])
  })

  it('is used by whoever holds the server already', async () => {
    const server = await serve()
    const servers = open()
    await servers.save(serverOf(server.url, { voices: ['anna'] }))
    const [provider] = servers.providers()
    const [voice] = (await provider?.voices(signal)) ?? []
    const speak = async () =>
      voice && provider?.speak({ voice, spoken: [{ text: 'Hello.' }], rate: 1 }, signal)
    await speak()
    await servers.setKey('box', key)
    await speak()
    const sent = server.asked
      .filter(({ path }) => path.endsWith('/speech'))
      .map(({ headers }) => headers.authorization)
    expect(sent).toEqual([undefined, `Bearer ${key}`])
  })
})

describe('a check', () => {
  it('tells what came back, whatever the content type said, and is remembered', async () => {
    const server = await serve()
    const servers = open()
    await servers.save(serverOf(server.url))
    const view = await servers.check('box', signal)
    expect(ServerView.parse(view)).toEqual(view)
    expect(view.check).toMatchObject({
      failure: null,
      format: 'wav',
      sampleRate: 22_050,
      models: [{ id: 'kokoro', shutdownDate: '2027-01-06' }],
      voices: ['anna', 'bert'],
    })
    expect(view.check?.latencyMs).toBeGreaterThanOrEqual(0)
    expect(await open(servers.root).list()).toEqual([view])
    const changed = await servers.save(serverOf(server.url, { model: 'other' }))
    expect(changed.check).toBeNull()
  })

  it.each<[string, Answer, string]>([
    ['refuses', (_, response) => sendJson(response, 403, {}), 'key-refused'],
    ['sends a page', (_, response) => void response.end('<html>'), 'sound-refused'],
    ['hangs up', (_, response) => void response.destroy(), 'server-unreachable'],
  ])('holds the failure of a server that %s', async (_, answer, code) => {
    const server = await serve(answer)
    const servers = open()
    await servers.save(serverOf(server.url))
    const { check } = await servers.check('box', signal)
    expect(check).toMatchObject({ failure: { code }, latencyMs: null, format: null })
  })
})

describe('an address in the terminal', () => {
  it('is the saved server that has it, and several are one server', async () => {
    const [one, two] = [await serve(), await serve()]
    const servers = open()
    const first = await servers.findOrAdd({ addresses: [one.url], model: 'kokoro' }, signal)
    expect(first).toMatchObject({ found: 'new', view: { server: { id: 'kokoro-fastapi' } } })
    const second = await servers.findOrAdd({ addresses: [one.url, two.url] }, signal)
    expect(second).toMatchObject({
      found: 'known',
      view: { server: { id: 'kokoro-fastapi', addresses: [one.url, two.url] } },
    })
    expect(await servers.list()).toHaveLength(1)
  })

  it('keeps the id of a server that has moved, and leaves its key behind', async () => {
    const [before, after] = [await serve(), await serve()]
    const servers = open()
    const wish = { model: 'kokoro', key }
    const { view } = await servers.findOrAdd({ ...wish, addresses: [before.url] }, signal)
    expect(view.hasKey).toBe(true)
    const endpointId = servers.providers()[0]?.endpointId
    const moved = await servers.findOrAdd({ addresses: [after.url], model: 'kokoro' }, signal)
    expect(moved).toMatchObject({
      found: 'moved',
      before: [before.url],
      view: { hasKey: false, server: { id: view.server.id, addresses: [after.url] } },
    })
    expect(servers.providers().map((each) => each.endpointId)).toEqual([endpointId])
    expect(after.asked.map(({ headers }) => headers.authorization)).not.toContain(`Bearer ${key}`)
    const third = await serve()
    expect(
      await servers.findOrAdd({ addresses: [third.url], model: 'kokoro' }, signal),
    ).toMatchObject({ found: 'moved', before: [after.url] })
  })

  it.each<[string, Answer, string]>([
    ['lists other voices', speaker(['carl']), 'kokoro'],
    ['is asked for another model', speaker(['anna', 'bert']), 'tts-1'],
    ['lists nothing', (_, response) => sendJson(response, 404, {}), 'kokoro'],
    ['does not answer', (_, response) => void response.destroy(), 'kokoro'],
  ])('is a new server where it %s', async (_, answer, model) => {
    const [known, stranger] = [await serve(), await serve(answer)]
    const servers = open()
    await servers.findOrAdd({ addresses: [known.url], model: 'kokoro' }, signal)
    const { found } = await servers.findOrAdd({ addresses: [stranger.url], model }, signal)
    expect(found).toBe('new')
    const ids = (await servers.list()).map(({ server }) => server.id)
    expect(new Set(ids).size).toBe(2)
  })
})

describe('the environment', () => {
  it('gives a server that is not saved and not changed', async () => {
    const server = await serve()
    vi.stubEnv('OPENAI_BASE_URL', server.url)
    vi.stubEnv('OPENAI_API_KEY', key)
    const servers = open()
    const views = await servers.list()
    expect(views).toMatchObject([{ server: { id: 'openai-env' }, fixed: true, hasKey: true }])
    expect(servers.providers()).toHaveLength(1)
    expect((await servers.check('openai-env', signal)).check?.failure).toBeNull()
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${key}`)
    for (const change of [
      servers.setKey('openai-env', 'x'),
      servers.remove('openai-env'),
      servers.save({ ...serverOf('localhost:1'), id: 'openai-env' }),
    ])
      await expect(change).rejects.toMatchObject({ failure: { code: 'not-found' } })
    expect(servers.written()).not.toContain('planted')
    vi.unstubAllEnvs()
    expect(await open(servers.root).list()).toEqual([])
  })

  it('is OpenAI itself where only a key is set, and nothing where the address cannot be used', async () => {
    vi.stubEnv('OPENAI_API_KEY', key)
    const [view] = await open().list()
    expect(view?.server).toMatchObject({ kind: 'openai', addresses: ['https://api.openai.com/v1'] })
    vi.stubEnv('OPENAI_BASE_URL', 'http://me:planted@box.example/v1')
    const servers = open()
    expect(await servers.list()).toEqual([])
    expect(servers.logged.join()).toContain('address-refused')
    expect(servers.logged.join()).not.toContain('planted')
  })
})
