// One narration by the loopback server, as the studio and as the server saw it.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { failure } from '../../../src/core/base/failure-error.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { connect } from '../../../src/io/process/remote.ts'
import type { ControlOptions } from '../../speech-server/options.ts'
import type { ProfileName } from '../../speech-server/profiles.ts'
import type { SpeechRecord } from '../../speech-server/request-log.ts'
import type { StartedSpeechServer } from '../../speech-server/start-speech-server.ts'

export type NarrationOrder = {
  /** Absolute path; holds the book and the library. */
  folder: string
  addresses: string[]
  /** 0: found while working. */
  lanes: number
  segments: number
}

/** What the studio's process says. */
export type Told = {
  segments: number
  jobMs: number
  voicesColdMs: number
  voicesWarmMs: number
  peakRssBytes: number
  /** About once a second: how many requests had gone out, and the width then. */
  widths: { requests: number; width: number }[]
}

export type Narration = Told & {
  /** In the order in which they came, of all servers. */
  requests: SpeechRecord[]
  /** From the first request to the last answer. */
  serverMs: number
  mostConcurrent: number
  sockets: number
  tooEarly: number
  /** Of the machine, over the last minute, when it had ended. */
  load: number
}

export type NarrationWish = {
  servers: readonly StartedSpeechServer[]
  profile: ProfileName
  options: ControlOptions
  lanes: number
  segments: number
  /** A library that stays; absent: a new one. */
  folder?: string
}

/** The servers forget what they saw before. */
export async function narrate(wish: NarrationWish): Promise<Narration> {
  const { servers, profile, options, lanes, segments } = wish
  for (const server of servers) {
    await server.reset()
    await server.control(profile, options)
  }
  const folder = wish.folder ?? mkdtempSync(join(tmpdir(), 'lectern-bench-speech-'))
  const order: NarrationOrder = {
    folder,
    addresses: servers.map(({ url }) => url),
    lanes,
    segments,
  }
  try {
    const told = await inChild(order)
    const stats = await Promise.all(servers.map((server) => server.stats()))
    const requests = stats
      .flatMap((each) => onOneClock(each.requests))
      .toSorted((a, b) => a.startedAt - b.startedAt)
    const ends = requests.map(({ endedAt, startedAt }) => endedAt ?? startedAt)
    return {
      ...told,
      requests,
      serverMs: requests.length === 0 ? 0 : Math.max(...ends) - (requests[0]?.startedAt ?? 0),
      mostConcurrent: Math.max(...stats.map((each) => each.mostConcurrent)),
      sockets: Math.max(...stats.map((each) => each.sockets)),
      tooEarly: stats.reduce((sum, each) => sum + each.tooEarly, 0),
      load: loadavg()[0] ?? 0,
    }
  } finally {
    if (wish.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** Each server counts from its own start; both have the same time of day. */
function onOneClock(records: readonly SpeechRecord[]): SpeechRecord[] {
  const [first] = records
  const offset = first ? first.at - first.startedAt : 0
  return records.map(({ startedAt, endedAt, ...record }) => ({
    ...record,
    startedAt: startedAt + offset,
    endedAt: endedAt === null ? null : endedAt + offset,
  }))
}

async function inChild(order: NarrationOrder): Promise<Told> {
  const channel = forkProcess(new URL('./narrator.ts', import.meta.url), { name: 'narrator' })
  const ended = new Promise<void>((resolve) => channel.onExit(() => resolve()))
  const remote = connect(channel, (code) =>
    failure('unexpected', {}, `the narrator ended: ${code}`),
  )
  try {
    return await remote.call<Told>('narrate', order)
  } finally {
    channel.kill()
    await ended
  }
}
