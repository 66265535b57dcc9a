// What the speech server understands, lists, and remembers.
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askSpeech, sentence, soundOf } from './ask-speech.ts'
import { textDigest } from './request-log.ts'
import { createSpeechServer, type SpeechServer } from './speech-server.ts'

let server: SpeechServer
beforeAll(async () => {
  server = await createSpeechServer({ sound: 'tone' })
})
afterAll(() => server.close())
beforeEach(() => server.reset())

const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
  return { status: response.status, body: (await response.json()) as unknown }
}
const post = (body: string) =>
  fetch(`http://127.0.0.1:${server.port}/v1/audio/speech`, { method: 'POST', body })

describe('a request for speech', () => {
  it.each([
    ['wav', 'audio/wav', /^RIFF/],
    ['flac', 'audio/flac', /^fLaC/],
    ['mp3', 'audio/mpeg', /^\xff[\xe2-\xfb]/],
    ['pcm', 'audio/pcm', /^(?!RIFF)/],
  ])('is answered in the format asked for: %s', async (format, type, magic) => {
    const answer = await askSpeech(server.port, { response_format: format })
    expect(answer?.headers.get('content-type')).toBe(type)
    expect(answer?.bytes.toString('latin1')).toMatch(magic)
  })

  it('gets headerless samples at 24,000 Hz, as from OpenAI', async () => {
    const { samples, sampleRate } = soundOf(await askSpeech(server.port))
    const raw = await askSpeech(server.port, { response_format: 'pcm' })
    const seconds = samples.length / sampleRate
    expect((raw?.bytes.length ?? 0) / 2 / 24_000).toBeCloseTo(seconds, 3)
  })

  it('is spoken at its speed, for each voice and text in its own way', async () => {
    const usual = soundOf(await askSpeech(server.port)).samples
    const again = soundOf(await askSpeech(server.port)).samples
    expect(Buffer.from(again.buffer).equals(Buffer.from(usual.buffer))).toBe(true)
    const fast = soundOf(await askSpeech(server.port, { speed: 2 })).samples
    expect(fast.length).toBeLessThan(usual.length * 0.6)
    const other = soundOf(await askSpeech(server.port, { voice: { id: 'nova' } })).samples
    expect(Buffer.from(other.buffer).equals(Buffer.from(usual.buffer))).toBe(false)
  })

  it.each([
    ['{', 400],
    ['{}', 422],
    [JSON.stringify({ input: 'a', model: 'm', voice: 'alloy', speed: 9 }), 422],
    [JSON.stringify({ input: 'a', model: 'm', voice: 'nobody' }), 400],
    [JSON.stringify({ input: 'a', model: 'm', voice: 'alloy', response_format: 'opus' }), 400],
    [JSON.stringify({ input: 'a'.repeat(4097), model: 'm', voice: 'alloy' }), 400],
    ['x'.repeat(1_100_000), 413],
  ])('that makes no sense is refused: %.60s', async (body, status) => {
    expect((await post(body)).status).toBe(status)
  })
})

describe('the lists', () => {
  it('name models, one of which ends, and a profile each', async () => {
    const { body } = await get('/v1/models')
    expect(body).toMatchObject({
      object: 'list',
      data: expect.arrayContaining([
        expect.objectContaining({ id: 'tts-1', shutdown_date: '2027-01-06' }),
        expect.objectContaining({ id: 'missing-tail', shutdown_date: null }),
      ]) as unknown,
    })
  })

  it('name voices in the shape that is chosen', async () => {
    const asStrings = { voices: expect.arrayContaining(['alloy', 'nova']) as unknown }
    const asObjects = expect.arrayContaining([{ id: 'alloy', name: 'Alloy' }]) as unknown
    expect(await get('/v1/audio/voices')).toEqual({ status: 200, body: asStrings })
    server.control(null, { voiceList: 'objects' })
    expect((await get('/v1/audio/voices')).body).toEqual({ voices: asObjects })
    server.control(null, { voiceList: 'by-model' })
    expect((await get('/v1/audio/voices')).status).toBe(422)
    const byModel = await get('/v1/audio/voices?model=m')
    expect(byModel.body).toEqual({ object: 'list', data: asObjects })
    server.control(null, { voiceList: 'status' })
    expect((await get('/v1/audio/voices')).body).toEqual({ status: 'ok', ...asStrings })
  })

  it('are elsewhere, or nowhere, if so told', async () => {
    expect((await get('/v1/voices')).status).toBe(404)
    server.control(null, { voiceList: 'elsewhere' })
    expect((await get('/v1/audio/voices')).status).toBe(404)
    expect((await get('/v1/voices')).status).toBe(200)
    server.control(null, { voiceList: 'none' })
    expect((await get('/v1/audio/voices')).status).toBe(404)
    expect((await get('/v1/voices')).status).toBe(404)
  })

  it.each(['/', '/v1', '/v1/audio/speech', '/audio/speech'])('are not at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})

describe('the statistics', () => {
  it('tell what was asked, with digests of text and key', async () => {
    const headers = { authorization: 'Bearer secret' }
    await askSpeech(server.port, { model: 'tts-1', voice: 'echo' }, { headers })
    const { requests, keys } = server.stats()
    expect(requests).toMatchObject([
      { text: textDigest(sentence), model: 'tts-1', voice: 'echo', status: 200, aborted: false },
    ])
    expect(keys).toEqual([textDigest('secret')])
    const told = JSON.stringify(server.stats())
    expect(told).not.toContain('secret')
    expect(told).not.toContain('keeper')
  })

  it('count connections, not requests', async () => {
    const before = server.stats().sockets
    const socket = connect(server.port, '127.0.0.1')
    const head = 'GET /v1/models HTTP/1.1\r\nhost: a\r\n\r\n'
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.write(head + head)
    await expect.poll(() => heard.split('HTTP/1.1 200').length - 1).toBe(2)
    expect(server.stats().sockets).toBe(before + 1)
    socket.destroy()
  })

  it('tell who went away before the answer, and while it came', async () => {
    for (const [model, status] of [
      ['no-answer', null],
      ['stalled-body', 200],
    ] as const) {
      server.reset()
      const controller = new AbortController()
      const asking = askSpeech(server.port, { model }, { signal: controller.signal })
      await expect.poll(() => server.stats().requests[0]?.status).toBe(status)
      controller.abort()
      await expect(asking).rejects.toThrow('abort')
      await expect.poll(() => server.stats().underWay).toBe(0)
      expect(server.stats().requests).toMatchObject([{ status, aborted: true }])
    }
  })

  it('do not blame others for what the server cuts itself', async () => {
    await askSpeech(server.port, { model: 'reset' })
    await askSpeech(server.port, { model: 'truncated-length' })
    expect(server.stats().requests).toMatchObject([
      { status: null, aborted: false },
      { status: 200, aborted: false },
    ])
  })

  it('begin anew after a reset', async () => {
    server.control('bad-key')
    await askSpeech(server.port)
    server.reset()
    expect(server.stats()).toMatchObject({ requests: [], mostConcurrent: 0, tooEarly: 0, keys: [] })
    expect((await askSpeech(server.port))?.status).toBe(200)
  })
})
