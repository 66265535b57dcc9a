// Narrating in the terminal with voices that are not Lectern's own: a server's. What takes longer stands beside it.
import { describe, expect, it } from 'vitest'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { jsonLines, lastJson } from './run-lectern.ts'
import { failed, taleOfTests } from './tale.ts'

const { lectern, narrate, refused, savedServers, server, within } = taleOfTests()

describe('a book by a server', () => {
  it('is spoken by its first voice, and never again, also where it has moved to', async () => {
    const mover = await startSpeechServer()
    const first = await narrate('moving', '--server', mover.url)
    expect(first.errors).toContain('is new')
    expect(first.code).toBe(0)
    const done = lastJson(first)
    expect(done).toMatchObject({
      event: 'done',
      retries: 0,
      flagged: expect.any(Number),
      fallbacks: 0,
      settledConcurrency: 5,
    })
    // Each voice also speaks a passage by which it is levelled.
    expect(Number(done['requests'])).toBeGreaterThanOrEqual(Number(done['segments']))
    expect(done).not.toHaveProperty('cost')

    const second = await narrate('moving', '--server', mover.url)
    expect(second.errors).not.toContain('is new')
    expect(lastJson(second)).toMatchObject({ event: 'done', requests: 0 })

    await mover.close()
    const moved = await startSpeechServer()
    expect(moved.port).not.toBe(mover.port)
    const third = await narrate('moving', '--server', moved.url)
    expect(third.errors).toContain('has moved from')
    expect(lastJson(third)).toMatchObject({ event: 'done', requests: 0 })

    await moved.close()
    const alone = await narrate('moving', '--server', moved.url)
    expect(lastJson(alone)).toMatchObject({ event: 'done', requests: 0 })
  })

  it('is spoken by a voice that the server does not list, and not by one that it does not know', async () => {
    const typed = await narrate('typed', '--server', server().url, '--voice', 'gmw/en-US-nyc')
    expect(typed.code).toBe(0)
    expect(Number(lastJson(typed)['requests'])).toBeGreaterThan(0)
    const unknown = await refused('untyped', '--server', server().url, '--voice', 'nobody')
    expect(unknown.code).toBe(2)
    expect(failed(unknown)).toMatchObject({ code: 'voice-unknown' })
    expect(savedServers('untyped')).toEqual([])
    const wrong = await refused('typed', '--server', server().url, '--voice', 'nobody')
    expect(wrong.code).toBe(2)
    expect(savedServers('typed')).toMatchObject([{ server: { voices: ['gmw/en-US-nyc'] } }])
  })

  it('is spoken by the server that the environment names', async () => {
    const environment = { OPENAI_BASE_URL: server().url, OPENAI_API_KEY: 'sk-of-the-environment' }
    const args = ['narrate', 'tale.md', '--out', 'environment.m4b', '--json']
    const ended = await lectern('environment', [...args, '--voice', 'openai-env:echo'], environment)
    expect(ended.code).toBe(0)
    expect(Number(lastJson(ended)['requests'])).toBeGreaterThan(0)
    expect(JSON.stringify(ended)).not.toContain('sk-of-the-environment')
  })
})

describe('another voice, for what the voice cannot say', () => {
  it('is one that is known', async () => {
    const unknown = await refused('stranger', '--fallback-voice', 'nobody:at-all')
    expect(unknown.code).toBe(2)
    expect(failed(unknown)).toMatchObject({ code: 'voice-unknown' })
  })
})

describe('a server that cannot be used', () => {
  it('ends the run with its sentence, at once, and is not kept', async () => {
    const gone = await startSpeechServer()
    await gone.close()
    const ended = await refused('refused', '--server', gone.url)
    expect(ended.code).toBe(1)
    expect(failed(ended)).toMatchObject({ code: 'server-unreachable' })
    expect(jsonLines(ended).map(({ event }) => event)).toEqual(['failed'])
    expect(savedServers('refused')).toEqual([])
  })

  it('ends the run when a known one is gone and something is left to be spoken', async () => {
    const mover = await startSpeechServer()
    expect((await narrate('left', '--server', mover.url, '--chapters', '1')).code).toBe(0)
    await mover.close()
    const ended = await narrate('left', '--server', mover.url)
    expect(ended.code).toBe(1)
    expect(failed(ended)).toMatchObject({ code: 'server-unreachable' })
    expect(savedServers('left')).toHaveLength(1)
  })

  it.each([
    ['bad-key', 'key-refused'],
    ['model-404', 'model-gone'],
    ['quota', 'quota-spent'],
  ])('says so for %s', async (model, code) => {
    const ended = await refused(model, '--server', server().url, '--model', model)
    expect(ended.code).toBe(1)
    expect(failed(ended)).toMatchObject({ code })
    expect(savedServers(model)).toEqual([])
  })
})

describe('lectern voices', () => {
  it('lists those of a server with its models, leaving nothing behind', async () => {
    const ended = await within('looked', ['voices', '--server', server().url, '--json'])
    expect(ended.code).toBe(0)
    const lines = jsonLines(ended)
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'server', name: 'alloy' }))
    expect(lines).toContainEqual({ model: 'tts-1', shutdownDate: '2027-01-06' })
    const plain = await within('looked', ['voices', '--server', server().url])
    expect(plain.out).toContain('model tts-1, is shut down on 2027-01-06')
    expect(() => savedServers('looked')).toThrow()
  })

  it('lists every source, a server that is gone with its sentence', async () => {
    const gone = await startSpeechServer()
    await gone.close()
    const environment = { OPENAI_BASE_URL: gone.url }
    const ended = await lectern('looked', ['voices', '--json'], environment)
    expect(ended.code).toBe(0)
    expect(jsonLines(ended)).toContainEqual(expect.objectContaining({ id: 'flite:slt' }))
    expect(ended.errors).toContain('does not answer')
  })
})

describe('in words for people', () => {
  it('a draft voice is called one, and doctor knows what else is there', async () => {
    const plain = ['narrate', 'tale.md', '--out', 'plain.m4b']
    const draft = await lectern('plain', plain)
    expect(draft.errors).toContain('is a draft voice')
    const quiet = await narrate('plain')
    expect(quiet.errors).toBe('')
    expect(lastJson(quiet)).toMatchObject({ settledConcurrency: null, requests: 0 })

    const served = await lectern('plain', [...plain, '--server', server().url])
    expect(served.code).toBe(0)
    expect(served.errors).not.toContain('is a draft voice')
    const health = await lectern('plain', ['doctor'])
    expect(health.out).toMatch(/Speech server: 127\.0\.0\.1:\d+ .*last checked/)
  })
})
