// The conductor, through the two verbs, on stores in memory and voices that do as they are told.
import { describe, expect, it } from 'vitest'
import type { SegmentRow } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { BookReader } from '../../../src/core/ports/books.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import {
  longBook,
  longSentence,
  quietCodecs,
  readerOf,
  studioPorts,
  voiceOf,
  type TestStudio,
  sourcesOf,
} from '../../fixtures/studio-ports.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const statesOf = (rows: readonly SegmentRow[]) => rows.map(({ status }) => status.state)
const takeIds = (rows: readonly SegmentRow[]): string[] =>
  rows.map(({ status }) => (status.state === 'ready' ? status.takeId : status.state))

/** As with LECTERN_CACHE=off. */
function uncached(given: Parameters<typeof studioPorts>[1]): TestStudio {
  const test = studioPorts(systemClock, given)
  const { settings } = test.ports
  const read = async () =>
    (await settings.read()).map((row) => (row.name === 'cache' ? { ...row, value: false } : row))
  return { ...test, ports: { ...test.ports, settings: { ...settings, read } } }
}

describe('the studio', () => {
  it('speaks every segment of a book once, and nothing a second time', async () => {
    const asked: string[] = []
    const provider = voiceOf(async ({ spoken }) => {
      asked.push(JSON.stringify(spoken))
      return { file: `sound-${asked.length}` }
    })
    const test = studioPorts(systemClock, { reader: longBook(12), sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ narrate, rows }) => {
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
      expect(new Set(statesOf(await rows()))).toEqual(new Set(['ready']))
      const first = asked.length
      expect(new Set(asked).size).toBe(first)
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
      expect(asked).toHaveLength(first)
    })
  })

  it('never has more calls under way than lanes', async () => {
    let running = 0
    let most = 0
    const provider = voiceOf(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { file: `sound-${Math.random()}` }
    })
    const test = studioPorts(systemClock, {
      reader: longBook(40),
      sources: sourcesOf(provider),
      workers: 3,
    })
    await withOpenBook(test, async ({ narrate }) => {
      await narrate()
      expect(most).toBe(3)
    })
  })

  it('asks once for what stands twice in the book', async () => {
    let asked = 0
    const provider = voiceOf(async () => ({ file: `sound-${++asked}` }))
    const reader = readerOf([
      [longSentence(1), longSentence(2), longSentence(1)],
      [longSentence(2)],
    ])
    const test = studioPorts(systemClock, { reader, sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ narrate, rows }) => {
      await narrate()
      const all = await rows()
      expect(all.every(({ status }) => status.state === 'ready')).toBe(true)
      expect(asked).toBe(new Set(all.map(({ text }) => text.trim())).size)
    })
  })

  it('counts what is spoken, also while a new book is still being settled', async () => {
    const test = studioPorts(systemClock, { reader: longBook(3) })
    const { takes } = test.ports
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    let looks = 0
    // The first look-up is the import's; its answer is old by the time it comes.
    const slow = async (ids: readonly string[]) => {
      const first = ++looks === 1
      const found = await takes.find(ids)
      if (first) await held
      return found
    }
    test.ports.takes = { ...takes, find: slow }
    await withOpenBook(test, async ({ call, narrate }) => {
      const speaking = narrate()
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
      goOn()
      expect((await speaking).state).toBe('done')
      const { projects } = await call('library.list', {})
      expect(projects[0]).toMatchObject({ ready: projects[0]?.segments })
    })
  })

  it('forgets a removed book’s takes, whatever was still to be settled', async () => {
    const test = studioPorts(systemClock, { reader: longBook(3) })
    let takeId = ''
    await withOpenBook(test, async ({ studio, projectId, call, narrate, rows }) => {
      await narrate()
      const [first] = await rows()
      const settling = studio.call('project.cast', { projectId, voice: 'espeak:plain' })
      await call('project.remove', { projectId })
      await settling
      expect((await call('library.list', {})).projects).toEqual([])
      if (first?.status.state !== 'ready') throw new Error('not ready')
      takeId = first.status.takeId
    })
    // It is dropped for good when the next one begins.
    const next = await openStudio(test.ports, test.options)
    const { freedBytes } = await callsOf(next).call('cache.clear', {})
    await next.close()
    expect(freedBytes).toBeGreaterThan(0)
    expect((await test.ports.takes.find([takeId])).size).toBe(0)
  })

  it('goes on past a segment that fails, and says which and why', async () => {
    const provider = voiceOf(async ({ spoken }) => {
      if (JSON.stringify(spoken).includes('number three,'))
        throw fail('voice-failed', { voice: 'plain' })
      return { file: `sound-${Math.random()}` }
    })
    const test = studioPorts(systemClock, { reader: longBook(6), sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ narrate, rows }) => {
      const job = await narrate()
      expect(job.state).toBe('done')
      expect(job.failed).toBeGreaterThan(0)
      for (const row of await rows()) {
        expect(row.status.state).toBe(row.text.includes('number 3,') ? 'failed' : 'ready')
        if (row.status.state === 'failed') expect(row.status.failure.code).toBe('voice-failed')
      }
    })
  })

  it('tries again what may go better the next time', async () => {
    const clock = createVirtualClock()
    let crashes = 2
    const provider = voiceOf(async () => {
      if (crashes-- > 0) throw fail('voice-crashed', { voice: 'plain' })
      return { file: `sound-${Math.random()}` }
    })
    const test = studioPorts(clock, {
      reader: longBook(4),
      sources: sourcesOf(provider),
      workers: 1,
    })
    await withOpenBook(test, async ({ call, narrate }) => {
      const spoken = narrate()
      for (let turn = 0; turn < 20; turn++) await clock.advance(1000)
      expect(await spoken).toMatchObject({ state: 'done', failed: 0 })
      const { samples } = await call('performance.read', {})
      expect(samples.at(-1)?.speech.retries).toBe(2)
    })
  })

  it('waits for a person when the disk is full, and loses nothing', async () => {
    let full = true
    const codecs = quietCodecs()
    const { prepare } = codecs
    const provider = voiceOf(async () => ({ file: `sound-${Math.random()}` }))
    codecs.prepare = async (sound, signal) => {
      if (full) throw fail('disk-full', { folder: 'library' })
      return prepare(sound, signal)
    }
    const test = studioPorts(systemClock, {
      reader: longBook(6),
      sources: sourcesOf(provider),
      codecs,
    })
    await withOpenBook(test, async ({ call, end, narrate, rows }) => {
      const job = await narrate()
      expect(job).toMatchObject({ state: 'paused', failed: 0, failure: { code: 'disk-full' } })
      full = false
      await call('job.resume', { jobId: job.id })
      expect(await end(job.id)).toMatchObject({ state: 'done', failed: 0 })
      expect(new Set(statesOf(await rows()))).toEqual(new Set(['ready']))
    })
  })

  it('ends when it is cancelled, keeping what was made', async () => {
    const begun: (() => void)[] = []
    const provider = voiceOf(
      (_, signal) =>
        new Promise((resolve, reject) => {
          begun.push(() => resolve({ file: `sound-${Math.random()}` }))
          signal.addEventListener('abort', () => reject(signal.reason as Error))
        }),
    )
    const test = studioPorts(systemClock, {
      reader: longBook(8),
      sources: sourcesOf(provider),
      workers: 1,
    })
    await withOpenBook(test, async ({ projectId, call, end, rows }) => {
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      while (begun.length === 0) await new Promise((resolve) => setImmediate(resolve))
      begun[0]?.()
      while (begun.length < 2) await new Promise((resolve) => setImmediate(resolve))
      await call('job.cancel', { jobId })
      expect((await end(jobId)).state).toBe('cancelled')
      const all = statesOf(await rows())
      expect(all.filter((state) => state === 'ready')).toHaveLength(1)
      expect(all).not.toContain('speaking')
      expect(all).not.toContain('queued')
    })
  })

  it('marks an edited segment stale, spends nothing, and speaks only that one when asked', async () => {
    let asked = 0
    const provider = voiceOf(async () => ({ file: `sound-${++asked}` }))
    const test = studioPorts(systemClock, { reader: longBook(5), sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ projectId, call, narrate, rows }) => {
      await narrate()
      const before = asked
      const [first] = await rows()
      const segmentId = first?.id ?? ''
      await call('segment.edit', { projectId, segmentId, text: 'Something else entirely.' })
      expect(statesOf(await rows())[0]).toBe('stale')
      expect(asked).toBe(before)
      await narrate()
      expect(asked).toBe(before + 1)
      await call('project.undo', { projectId })
      const [undone] = await rows()
      expect(undone).toMatchObject({ text: first?.text, status: { state: 'ready' } })
      expect(asked).toBe(before + 1)
    })
  })

  it('never speaks a text that was edited while it waited', async () => {
    const asked: string[] = []
    const answer: (() => void)[] = []
    const provider = voiceOf(({ spoken }) => {
      asked.push(JSON.stringify(spoken))
      return new Promise((resolve) => answer.push(() => resolve({ file: `sound-${asked.length}` })))
    })
    const test = studioPorts(systemClock, {
      reader: longBook(3),
      sources: sourcesOf(provider),
      workers: 1,
    })
    await withOpenBook(test, async ({ projectId, call, end, rows }) => {
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      while (answer.length === 0) await new Promise((resolve) => setImmediate(resolve))
      const all = await rows()
      const last = all.at(-1)?.id ?? ''
      await call('segment.edit', { projectId, segmentId: last, text: 'Quite another end.' })
      await call('segment.edit', { projectId, segmentId: all[0]?.id ?? '', text: 'Late.' })
      const ended = end(jobId)
      let over = false
      void ended.then(() => (over = true))
      while (!over) {
        answer.splice(0).forEach((resolve) => resolve())
        await new Promise((resolve) => setImmediate(resolve))
      }
      expect(asked.join()).toContain('Quite another end.')
      const after = statesOf(await rows())
      expect(after.at(-1)).toBe('ready')
      // What was under way is the old text's sound: it is kept for that text, and stale for this one.
      expect(after[0]).toBe('stale')
      await call('project.undo', { projectId })
      expect(statesOf(await rows())[0]).toBe('ready')
    })
  })

  it('pins a new rendition when a segment is made again', async () => {
    const test = studioPorts(systemClock, { reader: longBook(2) })
    await withOpenBook(test, async ({ projectId, call, end, narrate, rows }) => {
      await narrate()
      const [before] = await rows()
      const { jobId } = await call('segment.regenerate', {
        projectId,
        segmentIds: [before?.id ?? ''],
      })
      expect((await end(jobId)).state).toBe('done')
      const [after] = await rows()
      if (before?.status.state !== 'ready' || after?.status.state !== 'ready')
        throw new Error('not ready')
      expect(before.status.takeId).toMatch(/\.1$/)
      expect(after.status.takeId).toMatch(/\.2$/)
    })
  })

  it('lets a text that was made again and then edited go stale, and the edit be taken back', async () => {
    const test = studioPorts(systemClock, { reader: longBook(2) })
    await withOpenBook(test, async ({ projectId, call, end, narrate, rows }) => {
      await narrate()
      const [first] = await rows()
      const segmentId = first?.id ?? ''
      const again = await call('segment.regenerate', { projectId, segmentIds: [segmentId] })
      await end(again.jobId)
      await call('segment.edit', { projectId, segmentId, text: 'Other words.' })
      expect(statesOf(await rows())[0]).not.toBe('ready')
      await call('project.undo', { projectId })
      const [undone] = await rows()
      if (undone?.status.state !== 'ready') throw new Error('not ready')
      expect(undone.status.takeId).toMatch(/\.2$/)
    })
  })

  it('pins what is made again as it goes, and takes it back as one step', async () => {
    let held = false
    let goOn = () => {}
    const gate = new Promise<void>((resolve) => (goOn = resolve))
    let asked = 0
    const provider = voiceOf(async ({ spoken }) => {
      if (held && JSON.stringify(spoken).includes('number 2,')) await gate
      return { file: `sound-${++asked}` }
    })
    const test = studioPorts(systemClock, { reader: longBook(3), sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ studio, projectId, call, end, narrate, rows }) => {
      await narrate()
      const before = await rows()
      held = true
      const pinned = new Promise<void>((resolve) =>
        studio.on('project.changed', ({ history }) => history.canUndo && resolve()),
      )
      const segmentIds = before.map(({ id }) => id)
      const { jobId } = await call('segment.regenerate', { projectId, segmentIds })
      // The job has not ended and cannot: what a crash would find is pinned all the same.
      await pinned
      expect((await call('job.list', {})).jobs.at(-1)?.state).toBe('running')
      expect(takeIds(await rows()).some((id) => id.endsWith('.2'))).toBe(true)
      goOn()
      expect((await end(jobId)).state).toBe('done')
      const after = takeIds(await rows())
      expect(after.every((id) => id.endsWith('.2'))).toBe(true)
      await call('project.undo', { projectId })
      expect(takeIds(await rows())).toEqual(takeIds(before))
      expect((await call('project.open', { projectId })).history.canUndo).toBe(false)
      await call('project.redo', { projectId })
      expect(takeIds(await rows())).toEqual(after)
    })
  })

  it('without the cache speaks everything anew each time, and the first time nothing is pinned', async () => {
    let asked = 0
    const provider = voiceOf(async () => ({ file: `sound-${++asked}` }))
    const test = uncached({ reader: longBook(4), sources: sourcesOf(provider) })
    await withOpenBook(test, async ({ projectId, call, narrate, rows }) => {
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
      const once = asked
      const first = takeIds(await rows())
      expect((await call('project.open', { projectId })).history.canUndo).toBe(false)
      await narrate()
      expect(asked).toBe(once * 2)
      const second = takeIds(await rows())
      expect(second.every((id) => !first.includes(id))).toBe(true)
      await call('project.undo', { projectId })
      expect(takeIds(await rows())).toEqual(first)
    })
  })

  it.each(['with', 'without'])('narrates a book once at a time, %s the cache', async (cache) => {
    let running = 0
    let most = 0
    const provider = voiceOf(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running -= 1
      return { file: `sound-${Math.random()}` }
    })
    const given = { reader: longBook(20), sources: sourcesOf(provider), workers: 2 }
    const test = cache === 'with' ? studioPorts(systemClock, given) : uncached(given)
    await withOpenBook(test, async ({ projectId, call, end }) => {
      const scope = { kind: 'ticked' } as const
      const started = await Promise.all(
        [1, 2, 3].map(() => call('speech.start', { projectId, scope })),
      )
      const ended = await Promise.all(started.map(({ jobId }) => end(jobId)))
      expect(ended.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'done'])
      expect(most).toBe(2)
    })
  })

  it('counts a hit or a miss for each segment that was to be spoken, and nothing for looking', async () => {
    const test = studioPorts(systemClock, { reader: longBook(5) })
    await withOpenBook(test, async ({ projectId, call, narrate, rows }) => {
      const takes = async () => (await call('cache.stats', {})).kinds[0]
      await narrate()
      const { length } = await rows()
      await call('chapter.timeline', { projectId, chapterId: 'c1' })
      expect(await takes()).toMatchObject({ hits: 0, misses: length })
      await narrate()
      expect(await takes()).toMatchObject({ hits: length, misses: length })
    })
  })

  it('counts a sentence that stands twice as ready in both places', async () => {
    const reader = readerOf([
      [longSentence(1), longSentence(2), longSentence(1)],
      [longSentence(2)],
    ])
    const test = studioPorts(systemClock, { reader })
    await withOpenBook(test, async ({ call, narrate }) => {
      await narrate()
      const { projects } = await call('library.list', {})
      expect(projects[0]?.ready).toBe(projects[0]?.segments)
    })
  })

  it('finds a book it has already, and gives it back as it was left', async () => {
    const test = studioPorts(systemClock, { reader: longBook(2) })
    await withOpenBook(test, async ({ projectId, call, end, rows }) => {
      await call('segment.edit', { projectId, segmentId: 'c1-1', text: 'Mine.' })
      const ticket = test.ports.tickets.issue('book', 'book.txt')
      const again = await end((await call('book.import', { ticket })).jobId)
      expect(again.projectId).toBe(projectId)
      expect((await rows())[0]?.text.trim()).toBe('Mine.')
      expect((await call('library.list', {})).projects).toHaveLength(1)
    })
  })

  it('exports only when everything is spoken, and never twice to one file at once', async () => {
    const codecs = quietCodecs()
    const test = studioPorts(systemClock, { reader: longBook(3), codecs })
    await withOpenBook(test, async ({ studio, projectId, call, end, narrate }) => {
      const order = () => ({
        projectId,
        ticket: test.ports.tickets.issue('target', 'out.m4b'),
        format: 'm4b' as const,
      })
      const early = await end((await call('export.start', order())).jobId)
      expect(early).toMatchObject({ state: 'failed', failure: { code: 'segments-unspoken' } })
      await narrate()
      const first = await call('export.start', order())
      const second = await studio.call('export.start', order())
      expect(second).toMatchObject({ ok: false, failure: { code: 'export-busy' } })
      expect(await end(first.jobId)).toMatchObject({
        state: 'done',
        result: { chapters: 1 },
      })
      expect(codecs.written).toHaveLength(1)
    })
  })

  it('keeps a finished download for an hour after it was last fetched', async () => {
    const clock = createVirtualClock()
    const test = studioPorts(clock, { reader: readerOf([['One.']]) })
    await withOpenBook(test, async ({ studio, projectId, call, end, narrate }) => {
      const spoken = narrate()
      for (let turn = 0; turn < 20; turn++) await clock.advance(1000)
      expect((await spoken).state).toBe('done')
      const released: string[] = []
      const release = async () => void released.push('out.m4b')
      const more = { download: true, release }
      const ticket = test.ports.tickets.issue('target', 'out.m4b', more)
      const order = { projectId, ticket, format: 'm4b' } as const
      const job = await end((await call('export.start', order)).jobId)
      const address = job.result?.downloadAddress ?? ''
      const minute = 60_000
      expect(await studio.media(address)).toMatchObject({ downloadName: 'out.m4b' })
      await clock.advance(59 * minute)
      expect(await studio.media(address)).not.toBeNull()
      await clock.advance(59 * minute)
      expect(await studio.media(address)).not.toBeNull()
      expect(released).toEqual([])
      await clock.advance(61 * minute)
      expect(await studio.media(address)).toBeNull()
      expect(released).toEqual(['out.m4b'])
    })
  })

  it('lets go of the place of a download that comes to nothing', async () => {
    const test = studioPorts(systemClock, { reader: longBook(2) })
    await withOpenBook(test, async ({ projectId, call, end }) => {
      const released: string[] = []
      const release = async () => void released.push('out.m4b')
      const ticket = test.ports.tickets.issue('target', 'out.m4b', { download: true, release })
      const order = { projectId, ticket, format: 'm4b' } as const
      const job = await end((await call('export.start', order)).jobId)
      expect(job.state).toBe('failed')
      expect(released).toEqual(['out.m4b'])
    })
  })

  it('neither writes over a book that was only to be read, nor reads a target', async () => {
    const test = studioPorts(systemClock, { reader: longBook(2) })
    await withOpenBook(test, async ({ studio, projectId }) => {
      const bookTicket = test.ports.tickets.issue('book', 'precious.epub')
      const order = { projectId, ticket: bookTicket, format: 'm4b' } as const
      const refused = { ok: false, failure: { code: 'not-found' } }
      expect(await studio.call('export.start', order)).toMatchObject(refused)
      const ticket = test.ports.tickets.issue('target', 'out.m4b')
      expect(await studio.call('book.import', { ticket })).toMatchObject(refused)
      expect(await studio.media(`/media/export/${bookTicket}`)).toBeNull()
    })
  })

  it('speaks a damaged take again, and says so', async () => {
    const codecs = quietCodecs()
    const { encode } = codecs
    let damaged = true
    codecs.encode = async (groups, encoding, signal) => {
      const source = groups[0]?.clips.find((clip) => clip.source.kind === 'take')?.source
      if (damaged && source?.kind === 'take') {
        damaged = false
        throw fail('take-damaged', { takeId: source.takeId })
      }
      return encode(groups, encoding, signal)
    }
    const test = studioPorts(systemClock, { reader: longBook(3), codecs })
    await withOpenBook(test, async ({ projectId, call, end, narrate }) => {
      await narrate()
      const ticket = test.ports.tickets.issue('target', 'out.m4b')
      const { jobId } = await call('export.start', { projectId, ticket, format: 'm4b' })
      const job = await end(jobId)
      expect(job.state).toBe('done')
      expect(test.logged.join()).toContain('damaged')
    })
  })

  it('encodes again what a sweep dropped before it was copied', async () => {
    const codecs = quietCodecs()
    const { writeFile } = codecs
    let lost = true
    codecs.writeFile = async (request, onProgress, signal) => {
      if (lost) {
        lost = false
        throw fail('codec-failed', { stage: 'packets' })
      }
      return writeFile(request, onProgress, signal)
    }
    const test = studioPorts(systemClock, { reader: longBook(3), codecs })
    await withOpenBook(test, async ({ projectId, call, end, narrate }) => {
      await narrate()
      const ticket = test.ports.tickets.issue('target', 'out.m4b')
      const { jobId } = await call('export.start', { projectId, ticket, format: 'm4b' })
      expect(await end(jobId)).toMatchObject({ state: 'done', result: { chapters: 1 } })
      expect(codecs.written).toHaveLength(1)
    })
  })

  it('speaks a damaged take again for whoever listens', async () => {
    const codecs = quietCodecs()
    const { renderPreview } = codecs
    let damaged = true
    codecs.renderPreview = async (stretch, signal) => {
      const source = stretch.clips.find((clip) => clip.source.kind === 'take')?.source
      if (damaged && source?.kind === 'take') {
        damaged = false
        throw fail('take-damaged', { takeId: source.takeId })
      }
      return renderPreview(stretch, signal)
    }
    let asked = 0
    const provider = voiceOf(async () => ({ file: `sound-${++asked}` }))
    const test = studioPorts(systemClock, {
      reader: longBook(2),
      codecs,
      sources: sourcesOf(provider),
    })
    await withOpenBook(test, async ({ projectId, call, narrate, rows }) => {
      await narrate()
      const [first] = await rows()
      const segmentId = first?.id ?? ''
      const span = await call('segment.prepare', { projectId, segmentId })
      expect(span.address).toContain(segmentId)
      expect(statesOf(await rows())[0]).toBe('ready')
      expect(test.logged.join()).toContain('damaged')
    })
  })

  it('takes up after a crash the speech that was under way', async () => {
    const test = studioPorts(systemClock, { reader: longBook(6), resumeJobs: true })
    let projectId = ''
    await withOpenBook(test, async (first) => {
      projectId = first.projectId
      await first.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    })
    const second = await openStudio(test.ports, test.options)
    const { call, end } = callsOf(second)
    const { jobs } = await call('job.list', {})
    expect(jobs).toHaveLength(1)
    expect(await end(jobs[0]?.id ?? '')).toMatchObject({ state: 'done', failed: 0 })
    const { rows } = await call('segment.list', { projectId, from: 0, count: 500 })
    expect(new Set(statesOf(rows))).toEqual(new Set(['ready']))
    await second.close()
  })

  it('survives a voice that cannot even speak its own passage', async () => {
    const provider = voiceOf(() => Promise.reject(fail('voice-failed', { voice: 'plain' })))
    const test = studioPorts(systemClock, { sources: sourcesOf(provider) })
    const studio = await openStudio(test.ports, test.options)
    const reply = await studio.call('voice.preview', { voice: 'espeak:plain' })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'voice-failed' } })
    await studio.close()
  })

  it('lets go of an upload when it has been read, also when it was no book', async () => {
    const released: string[] = []
    const reader: BookReader = {
      // eslint-disable-next-line require-yield -- it fails before there is anything to yield
      async *read(path) {
        throw fail('not-a-book', { name: path, kind: 'JPEG' })
      },
    }
    const test = studioPorts(systemClock, { reader })
    const studio = await openStudio(test.ports, test.options)
    const { call, end } = callsOf(studio)
    const release = async () => void released.push('picture.jpg')
    const ticket = test.ports.tickets.issue('book', 'picture.jpg', { release })
    const job = await end((await call('book.import', { ticket })).jobId)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'not-a-book' } })
    expect(released).toEqual(['picture.jpg'])
    expect((await call('library.list', {})).projects).toEqual([])
    await studio.close()
  })

  it('answers what it does not understand with a failure, never with an exception', async () => {
    const test = studioPorts(systemClock, {})
    const studio = await openStudio(test.ports, test.options)
    const replies = await Promise.all([
      studio.callUnchecked('no.such', {}),
      studio.callUnchecked('project.open', { projectId: 7 }),
      studio.callUnchecked('project.open', null),
      studio.callUnchecked('constructor', {}),
    ])
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, failure: { code: 'arguments-invalid' } })
    expect(await studio.callUnchecked('project.open', { projectId: 'gone' })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    })
    await studio.close()
  })
})
