// The queue of books: its order, what goes before, who is passed over, and what a restart finds.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isQueued, type Queue } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { Clock } from '../../../src/core/base/scope.ts'
import type { BookReader } from '../../../src/core/ports/books.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { callsOf, type StudioCalls } from '../../fixtures/studio-calls.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
  type TestStudio,
} from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

/** The path is the title, and stands in every sentence. */
const reader = (sentences: number): BookReader => ({
  async *read(path, ...rest) {
    const sentence = 'One of so many sentences that are long enough to stand alone, namely number'
    const lines = Array.from({ length: sentences }, (_, at) => `${path}: ${sentence} ${at}.`)
    for await (const event of readerOf([lines]).read(path, ...rest))
      yield event.kind === 'header' ? { ...event, header: { ...event.header, title: path } } : event
  },
})

const titleIn = (spoken: unknown): string => /(\w+): /.exec(JSON.stringify(spoken))?.[1] ?? ''

type Shelf = StudioCalls & {
  studio: Studio
  ids: Record<string, string>
  queue(): Promise<Queue>
  queueThat(isWanted: (queue: Queue) => boolean): Promise<Queue>
  add(...titles: string[]): Promise<Queue>
  stateOf(title: string): Promise<string | undefined>
}

const stateIn = ({ entries }: Queue, title: string) =>
  entries.find((entry) => entry.title === title)?.state
const isAtRest = ({ entries }: Queue) => !entries.some(isQueued)

async function withShelf(
  { ports, options }: TestStudio,
  titles: readonly string[],
  work: (shelf: Shelf) => Promise<void>,
) {
  const studio = await openStudio(ports, options)
  const calls = callsOf(studio)
  const { call, end } = calls
  try {
    for (const title of titles) {
      const ticket = ports.tickets.issue('book', title)
      await end((await call('book.import', { ticket })).jobId)
    }
    const { projects } = await call('library.list', {})
    const ids = Object.fromEntries(projects.map(({ title, id }) => [title, id]))
    const queue = () => call('queue.read', {})
    await work({
      ...{ ...calls, studio, ids, queue },
      queueThat: (isWanted) =>
        new Promise((resolve, reject) => {
          const look = (now: Queue) => {
            if (!isWanted(now)) return
            stop()
            resolve(now)
          }
          const stop = studio.on('queue.changed', ({ queue: now }) => look(now))
          queue().then(look, reject)
        }),
      add: (...added) => call('queue.add', { projectIds: added.map((title) => ids[title] ?? '') }),
      stateOf: async (title) => stateIn(await queue(), title),
    })
  } finally {
    await studio.close()
  }
}

/** A voice of one lane that tells whose sentence it speaks. */
function telling(hear: (title: string, signal: AbortSignal) => Promise<void> | void = () => {}) {
  const order: string[] = []
  let spoken = 0
  const provider = voiceOf(async (request, signal) => {
    const title = titleIn(request.spoken)
    order.push(title)
    await hear(title, signal)
    return { file: `sound-${spoken++}` }
  }, 1)
  return { order, provider }
}

const shelfOf = (
  provider: VoiceProvider,
  { clock = systemClock, sentences = 3 }: { clock?: Clock; sentences?: number } = {},
) =>
  studioPorts(clock, {
    reader: reader(sentences),
    sources: sourcesOf(provider),
    resumeJobs: true,
  })

/** Waits until the other side opens it. */
function gate() {
  const opened = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    open: () => opened.resolve(),
    async pass(signal: AbortSignal) {
      reached.resolve()
      const left = new Promise<void>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      )
      await Promise.race([opened.promise, left])
    },
  }
}

