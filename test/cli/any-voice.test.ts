// Narrating in the terminal with voices that are not Lectern's own: a server's, a neural one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { runWithin } from './printed.ts'
import { jsonLines, lastJson, runLectern, type Ended } from './run-lectern.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-any-voice-'))
const at = (name: string) => join(folder, name)

/** In a library of the test's own name. */
const lectern = (library: string, args: string[], environment: Record<string, string> = {}) =>
  runLectern([...args, '--data', at(library)], { cwd: folder, environment })
const narrating = (library: string, more: string[]) => [
  ...['narrate', 'tale.md', '--out', `${library}.m4b`, '--json'],
  ...more,
]
const narrate = (library: string, ...more: string[]) => lectern(library, narrating(library, more))
/** What is refused, and a list, need no process of their own. */
const within = (library: string, args: string[]) =>
  runWithin(folder, [...args, '--data', at(library)])
const refused = (library: string, ...more: string[]) => within(library, narrating(library, more))
const savedServers = (library: string): unknown[] => {
  const words = readFileSync(join(at(library), 'servers.json'), 'utf8')
  return Object.values(JSON.parse(words) as object).flat() as unknown[]
}
const failed = (ended: Ended) => jsonLines(ended).find(({ event }) => event === 'failed')

/** Short paragraphs, each a segment, of which little is left without its last two seconds. */
const tides = (book: string): string[] =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'New Year']
    .flatMap((day) => [
      `On ${day} the tide of the ${book} book`,
      `At night on ${day} the ${book} lamp`,
    ])
    .map((start) => `${start} came in rather early.`)

let server: StartedSpeechServer
beforeAll(async () => {
  writeFileSync(
    at('tale.md'),
    '# A Tale\n\n## One\n\nIt was early in the morning, and nobody was up. The harbour lay still.\n\n' +
      '## Two\n\nThen somebody came down to the water and looked for the boat.\n',
  )
  server = await startSpeechServer()
})
afterEach(() => server.reset())
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

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

  it('has as many segments under way as it is told, or as it finds', async () => {
    const fixed = await narrate('lanes', '--server', server.url, '--concurrency', '2')
    expect(lastJson(fixed)).toMatchObject({ settledConcurrency: 2 })
    const found = await narrate('lanes-auto', '--server', server.url, '--concurrency', 'auto')
    expect(lastJson(found)).toMatchObject({ event: 'done' })
    expect(Number(lastJson(found)['settledConcurrency'])).toBeGreaterThan(0)
  })

  it('is spoken by a voice that the server does not list, and not by one that it does not know', async () => {
    const typed = await narrate('typed', '--server', server.url, '--voice', 'gmw/en-US-nyc')
    expect(typed.code).toBe(0)
    expect(Number(lastJson(typed)['requests'])).toBeGreaterThan(0)
    const unknown = await refused('untyped', '--server', server.url, '--voice', 'nobody')
    expect(unknown.code).toBe(2)
    expect(failed(unknown)).toMatchObject({ code: 'voice-unknown' })
    expect(savedServers('untyped')).toEqual([])
    const wrong = await refused('typed', '--server', server.url, '--voice', 'nobody')
    expect(wrong.code).toBe(2)
    expect(savedServers('typed')).toMatchObject([{ server: { voices: ['gmw/en-US-nyc'] } }])
  })

  it('is spoken by the server that the environment names', async () => {
    const environment = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-of-the-environment' }
    const args = ['narrate', 'tale.md', '--out', 'environment.m4b', '--json']
    const ended = await lectern('environment', [...args, '--voice', 'openai-env:echo'], environment)
    expect(ended.code).toBe(0)
    expect(Number(lastJson(ended)['requests'])).toBeGreaterThan(0)
    expect(JSON.stringify(ended)).not.toContain('sk-of-the-environment')
  })

  it('is asked for again where an end is missing, and flagged where trouble stays', async () => {
    const speak = (name: string, ...more: string[]) => {
      const args = ['narrate', `${name}.md`, '--out', `${name}.m4b`, '--server', server.url]
      return lectern('tails', [...args, ...more])
    }
    for (const name of ['usual', 'once', 'always'])
      writeFileSync(at(`${name}.md`), `# ${name}\n\n${tides(name).join('\n\n')}\n`)
    expect(lastJson(await speak('usual', '--json'))).toMatchObject({ retries: 0, flagged: 0 })

    await server.control('missing-tail', { times: 1 })
    const again = await speak('once', '--json')
    expect(again.code).toBe(0)
    const { retries, requests, segments, flagged } = lastJson(again)
    expect(Number(retries)).toBeGreaterThanOrEqual(10)
    expect(requests).toBe(Number(segments) + Number(retries))
    expect(flagged).toBe(0)

    await server.control('dead-air', { times: null })
    const always = await speak('always')
    expect(always.code).toBe(0)
    expect(always.errors).toMatch(/\d+ segments were flagged:\n {2}\S+ “.*”: It .*\n/)
    expect(always.errors).toMatch(/ {2}and \d+ more\n/)
  })
})

