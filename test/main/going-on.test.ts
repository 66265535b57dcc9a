// What the app does when its last window is closed, and when work ends that nobody looks at.
import { describe, expect, it } from 'vitest'
import type { Job, Queue } from '../../src/contract/index.ts'
import type { StudioEvents } from '../../src/core/studio/studio-context.ts'
import { createEmitter } from '../../src/core/base/emitter.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { goOnWithoutWindows } from '../../src/main/going-on.ts'
import { ownWords } from '../../src/main/own-words.ts'

const job = (given: Partial<Job> = {}): Job => ({
  ...{ id: 'j1', kind: 'speech', state: 'running', projectId: 'p1', stage: 'speaking' },
  ...{ done: 0, total: 9, failed: 0, etaSeconds: null, startedAt: 0 },
  ...given,
})
const queueOf = (state: Queue['state'], ...states: Queue['entries'][number]['state'][]): Queue => ({
  ...{ state, etaSeconds: null, exports: false },
  entries: states.map((entry, at) => ({
    ...{ projectId: `p${at}`, title: `Book ${at}`, state: entry },
    ...{ segments: 9, left: 3, failed: 0, etaSeconds: null },
  })),
})

type Situation = {
  platform?: NodeJS.Platform
  jobs?: Job[]
  queue?: Queue
  settings?: { name: string; value: boolean | string }[]
}

/** A studio that answers from what is given, and an app whose windows the test opens and closes. */
async function open({ platform = 'linux', jobs = [], queue, settings = [] }: Situation = {}) {
  const events = createEmitter<StudioEvents>((error) => {
    throw error
  })
  const answers: Record<string, unknown> = {
    'job.list': { jobs },
    'queue.read': queue ?? queueOf('resting'),
    'settings.read': { settings },
    'library.list': { projects: [{ id: 'p1', title: 'The Lamp Room' }] },
  }
  const studio = {
    call: async (name: string) => ({ ok: true, value: answers[name] }),
    on: events.on,
  } as unknown as Pick<Studio, 'call' | 'on'>
  const app = { windows: 1, isLookedAt: false, said: [] as string[], quits: 0 }
  const goingOn = await goOnWithoutWindows(studio, {
    platform,
    news: () => ownWords('en', []).news,
    hasWindow: () => app.windows > 0,
    isLookedAt: () => app.isLookedAt,
    notify: async (text) => void app.said.push(text),
    quit: () => void (app.quits += 1),
    onError: (error) => {
      throw error
    },
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    app,
    async close() {
      app.windows = 0
      goingOn.windowsClosed()
      await settle()
    },
    async advance(given: Partial<Job>) {
      events.emit('job.advanced', { job: job(given) })
      await settle()
    },
    async queued(now: Queue) {
      events.emit('queue.changed', { queue: now })
      await settle()
    },
  }
}

describe('closing the last window', () => {
  it('ends the app when nothing is under way, and leaves a Mac’s in its dock', async () => {
    const there = await open()
    await there.close()
    expect(there.app).toMatchObject({ quits: 1, said: [] })
    const mac = await open({ platform: 'darwin' })
    await mac.close()
    expect(mac.app).toMatchObject({ quits: 0, said: [] })
  })

  it('goes on with a narration, says so, tells its end, and ends the app then', async () => {
    const { app, close, advance } = await open({ jobs: [job()] })
    await close()
    expect(app.quits).toBe(0)
    expect(app.said).toEqual([expect.stringContaining('goes on narrating 1 book.')])
    await advance({ done: 5 })
    expect(app.said).toHaveLength(1)
    await advance({ state: 'done', done: 9 })
    expect(app).toMatchObject({ quits: 1 })
    expect(app.said[1]).toBe('“The Lamp Room” is narrated.')
  })

  it('goes on on a Mac, which keeps the app afterwards', async () => {
    const { app, close, advance } = await open({ platform: 'darwin', jobs: [job()] })
    await close()
    expect(app.said[0]).toBe(
      'Lectern goes on narrating 1 book. Open it again to see how far it is.',
    )
    await advance({ state: 'done' })
    expect(app).toMatchObject({ quits: 0, said: { length: 2 } })
  })

  it('goes on with the queue from book to book, and tells what became of it', async () => {
    const { app, close, advance, queued } = await open({
      queue: queueOf('running', 'narrating', 'waiting', 'held'),
      jobs: [job({ projectId: 'p0' })],
    })
    await close()
    expect(app.said).toEqual([expect.stringContaining('goes on narrating 2 books.')])
    await advance({ projectId: 'p0', state: 'done' })
    expect(app).toMatchObject({ quits: 0, said: { length: 1 } })
    await queued(queueOf('resting', 'done', 'done', 'held'))
    expect(app).toMatchObject({ quits: 1 })
    expect(app.said[1]).toBe('2 books are narrated, 1 book waits for you.')
  })

  it('does not end the app when a window was opened again meanwhile', async () => {
    const { app, close, advance } = await open({ jobs: [job({ kind: 'export' })] })
    await close()
    expect(app.said).toEqual([expect.stringContaining('goes on with 1 export.')])
    app.windows = 1
    await advance({ kind: 'export', state: 'done' })
    expect(app.quits).toBe(0)
  })

  it('ends the app when what goes on waits for a person, and says for what', async () => {
    const { app, close, advance } = await open({ jobs: [job()] })
    await close()
    const failure = { code: 'quota-spent', params: { server: 'Box' }, retry: 'never' } as const
    await advance({ state: 'paused', failure })
    expect(app.quits).toBe(1)
    expect(app.said[1]).toContain('The narration of “The Lamp Room” stands still.')
  })
})

describe('an end that nobody looks at', () => {
  it('is told, and one that is looked at is not', async () => {
    const there = await open({ jobs: [job()] })
    await there.advance({ state: 'done', failed: 2 })
    expect(there.app.said).toEqual(['“The Lamp Room” is narrated, but for 2 segments.'])
    const seen = await open({ jobs: [job()] })
    seen.app.isLookedAt = true
    await seen.advance({ state: 'done' })
    expect(seen.app).toMatchObject({ said: [], quits: 0 })
  })

  it('is not told where the setting says so, nor where a person has ended it', async () => {
    const silent = await open({
      jobs: [job()],
      settings: [{ name: 'notifications', value: false }],
    })
    await silent.advance({ state: 'done' })
    const ended = await open({ jobs: [job()] })
    await ended.advance({ state: 'cancelled' })
    const paused = await open({ jobs: [job()] })
    await paused.advance({ state: 'paused' })
    for (const { app } of [silent, ended, paused]) expect(app.said).toEqual([])
  })

  it('is no news where it is one segment that was made again', async () => {
    const { app, advance } = await open()
    await advance({ total: 0 })
    await advance({ total: 1 })
    await advance({ total: 1, state: 'done' })
    expect(app.said).toEqual([])
  })
})