describe('the queue of books', () => {
  it('narrates one book after another, in the order they have', async () => {
    const { order, provider } = telling()
    await withShelf(shelfOf(provider), ['north', 'south', 'east'], async (shelf) => {
      await shelf.call('queue.pause', {})
      await shelf.add('north', 'south', 'east')
      const { entries } = await shelf.call('queue.move', {
        projectId: shelf.ids['east'] ?? '',
        places: -5,
      })
      expect(entries.map(({ title }) => title)).toEqual(['east', 'north', 'south'])
      expect(order).toEqual([])
      await shelf.call('queue.resume', {})
      const ended = await shelf.queueThat(isAtRest)
      expect(ended.state).toBe('resting')
      expect(ended.entries.map(({ state, left, failed }) => ({ state, left, failed }))).toEqual(
        Array(3).fill({ state: 'done', left: 0, failed: 0 }),
      )
      expect(order.filter((title, at) => title !== order[at - 1])).toEqual([
        ...['east', 'north', 'south'],
      ])
    })
  })

  it('goes on over segments that no voice can say, and tells how many', async () => {
    const { provider } = telling((title) => {
      if (title === 'north') throw fail('voice-failed', { voice: 'Plain' })
    })
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.add('north', 'south')
      const { entries } = await shelf.queueThat(isAtRest)
      expect(entries).toMatchObject([
        { title: 'north', state: 'done', failed: 3, left: 0 },
        { title: 'south', state: 'done', failed: 0, left: 0 },
      ])
    })
  })

  it('passes over a book that waits for a person, and gives it another turn when told so', async () => {
    let isEmpty = true
    const { order, provider } = telling((title) => {
      if (title === 'north' && isEmpty) throw fail('quota-spent', { server: 'Box' })
    })
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.add('north', 'south')
      const held = await shelf.queueThat((queue) => stateIn(queue, 'south') === 'done')
      expect(held).toMatchObject({
        state: 'resting',
        entries: [{ state: 'held', failure: { code: 'quota-spent' } }, { state: 'done' }],
      })
      isEmpty = false
      await shelf.call('queue.resume', { projectId: shelf.ids['north'] ?? '' })
      const ended = await shelf.queueThat((queue) => stateIn(queue, 'north') === 'done')
      expect(ended.entries).toMatchObject([{ left: 0 }, { left: 0 }])
      expect(order.at(-1)).toBe('north')
    })
  })

  it('lets a narration that is begun by hand in another book go before', async () => {
    const first = gate()
    const { order, provider } = telling(async (title, signal) => {
      if (title === 'north') await first.pass(signal)
    })
    await withShelf(shelfOf(provider), ['north', 'south', 'east'], async (shelf) => {
      await shelf.add('north', 'south')
      await first.reached
      const scope = { kind: 'ticked' } as const
      const projectId = shelf.ids['east'] ?? ''
      const { jobId } = await shelf.call('speech.start', { projectId, scope })
      const waiting = await shelf.queueThat(({ state }) => state === 'waiting')
      expect(waiting.entries).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
      first.open()
      expect(await shelf.end(jobId)).toMatchObject({ state: 'done' })
      await shelf.queueThat(isAtRest)
      // The segment that was under way came to its end; the rest of it waited.
      expect(order).toEqual([
        ...['north', 'east', 'east', 'east', 'north', 'north', 'south', 'south', 'south'],
      ])
    })
  })

  it('counts what is narrated by hand in a book of its own', async () => {
    const first = gate()
    const { order, provider } = telling(async (title, signal) => {
      if (title === 'north') await first.pass(signal)
    })
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.call('queue.pause', {})
      await shelf.add('south', 'north')
      const scope = { kind: 'ticked' } as const
      await shelf.call('speech.start', { projectId: shelf.ids['north'] ?? '', scope })
      await first.reached
      await shelf.queueThat((queue) => stateIn(queue, 'north') === 'narrating')
      await shelf.call('queue.resume', {})
      first.open()
      await shelf.queueThat(isAtRest)
      expect(order).toEqual(['north', 'north', 'north', 'south', 'south', 'south'])
    })
  })

  it('speaks nothing while it is paused, and goes on where it was', async () => {
    const first = gate()
    const { order, provider } = telling(async (_title, signal) => first.pass(signal))
    await withShelf(shelfOf(provider), ['north'], async (shelf) => {
      await shelf.add('north')
      await first.reached
      const paused = await shelf.call('queue.pause', {})
      expect(paused).toMatchObject({ state: 'paused', entries: [{ state: 'waiting' }] })
      first.open()
      await shelf.queueThat(({ entries }) => entries[0]?.left === 2)
      expect(order).toHaveLength(1)
      await shelf.call('queue.resume', {})
      await shelf.queueThat(isAtRest)
      expect(order).toHaveLength(3)
    })
  })

  /** Cuts the last of its rows in two. */
  const cut = async (shelf: Shelf, title: string) => {
    const projectId = shelf.ids[title] ?? ''
    const { rows } = await shelf.call('segment.list', { projectId, from: 0, count: 9 })
    const segmentId = rows.at(-1)?.id ?? ''
    await shelf.call('segment.split', { projectId, segmentId, at: 20 })
  }

  it.each(['set back', 'narrated'])(
    'keeps the turn of a book whose rows are cut while it is %s',
    async (now) => {
      const first = gate()
      const { order, provider } = telling(async (_title, signal) => first.pass(signal))
      await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
        const narrations = new Map<string, string | undefined>()
        shelf.studio.on('job.advanced', ({ job }) => void narrations.set(job.id, job.projectId))
        await shelf.add('north', 'south')
        await first.reached
        if (now === 'set back') await shelf.call('queue.pause', {})
        await cut(shelf, 'north')
        expect(await shelf.stateOf('north')).toBe(now === 'set back' ? 'waiting' : 'narrating')
        first.open()
        if (now === 'set back') await shelf.call('queue.resume', {})
        const { entries } = await shelf.queueThat(isAtRest)
        expect(entries).toMatchObject([
          { state: 'done', left: 0 },
          { state: 'done', left: 0 },
        ])
        expect(order.indexOf('south')).toBeGreaterThan(order.lastIndexOf('north'))
        const { north, south } = shelf.ids
        expect([...narrations.values()]).toEqual([north, north, south])
      })
    },
  )

  it('lets a person go before a book that went on because its rows were cut', async () => {
    const first = gate()
    const { provider } = telling(async (_title, signal) => first.pass(signal))
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.add('north', 'south')
      await first.reached
      await cut(shelf, 'north')
      const projectId = shelf.ids['south'] ?? ''
      await shelf.call('speech.start', { projectId, scope: { kind: 'ticked' } })
      await shelf.queueThat((queue) => stateIn(queue, 'south') === 'narrating')
      expect(await shelf.stateOf('north')).toBe('waiting')
    })
  })

  it('leaves a book that a person stops, and ends the narration of one that is taken out', async () => {
    const first = gate()
    const { provider } = telling(async (title, signal) => {
      if (title !== 'east') await first.pass(signal)
    })
    await withShelf(shelfOf(provider), ['north', 'south', 'east'], async (shelf) => {
      await shelf.add('north', 'south', 'east')
      await first.reached
      const { jobs } = await shelf.call('job.list', {})
      const job = jobs.find(({ kind }) => kind === 'speech')
      await shelf.call('job.cancel', { jobId: job?.id ?? '' })
      await shelf.queueThat((queue) => stateIn(queue, 'south') === 'narrating')
      expect(await shelf.stateOf('north')).toBe('stopped')
      await shelf.call('queue.remove', { projectIds: [shelf.ids['south'] ?? ''] })
      const ended = await shelf.queueThat((queue) => stateIn(queue, 'east') === 'done')
      expect(ended.entries.map(({ title, state }) => `${title} ${state}`)).toEqual([
        ...['north stopped', 'east done'],
      ])
    })
  })

  it('passes over a book that is removed, and has it back when that is undone', async () => {
    const { provider } = telling()
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.call('queue.pause', {})
      await shelf.add('north', 'south')
      const projectId = shelf.ids['north'] ?? ''
      await shelf.call('project.remove', { projectId })
      await shelf.queueThat(({ entries }) => entries.length === 1)
      await shelf.call('project.restore', { projectId })
      const back = await shelf.queueThat(({ entries }) => entries.length === 2)
      expect(back.entries.map(({ title }) => title)).toEqual(['north', 'south'])
    })
  })

  it('narrates a book after all that was removed at work and is taken back', async () => {
    const first = gate()
    const { order, provider } = telling(async (_title, signal) => first.pass(signal))
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.add('north', 'south')
      await first.reached
      const projectId = shelf.ids['north'] ?? ''
      await shelf.call('project.remove', { projectId })
      await shelf.queueThat((queue) => stateIn(queue, 'south') === 'narrating')
      await shelf.call('project.restore', { projectId })
      const back = await shelf.queueThat(({ entries }) => entries.length === 2)
      expect(stateIn(back, 'north')).not.toBe('stopped')
      first.open()
      const { entries } = await shelf.queueThat(isAtRest)
      expect(entries).toMatchObject([
        { title: 'north', state: 'done', left: 0 },
        { title: 'south', state: 'done', left: 0 },
      ])
      expect(new Set(order)).toEqual(new Set(['north', 'south']))
    })
  })

  it('goes on with a book whose chapter is cut while it is narrated', async () => {
    const first = gate()
    const { provider } = telling(async (_title, signal) => first.pass(signal))
    await withShelf(shelfOf(provider), ['north'], async (shelf) => {
      await shelf.add('north')
      await first.reached
      const projectId = shelf.ids['north'] ?? ''
      const { rows } = await shelf.call('segment.list', { projectId, from: 0, count: 9 })
      await shelf.call('chapter.split', { projectId, segmentId: rows[1]?.id ?? '' })
      first.open()
      const { entries } = await shelf.queueThat(isAtRest)
      expect(entries).toMatchObject([{ state: 'done', left: 0 }])
    })
  })

  it('moves a book past those that are seen, and past a removed one without a press for it', async () => {
    const { provider } = telling()
    const titles = ['north', 'south', 'east', 'west']
    await withShelf(shelfOf(provider), titles, async (shelf) => {
      await shelf.call('queue.pause', {})
      await shelf.add(...titles)
      await shelf.call('project.remove', { projectId: shelf.ids['east'] ?? '' })
      await shelf.queueThat(({ entries }) => entries.length === 3)
      const move = async (title: string, places: number) => {
        const projectId = shelf.ids[title] ?? ''
        const { entries } = await shelf.call('queue.move', { projectId, places })
        return entries.map((entry) => entry.title).join(' ')
      }
      expect(await move('west', -1)).toBe('north west south')
      expect(await move('north', 1)).toBe('west north south')
      expect(await move('west', 1)).toBe('north west south')
      expect(await move('north', 9)).toBe('west south north')
    })
  })

  it('asks before a voice that costs money speaks, unless a person has agreed', async () => {
    const { order, provider: plain } = telling()
    const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-27', source: 'here' }
    const provider = { ...plain, capabilities: { ...plain.capabilities, price } }
    await withShelf(shelfOf(provider), ['north', 'south'], async (shelf) => {
      await shelf.add('north')
      const held = await shelf.queueThat((queue) => stateIn(queue, 'north') === 'held')
      expect(held.entries[0]?.failure?.code).toBe('resume-costs')
      expect(order).toEqual([])
      await shelf.call('queue.add', { projectIds: [shelf.ids['south'] ?? ''], mayCost: true })
      await shelf.queueThat((queue) => stateIn(queue, 'south') === 'done')
      expect(new Set(order)).toEqual(new Set(['south']))
      await shelf.call('queue.resume', { projectId: shelf.ids['north'] ?? '' })
      await shelf.queueThat(isAtRest)
      expect(await shelf.stateOf('north')).toBe('done')
    })
  })
})