describe('another voice, for what the voice cannot say', () => {
  it('speaks it where it is named, which is told, counted, and not asked for twice', async () => {
    const speak = (...more: string[]) => {
      const args = ['narrate', 'hard.md', '--out', 'hard.m4b', '--server', server.url]
      return lectern('hard', [...args, ...more])
    }
    await lectern('hard', ['narrate', 'tale.md', '--out', 'easy.m4b', '--server', server.url])
    const text = 'The first of two sentences.\n\nThe second one of the two.\n'
    writeFileSync(at('hard.md'), `# Hard\n\n${text}`)
    await server.control('bad-400-openai', { times: null })
    const left = await speak('--json')
    expect(left.code).toBe(1)
    expect(
      jsonLines(left).filter(({ event }) => event === 'segment-failed').length,
    ).toBeGreaterThan(1)

    const spoken = await speak('--json', '--fallback-voice', 'espeak:gmw/en-US')
    expect(spoken.code).toBe(0)
    const done = lastJson(spoken)
    expect(done).toMatchObject({ event: 'done', fallbacks: done['segments'] })
    const named = jsonLines(spoken).filter(({ event }) => event === 'segment-fallback')
    expect(named).toHaveLength(Number(done['fallbacks']))
    expect(named[0]).toMatchObject({ voice: 'espeak:gmw/en-US' })

    const again = await speak()
    expect(again.code).toBe(0)
    expect(again.errors).toMatch(/\d segments are spoken by another voice:\n {2}\S+ “.*”: espeak:/)
    expect(lastJson(await speak('--json'))).toMatchObject({ requests: 0, synthesized: 0 })

    const forbidden = await speak('--json', '--fallback-voice', 'none')
    expect(forbidden.code).toBe(1)
  })

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
    const ended = await refused(model, '--server', server.url, '--model', model)
    expect(ended.code).toBe(1)
    expect(failed(ended)).toMatchObject({ code })
    expect(savedServers(model)).toEqual([])
  })
})

describe('lectern voices', () => {
  it('lists those of a server with its models, leaving nothing behind', async () => {
    const ended = await within('looked', ['voices', '--server', server.url, '--json'])
    expect(ended.code).toBe(0)
    const lines = jsonLines(ended)
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'server', name: 'alloy' }))
    expect(lines).toContainEqual({ model: 'tts-1', shutdownDate: '2027-01-06' })
    const plain = await within('looked', ['voices', '--server', server.url])
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

  it('adds a neural voice that a book is then spoken with, and removes it', async () => {
    writeFiles(at('tiny'), tinyVoiceFiles('vits'))
    const added = await lectern('neural', ['voices', 'add', 'tiny', '--json'])
    expect(added.code).toBe(0)
    expect(lastJson(added)).toMatchObject({ event: 'added', id: 'tiny', state: { kind: 'ready' } })
    const [voice] = lastJson(added)['voices'] as string[]
    const listed = await within('neural', ['voices', '--json'])
    expect(jsonLines(listed)).toContainEqual(expect.objectContaining({ id: voice }))

    const spoken = await narrate('neural', '--voice', 'tiny#1')
    expect(spoken.code).toBe(0)
    expect(Number(lastJson(spoken)['synthesized'])).toBeGreaterThan(0)
    expect((await narrate('neural', '--voice', 'tiny#2', '--no-cache')).code).toBe(0)
    const health = await lectern('neural', ['doctor'])
    expect(health.out).toContain('(tiny), ready')

    expect((await lectern('neural', ['voices', 'remove', 'neural:tiny#0'])).code).toBe(0)
    const after = await within('neural', ['voices', '--json'])
    expect(after.out).not.toContain('neural:tiny')
  })
})

