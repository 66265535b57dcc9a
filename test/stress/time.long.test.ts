// A machine that sleeps, and a clock that is set: nothing is spoken twice, nothing grows old by it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Job } from '../../src/contract/index.ts'
import { createAgeClock } from '../../src/core/base/age-clock.ts'
import { createMadeStore } from '../../src/io/codecs/made-store.ts'
import { systemClock } from '../../src/io/clock.ts'
import { newServer } from '../../src/io/speech/server/new-server.ts'
import { openTakesDatabase } from '../../src/io/sqlite/open-databases.ts'
import { createTakeStore } from '../../src/io/sqlite/take-store.ts'
import { withNarration, isOver } from '../fixtures/studio-narration.ts'
import { prepareTake, sampleTake } from '../fixtures/sample-takes.ts'
import { sourcesOf, voiceOf } from '../fixtures/studio-ports.ts'
import { createVirtualClock } from '../fixtures/virtual-clock.ts'
import { startStudio } from '../kill/start-studio.ts'
import { startSpeechServer } from '../speech-server/start-speech-server.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'

const hour = 3_600_000
const root = mkdtempSync(join(tmpdir(), 'lectern-time-'))
const at = (name: string) => join(root, name)
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a sleep', () => {
  it('that is longer than a call may take asks for nothing twice', async () => {
    const texts = paragraphsOf(77, 4)
    writeFileSync(at('story.md'), bookOf('The harbour lamp', texts))
    const server = await startSpeechServer({ latencyMs: 300 })
    await server.prepare(texts)
    const studio = await startStudio(at('data'))
    try {
      await studio.call('settings.change', { name: 'callTimeout', value: 2 })
      const plain = newServer({
        ...{ id: 'box', kind: 'other', name: 'Box', addresses: [server.url] },
      })
      await studio.call('server.save', { server: { ...plain, lanes: 2 } })
      const projectId = await studio.addBook(at('story.md'), 'box:alloy')
      const { jobId } = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await studio.jobThat({ kind: 'speech', states: ['running'], done: 1 })
      process.kill(studio.pid, 'SIGSTOP')
      await new Promise<void>((resolve) => systemClock.after(2500, resolve))
      process.kill(studio.pid, 'SIGCONT')
      expect(await studio.endOf(jobId)).toMatchObject({ state: 'done', failed: 0 })
      const { requests } = await server.stats()
      const asked = requests.map(({ text }) => text)
      expect(asked.length).toBeGreaterThanOrEqual(4)
      expect(new Set(asked).size).toBe(asked.length)
    } finally {
      await studio.close()
      await server.close()
    }
  })
})

describe.each([
  ['forward', hour],
  ['back', -hour],
])('a clock that is put an hour %s', (_, jump) => {
  const jumping = () => {
    const clock = createVirtualClock()
    let offset = 1_800_000_000_000
    return {
      ...clock,
      now: () => clock.now() + offset,
      jump: () => void (offset += jump),
    }
  }

  it('amid a narration has nothing spoken twice, and the time left stays what it is', async () => {
    const clock = jumping()
    let spoken = 0
    const voice = voiceOf(async () => {
      const file = `sound-${(spoken += 1)}`
      await new Promise<void>((resolve) => clock.after(1000, resolve))
      if (spoken === 6) clock.jump()
      return { file }
    }, 2)
    await withNarration(clock, { sources: sourcesOf(voice), segments: 10 }, async (narration) => {
      const left: (number | null)[] = []
      narration.studio.on('job.advanced', ({ job }: { job: Job }) => left.push(job.etaSeconds))
      while (!isOver(narration.job())) await clock.advance(500)
      const { done, failed, state } = narration.job()
      expect({ state, failed, spoken }).toEqual({ state: 'done', failed: 0, spoken: done })
      const told = left.filter((seconds) => seconds !== null)
      expect(told.length).toBeGreaterThan(0)
      expect(Math.min(...told)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...told)).toBeLessThanOrEqual(30)
    })
  })

  it('drops nothing that is kept for half an hour, neither takes nor what was encoded', async () => {
    const clock = jumping()
    const folder = mkdtempSync(at('kept-'))
    const database = openTakesDatabase(join(folder, 'takes.db'))
    const takes = createTakeStore(database, createAgeClock(clock))
    const take = sampleTake(1)
    takes.keep(take, prepareTake(folder, take), null)
    mkdirSync(join(folder, 'encodes/ab'), { recursive: true })
    const path = join(folder, 'encodes/ab/abcd')
    writeFileSync(path, 'sound')
    const made = createMadeStore('encodes', join(folder, 'encodes'), clock)
    await made.find(path, () => true)
    clock.jump()
    await clock.advance(1000)
    takes.sweepStep({ ttlSeconds: 1800, maxBytes: 1e9 })
    expect(takes.find([take.id]).size).toBe(1)
    expect(await made.trim(hour / 2, 1e9)).toBe(0)
    await clock.advance(2 * hour)
    expect(await made.trim(hour / 2, 1e9)).toBe(5)
    database.close()
  })
})