describe('a restart', () => {
  it('goes on with the queue where it was, in its order', async () => {
    const hanging = gate()
    const before = telling(async (_title, signal) => {
      if (before.order.length === 2) await hanging.pass(signal)
    })
    const test = shelfOf(before.provider)
    await withShelf(test, ['north', 'south'], async (shelf) => {
      await shelf.add('south', 'north')
      await hanging.reached
    })
    const after = telling()
    const again = { ...test, ports: { ...test.ports, sources: sourcesOf(after.provider) } }
    await withShelf(again, [], async (shelf) => {
      const ended = await shelf.queueThat(isAtRest)
      expect(ended.entries.map(({ title, state }) => `${title} ${state}`)).toEqual([
        ...['south done', 'north done'],
      ])
      expect(after.order).toEqual(['south', 'south', 'north', 'north', 'north'])
    })
  })

  it('finds a paused queue paused', async () => {
    const { order, provider } = telling()
    const test = shelfOf(provider)
    await withShelf(test, ['north'], async (shelf) => {
      await shelf.call('queue.pause', {})
      await shelf.add('north')
    })
    await withShelf(test, [], async (shelf) => {
      expect(await shelf.queue()).toMatchObject({ state: 'paused', entries: [{ left: 3 }] })
      expect(order).toEqual([])
    })
  })

  it('asks before a voice that costs money goes on', async () => {
    const hanging = gate()
    const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-27', source: 'here' }
    const { order, provider: plain } = telling(async (_title, signal) => hanging.pass(signal))
    const provider = { ...plain, capabilities: { ...plain.capabilities, price } }
    const test = shelfOf(provider)
    await withShelf(test, ['north'], async (shelf) => {
      await shelf.call('queue.add', { projectIds: [shelf.ids['north'] ?? ''], mayCost: true })
      await hanging.reached
    })
    const asked = order.length
    await withShelf(test, [], async (shelf) => {
      const held = await shelf.queueThat((queue) => stateIn(queue, 'north') === 'held')
      expect(held.entries[0]?.failure?.code).toBe('resume-costs')
      expect(order).toHaveLength(asked)
    })
  })
})

