// Narrating in the terminal with voices that are not Lectern's own, in books and libraries of many runs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { jsonLines, lastJson } from './run-lectern.ts'
import { taleOfTests } from './tale.ts'

const { at, lectern, narrate, server, within } = taleOfTests()

/** Short paragraphs, each a segment, of which little is left without its last two seconds. */
const tides = (book: string): string[] =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'New Year']
    .flatMap((day) => [
      `On ${day} the tide of the ${book} book`,
      `At night on ${day} the ${book} lamp`,
    ])
    .map((start) => `${start} came in rather early.`)

describe('a book by a server', () => {
  it('has as many segments under way as it is told, or as it finds', async () => {
    const fixed = await narrate('lanes', '--server', server().url, '--concurrency', '2')
    expect(lastJson(fixed)).toMatchObject({ settledConcurrency: 2 })
    const found = await narrate('lanes-auto', '--server', server().url, '--concurrency', 'auto')
    expect(lastJson(found)).toMatchObject({ event: 'done' })
    expect(Number(lastJson(found)['settledConcurrency'])).toBeGreaterThan(0)
  })

  it('is asked for again where an end is missing, and flagged where trouble stays', async () => {
    const speak = (name: string, ...more: string[]) => {
      const args = ['narrate', `${name}.md`, '--out', `${name}.m4b`, '--server', server().url]
      return lectern('tails', [...args, ...more])
    }
    for (const name of ['usual', 'once', 'always'])
      writeFileSync(at(`${name}.md`), `# ${name}\n\n${tides(name).join('\n\n')}\n`)
    expect(lastJson(await speak('usual', '--json'))).toMatchObject({ retries: 0, flagged: 0 })

    await server().control('missing-tail', { times: 1 })
    const again = await speak('once', '--json')
    expect(again.code).toBe(0)
    const { retries, requests, segments, flagged } = lastJson(again)
    expect(Number(retries)).toBeGreaterThanOrEqual(10)
    expect(requests).toBe(Number(segments) + Number(retries))
    expect(flagged).toBe(0)

    await server().control('dead-air', { times: null })
    const always = await speak('always')
    expect(always.code).toBe(0)
    expect(always.errors).toMatch(/\d+ segments were flagged:\n {2}\S+ “.*”: It .*\n/)
    expect(always.errors).toMatch(/ {2}and \d+ more\n/)
  })
})

describe('another voice, for what the voice cannot say', () => {
  it('speaks it where it is named, which is told, counted, and not asked for twice', async () => {
    const speak = (...more: string[]) => {
      const args = ['narrate', 'hard.md', '--out', 'hard.m4b', '--server', server().url]
      return lectern('hard', [...args, ...more])
    }
    await lectern('hard', ['narrate', 'tale.md', '--out', 'easy.m4b', '--server', server().url])
    const text = 'The first of two sentences.\n\nThe second one of the two.\n'
    writeFileSync(at('hard.md'), `# Hard\n\n${text}`)
    await server().control('bad-400-openai', { times: null })
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
})

describe('lectern voices', () => {
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
    const args = ['narrate', 'tale.md', '--server', server().url, '--concurrency', '1']
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
    await server().control('retry-after-1', { times: 1 })
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
    const named = ['narrate', 'second.md', '--out', 'second.m4b', '--server', server().url]
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
})