describe('in words for people', () => {
  it('a pause that a server wants is shown, and what a paid one has cost', async () => {
    const args = ['narrate', 'tale.md', '--server', server.url, '--concurrency', '1']
    const first = await lectern('paid', [...args, '--chapters', '1', '--budget', '1'])
    expect(first.code).toBe(0)
    expect(first.errors).toMatch(/Nobody knows what “.*” costs: --budget does not stop it/)
    const file = join(at('paid'), 'servers.json')
    const price = {
      perMillionCharacters: 15,
      currency: 'USD',
      asOf: '2026-01-01',
      source: 'a test',
    }
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"price": null', `"price": ${JSON.stringify(price)}`),
    )
    await server.control('retry-after-1', { times: 1 })
    const second = await lectern('paid', args)
    expect(second.errors).toMatch(/Speaking: waits \d+ s: “127\.0\.0\.1:\d+” wants a pause/)
    expect(second.code).toBe(0)
    const third = await lectern('paid', [...args, '--json', '--budget', '1'])
    expect(third.errors).not.toContain('--budget')
    const { cost } = lastJson(third) as { cost: { spent: number; saved: number } }
    expect(cost).toMatchObject({ spent: 0, currency: 'USD' })
    expect(cost.saved).toBeGreaterThan(0)
  })

  it('a server of the library reads a new book, and says so; one that has a voice keeps it', async () => {
    const draft = await lectern('chosen', ['narrate', 'tale.md', '--out', 'chosen.m4b'])
    expect(draft.errors).toContain('is a draft voice')
    const named = ['narrate', 'second.md', '--out', 'second.m4b', '--server', server.url]
    writeFileSync(
      at('second.md'),
      '# Second\n\nSomebody had been here before, and had left a note.\n',
    )
    expect((await lectern('chosen', named)).errors).not.toContain('reads this book')

    writeFileSync(at('third.md'), '# Third\n\nNobody knew the way, so they asked at the inn.\n')
    const plain = (book: string) => ['narrate', `${book}.md`, '--out', `${book}.m4b`]
    const chosen = await lectern('chosen', plain('third'))
    expect(chosen.code).toBe(0)
    expect(chosen.errors).toMatch(/“\S+:\S+” reads this book: your speech server “127\.0\.0\.1/)
    expect((await lectern('chosen', plain('third'))).errors).not.toContain('reads this book')
    expect((await lectern('chosen', plain('tale'))).errors).toContain('is a draft voice')
  })

  it('a draft voice is called one, and doctor knows what else is there', async () => {
    const plain = ['narrate', 'tale.md', '--out', 'plain.m4b']
    const draft = await lectern('plain', plain)
    expect(draft.errors).toContain('is a draft voice')
    const quiet = await narrate('plain')
    expect(quiet.errors).toBe('')
    expect(lastJson(quiet)).toMatchObject({ settledConcurrency: null, requests: 0 })

    const served = await lectern('plain', [...plain, '--server', server.url])
    expect(served.code).toBe(0)
    expect(served.errors).not.toContain('is a draft voice')
    const health = await lectern('plain', ['doctor'])
    expect(health.out).toMatch(/Speech server: 127\.0\.0\.1:\d+ .*last checked/)
  })
})
