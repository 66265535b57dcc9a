// Servers with a width of their own, with a bucket, and in pairs; and a list of voices.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  startSpeechServer,
  type StartedSpeechServer,
} from '../../speech-server/start-speech-server.ts'
import type { Figure } from '../figure.ts'
import { narrate } from './narrate.ts'
import { figureOf, seconds, throughput } from './speech-figure.ts'

const bestWidth = 6
const learnedAfter = 120

/** Begins without knowing anything; compared with the width that is best for this server. */
export async function benchWidth(server: StartedSpeechServer): Promise<Figure[]> {
  const options = { width: bestWidth, latencyMs: 300 }
  const run = (lanes: number) =>
    narrate({ servers: [server], profile: 'cap-queue', options, lanes, segments: 300 })
  const adaptive = await run(0)
  const fixed = await run(bestWidth)
  const width = adaptive.widths.find(({ requests }) => requests >= learnedAfter)?.width ?? 0
  const ours = throughput(adaptive, learnedAfter)
  const best = throughput(fixed, learnedAfter)
  return [
    figureOf(adaptive, {
      what: `width found after ${learnedAfter} requests`,
      measured: String(width),
      comparedTo: `best ${bestWidth}`,
      ratio: width / bestWidth,
      goal: `${bestWidth} ± 2`,
    }),
    figureOf(adaptive, {
      what: `throughput after ${learnedAfter} requests, adaptive`,
      measured: `${ours.toFixed(2)} /s`,
      comparedTo: `fixed at ${bestWidth}: ${best.toFixed(2)} /s`,
      ratio: ours / best,
      goal: '≥ 0.9',
    }),
  ]
}

/** The ideal takes what is in the bucket at once, and every further request as it comes in. */
export async function benchBucket(server: StartedSpeechServer): Promise<Figure[]> {
  const options = { requestsPerMinute: 240, burst: 5, latencyMs: 300 }
  const segments = 120
  const told = await narrate({ servers: [server], profile: 'rpm', options, lanes: 8, segments })
  const refused = told.requests.filter(({ status }) => status === 429).length
  const idealMs =
    ((segments - options.burst) * 60_000) / options.requestsPerMinute + options.latencyMs
  return [
    figureOf(told, {
      what: `bucket of ${options.requestsPerMinute} /min used, ${refused} refused`,
      measured: seconds(told.serverMs),
      comparedTo: `ideal ${seconds(idealMs)}`,
      ratio: idealMs / told.serverMs,
      goal: '≥ 0.85',
    }),
    figureOf(told, {
      what: 'came too early after a refusal',
      measured: String(told.tooEarly),
      comparedTo: `${told.requests.length} requests`,
      ratio: null,
      goal: '0',
    }),
  ]
}

/** One server with two addresses against the same with one, four lanes to each. */
export async function benchPair(server: StartedSpeechServer): Promise<Figure[]> {
  const other = await startSpeechServer({ sound: 'tone' })
  try {
    const options = { latencyMs: 300 }
    const run = (servers: StartedSpeechServer[]) =>
      narrate({ servers, profile: 'latency', options, lanes: 4, segments: 160 })
    const one = await run([server])
    const two = await run([server, other])
    return [
      figureOf(two, {
        what: 'two equal servers',
        measured: `${throughput(two).toFixed(2)} /s`,
        comparedTo: `one ${throughput(one).toFixed(2)} /s`,
        ratio: throughput(two) / throughput(one),
        goal: '≥ 1.9',
      }),
    ]
  } finally {
    await other.close()
  }
}

/** The voices' names, and the same book again: neither asks twice. */
export async function benchAgain(server: StartedSpeechServer): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-speech-'))
  try {
    const run = () =>
      narrate({
        servers: [server],
        profile: 'normal',
        options: {},
        lanes: 8,
        segments: 60,
        folder,
      })
    const first = await run()
    const again = await run()
    const list = (what: string, ms: number, limitMs: number) =>
      figureOf(first, {
        what: `list of voices, ${what}`,
        measured: `${ms.toFixed(1)} ms`,
        comparedTo: `${limitMs} ms`,
        ratio: limitMs / ms,
        goal: '≥ 1',
      })
    return [
      list('asked for', first.voicesColdMs, 1000),
      list('known', first.voicesWarmMs, 50),
      list('known, in a new process', again.voicesColdMs, 50),
      figureOf(again, {
        what: 'requests for the same book again',
        measured: String(again.requests.length),
        comparedTo: `${first.requests.length} the first time`,
        ratio: null,
        goal: '0',
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
