// SIGKILL in the middle of a narration that costs money: what was paid for is kept, and no more is spent unasked.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { failureSentences } from '../../src/contract/index.ts'
import { newServer } from '../../src/io/speech/server/new-server.ts'
import { textDigest } from '../speech-server/request-log.ts'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../speech-server/start-speech-server.ts'
import { bookOf, paragraphsOf } from '../speech-server/verdict-texts.ts'
import { runTerminal, startStudio } from './start-studio.ts'

const lanes = 4
const latencyMs = 120
const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-27', source: 'by hand' }

/** How many segments are done when a run is killed; each goes on from the one before. */
const moments = [4, 19, 37]
const voice = 'paid:alloy'

const root = mkdtempSync(join(tmpdir(), 'lectern-paid-'))
const book = join(root, 'story.md')
const texts = paragraphsOf(77, 40)
let server: StartedSpeechServer

beforeAll(async () => {
  server = await startSpeechServer({ latencyMs })
  await server.prepare(texts)
  writeFileSync(book, bookOf('The harbour lamp', texts))
})
afterAll(async () => {
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => server.reset())

/** A library with the paid server and the book; answers with what the server is asked for each segment. */
async function prepared(data: string): Promise<{ projectId: string; segments: string[] }> {
  const studio = await startStudio(data)
  const kind = 'other' as const
  const plain = newServer({ id: 'paid', kind, name: 'Paid', addresses: [server.url] })
  await studio.call('server.save', { server: { ...plain, lanes, price } })
  const projectId = await studio.addBook(book, voice)
  const { rows } = await studio.call('segment.list', { projectId, from: 0, count: 500 })
  await studio.close()
  const segments = rows.map(({ text, spokenText }) => textDigest((spokenText ?? text).trim()))
  return { projectId, segments }
}

/** What was paid for, run by run. */
function createBill(segments: readonly string[]) {
  const paid = new Set<string>()
  return {
    paid,
    /** Of the run that has just ended: how many of its requests were paid for before. */
    async paidAgain(): Promise<number> {
      const { requests } = await server.stats()
      await server.reset()
      const asked = requests.map(({ text }) => text).filter((text) => segments.includes(text))
      const again = asked.filter((text) => paid.has(text)).length
      for (const text of asked) paid.add(text)
      // Nor is anything asked for twice in one run.
      expect(new Set(asked).size).toBe(asked.length)
      return again
    },
  }
}

describe('a narration that costs money and is killed', () => {
  it('goes on in the terminal by the same command, paying again for what was under way alone', async () => {
    const data = join(root, 'terminal')
    const { segments } = await prepared(data)
    const { paid, paidAgain } = createBill(segments)
    const out = ['--out', join(data, 'story.m4b')]
    const args = ['narrate', book, '--data', data, ...out, '--voice', voice]
    for (const moment of moments) {
      const killed = await runTerminal(args, moment)
      expect(killed).toMatchObject({ code: null, last: { kind: 'speech' }, errors: '' })
      expect(await paidAgain()).toBeLessThanOrEqual(lanes)
    }
    // Who types it again has said yes: nothing is asked, and it ends by itself.
    const whole = await runTerminal(args)
    expect(whole).toMatchObject({ code: 0, last: { event: 'done', segments: segments.length } })
    expect(await paidAgain()).toBeLessThanOrEqual(lanes)
    expect(paid.size).toBe(segments.length)

    const again = await runTerminal(args)
    expect(again).toMatchObject({ code: 0, last: { synthesized: 0, requests: 0 } })
    expect((await server.stats()).requests).toEqual([])
  })

  it('waits in the studio until a person has said once that it may cost more', async () => {
    const data = join(root, 'studio')
    const { projectId, segments } = await prepared(data)
    const { paid, paidAgain } = createBill(segments)
    const scope = { kind: 'ticked' } as const
    let studio = await startStudio(data)
    await studio.call('speech.start', { projectId, scope })
    for (const moment of moments) {
      await studio.jobThat({ kind: 'speech', states: ['running'], done: moment })
      await studio.kill()
      expect(await paidAgain()).toBeLessThanOrEqual(lanes)

      studio = await startStudio(data)
      const {
        id: jobId,
        failure,
        done,
      } = await studio.jobThat({ kind: 'speech', states: ['paused'] })
      expect(failure).toMatchObject({ code: 'resume-costs', params: { server: 'Paid' } })
      expect(failureSentences['resume-costs'](failure?.params ?? {})).toContain('“Paid”')
      const { segments: total, ready } = await studio.call('speech.estimate', { projectId, scope })
      expect(total - ready).toBeGreaterThan(0)
      expect(done).toBe(ready)
      expect((await server.stats()).requests).toEqual([])
      await studio.call('job.resume', { jobId })
    }
    const end = await studio.jobThat({ kind: 'speech', states: ['paused', 'done', 'failed'] })
    expect(end).toMatchObject({ state: 'done', failed: 0, total: segments.length })
    await studio.close()
    expect(await paidAgain()).toBeLessThanOrEqual(lanes)
    expect(paid.size).toBe(segments.length)
  })
})
