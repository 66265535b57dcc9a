// Takes of a whole book listened to by a server that errs: slips of the voice are flagged, clean takes are left alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heardFlagCodes, type SegmentRow } from '../../src/contract/index.ts'
import { systemClock } from '../../src/io/clock.ts'
import type { OpenedTranscribers } from '../../src/io/transcriber/open-transcribers.ts'
import { seeded } from '../chaos/seeded.ts'
import { line, slipped, slips } from '../core/listen/lines.ts'
import { withOpenBook, type OpenBook } from '../fixtures/open-book.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../fixtures/studio-ports.ts'
import { transcribersIn } from '../fixtures/transcribers.ts'
import {
  openTranscriptionServer,
  type TranscriptionServer,
} from '../transcription-server/transcription-server.ts'

const count = 120
const price = { perMinute: 0.06, currency: 'EUR' }

let folder: string
let server: TranscriptionServer
let transcribers: OpenedTranscribers
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-listening-'))
  server = await openTranscriptionServer({ errs: { words: 0.05, names: 0.3 } })
  transcribers = transcribersIn(folder)
})
afterEach(async () => {
  await transcribers.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A book whose voice slips on every third line; a file of words stands in for its sound. */
async function withSpokenBook(
  work: (book: OpenBook, slippery: Set<string>) => Promise<void>,
  paragraphs = Array.from({ length: count }, (_, index) => line(index)),
) {
  const random = seeded(5)
  const slippery = new Set<string>()
  let spoken = 0
  const voice = voiceOf(async ({ spoken: parts }) => {
    const text = parts.map((part) => ('text' in part ? part.text : ' ')).join('')
    const slip = spoken % 3 === 0 ? slips[(spoken / 3) % 3] : undefined
    if (slip) slippery.add(text)
    const file = join(folder, `take-${spoken++}`)
    writeFileSync(file, slip ? slipped(text, slip, random) : text)
    return { file }
  }, 1)
  const reader = readerOf([paragraphs])
  const ports = studioPorts(systemClock, { reader, sources: sourcesOf(voice), transcribers })
  await withOpenBook(ports, async (book) => {
    await book.narrate()
    await work(book, slippery)
  })
}

const set = ({ call }: OpenBook, given: object = {}) =>
  call('listen.setTranscriber', {
    transcriber: {
      ...{ address: server.address, model: 'whisper-loopback', allowPlain: false, price: null },
      ...given,
    },
  })

const isHeardWrong = ({ status }: SegmentRow) =>
  status.state === 'ready' && status.flags.some(({ code }) => heardFlagCodes.includes(code))

test('slips are flagged, clean takes are not, each take is heard once for all, and a kept one stays kept', async () => {
  await withSpokenBook(async (book, slippery) => {
    const { call, end, projectId, rows } = book
    await set(book)
    const estimate = await call('listen.estimate', { projectId })
    expect(estimate).toMatchObject({ takes: count, known: 0, cost: null })
    expect(server.calls.length).toBe(0)
    const { jobId } = await call('listen.start', { projectId })
    expect(await end(jobId)).toMatchObject({ state: 'done', done: count, total: count })
    const after = await rows()
    const wrong = after.filter(isHeardWrong)
    const found = wrong.filter((row) => slippery.has(row.spokenText ?? row.text.trimEnd()))
    expect(found.length / slippery.size).toBeGreaterThanOrEqual(0.95)
    expect((wrong.length - found.length) / (count - slippery.size)).toBeLessThanOrEqual(0.02)
    // Which words, and where it was heard.
    const [first] = found
    const heard = await call('listen.heard', { projectId, segmentId: first?.id ?? '' })
    expect(heard.heard).not.toBeNull()
    expect(heard.differences.length).toBeGreaterThan(0)
    const flagged = await call('segment.findFlagged', { projectId, from: 0, direction: 'forward' })
    expect(flagged.position).toBe(wrong[0]?.position)

    await call('segment.keepFlagged', { projectId, segmentId: first?.id ?? '' })
    const calls = server.calls.length
    const again = await call('listen.start', { projectId })
    expect(await end(again.jobId)).toMatchObject({ state: 'done', done: count })
    expect(server.calls.length).toBe(calls)
    expect((await rows()).filter(isHeardWrong).length).toBe(wrong.length - 1)
  })
})

test('rows that share a take are all flagged, and another listener’s word takes the place of the last one’s', async () => {
  server.control({ errs: { words: 0, names: 0 } })
  await withSpokenBook(
    async (book) => {
      const { call, end, projectId, rows } = book
      const listen = async () => end((await call('listen.start', { projectId })).jobId)
      const flagged = async () => (await rows()).map(isHeardWrong)
      await set(book)
      expect(await listen()).toMatchObject({ state: 'done', done: 2, total: 2 })
      expect(await flagged()).toEqual([true, false, true])
      const next = await call('segment.findFlagged', { projectId, from: 1, direction: 'forward' })
      expect(next.position).toBe(2)
      // It hears what should have been said.
      server.control({ said: () => line(0) })
      await set(book, { model: 'other' })
      await listen()
      expect((await flagged())[0]).toBe(false)
      const [first] = await rows()
      const heard = await call('listen.heard', { projectId, segmentId: first?.id ?? '' })
      expect(heard).toEqual({ heard: line(0), differences: [] })
    },
    [line(0), line(9), line(0)],
  )
})

test('a sound that the server refuses keeps no other from being heard', async () => {
  await withSpokenBook(
    async (book) => {
      const { call, end, projectId } = book
      await set(book)
      let heard = 0
      server.control({
        said: (sound) => {
          heard += 1
          // From then on it refuses all: two takes are being sent beside this one at most.
          if (heard === 5) server.control({ refuses: { status: 422 } })
          return String(sound)
        },
      })
      const { jobId } = await call('listen.start', { projectId })
      const job = await end(jobId)
      expect(job).toMatchObject({ state: 'done', done: 12 })
      expect(job.failed).toBeGreaterThan(0)
      server.control({ refuses: null })
      const again = await end((await call('listen.start', { projectId })).jobId)
      expect(again).toMatchObject({ state: 'done', failed: 0 })
    },
    Array.from({ length: 12 }, (_, index) => line(index)),
  )
})

test('what it costs is told before and stopped at a budget, and what was heard stays heard', async () => {
  await withSpokenBook(async (book) => {
    const { call, end, projectId } = book
    await set(book, { price })
    const { cost, seconds } = await call('listen.estimate', { projectId })
    expect(cost?.amount).toBeCloseTo((seconds / 60) * price.perMinute)
    const { jobId } = await call('listen.start', { projectId, budget: (cost?.amount ?? 0) / 2 })
    expect(await end(jobId)).toMatchObject({ state: 'paused', failure: { code: 'budget-spent' } })
    const { known } = await call('listen.estimate', { projectId })
    expect(known).toBeGreaterThan(count / 8)
    await call('job.resume', { jobId, budget: null })
    expect(await end(jobId)).toMatchObject({ state: 'done', done: count })
  })
})

test('a server that refuses the key, is busy or is not there makes the job wait or try again, and loses nothing', async () => {
  await withSpokenBook(async (book) => {
    const { call, end, projectId } = book
    await expect(call('listen.start', { projectId })).rejects.toMatchObject({
      failure: { code: 'no-transcriber' },
    })
    server.control({ key: 'right' })
    await set(book)
    const { jobId } = await call('listen.start', { projectId })
    expect(await end(jobId)).toMatchObject({ state: 'paused', failure: { code: 'key-refused' } })
    await call('listen.setKey', { key: 'right' })
    expect(await call('listen.check', {})).toMatchObject({
      hasKey: true,
      check: { failure: null, models: ['whisper-loopback'] },
    })
    await call('job.resume', { jobId })
    expect(await end(jobId)).toMatchObject({ state: 'done', done: count })
  })
})

test('times of heard words go into captions as the plan places the take, and say nothing of what nobody heard', async () => {
  const long = `Twenty-one ${'lamps burned low by the quay '.repeat(4)}and 3 went out.`
  await withSpokenBook(
    async (book) => {
      const { call, end, projectId, studio } = book
      const captions = async (name: string) => {
        const ticket = studio.tickets.issue('target', join(folder, `${name}.m4b`))
        const wish = { format: 'm4b', captions: 'vtt-words' } as const
        expect(
          (await end((await call('export.start', { projectId, ticket, ...wish })).jobId)).state,
        ).toBe('done')
        return readFileSync(join(folder, `${name}.vtt`), 'utf8')
      }
      const before = await captions('before')
      expect(before.split('-->').length - 1).toBe(1)
      expect(before).not.toMatch(/<\d/)
      await set(book)
      server.control({ errs: { words: 0, names: 0 }, said: () => long.replace('by', '') })
      await end((await call('listen.start', { projectId })).jobId)
      const after = await captions('after')
      const clock = /(\d\d):(\d\d):(\d\d\.\d{3})/g
      const secondsIn = (vtt: string) =>
        [...vtt.matchAll(clock)].map(([, h, m, s]) => Number(h) * 3600 + Number(m) * 60 + Number(s))
      const [start = 0, finish = 0] = secondsIn(before)
      const times = secondsIn(after)
      expect(times[0]).toBe(start)
      expect(times.at(-1)).toBeLessThan(finish)
      expect(times.filter((time) => time < start || time > finish)).toEqual([])
      expect(after.split('-->').length - 1).toBe(2)
      // Every word but the first of each cue, in order.
      expect(after.match(/<\d/g)?.length).toBe(long.split(' ').length - 2)
      expect(
        after
          .replaceAll(/<[\d:.]+>|^\d.*-->.*$|WEBVTT/gm, '')
          .split(/\s+/)
          .filter(Boolean),
      ).toEqual(long.split(' '))
    },
    [long],
  )
})