describe('how long the queue will take', () => {
  it('is not told before the voice was heard for a while, and then for each and for all', async () => {
    const clock = createVirtualClock()
    const { provider } = telling(
      () => new Promise<void>((resolve) => void clock.after(1000, resolve)),
    )
    await withShelf(
      shelfOf(provider, { clock, sentences: 40 }),
      ['north', 'south'],
      async (shelf) => {
        const told: Queue[] = []
        shelf.studio.on('queue.changed', ({ queue }) => void told.push(queue))
        const first = await shelf.add('north', 'south')
        expect(first).toMatchObject({ etaSeconds: null, entries: [{}, { etaSeconds: null }] })
        await clock.advance(20_000)
        const { entries, etaSeconds } = told.at(-1) as Queue
        expect(entries[0]?.state).toBe('narrating')
        for (const entry of entries) expect(entry.etaSeconds).toBeGreaterThan(0)
        const sum = entries.reduce((all, entry) => all + (entry.etaSeconds ?? 0), 0)
        expect(etaSeconds).toBeCloseTo(sum)
        // It is told with its progress, not with every segment.
        const from = told.length
        await clock.advance(10_000)
        expect(told.length - from).toBeLessThanOrEqual(11)
      },
    )
  })
})

describe('a book that is narrated in its turn', () => {
  it('is exported into the folder for copies where that is wished, and replaces nothing there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-queue-'))
    try {
      writeFileSync(join(folder, 'north.m4b'), 'another one')
      const codecs = quietCodecs()
      const { writeFile } = codecs
      codecs.writeFile = (request, onProgress, signal) => {
        writeFileSync(request.target, 'sound')
        return writeFile(request, onProgress, signal)
      }
      const { provider } = telling()
      const test = shelfOf(provider)
      test.ports.codecs = codecs
      await withShelf(test, ['north', 'south'], async (shelf) => {
        const ticket = shelf.studio.tickets.issue('folder', folder)
        await shelf.call('export.chooseCopyFolder', { ticket })
        expect(await shelf.call('queue.export', { exports: true })).toMatchObject({ exports: true })
        await shelf.add('north', 'south')
        const { entries } = await shelf.queueThat(isAtRest)
        expect(entries).toMatchObject([{ state: 'done' }, { state: 'done' }])
        expect(readdirSync(folder).toSorted()).toEqual(['north 2.m4b', 'north.m4b', 'south.m4b'])
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
