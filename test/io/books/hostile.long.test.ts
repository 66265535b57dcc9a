// Files made to hurt, each read by the real process: a named refusal or a clean import, soon and in little memory.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/contract/index.ts'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import { createBookReader } from '../../../src/io/books/book-reader.ts'
import { systemClock } from '../../../src/io/clock.ts'
import type { Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { hostileArchives } from '../../fixtures/hostile/archives.ts'
import { hostileMarkup } from '../../fixtures/hostile/markup.ts'
import { hostilePackages } from '../../fixtures/hostile/packages.ts'
import type { HostileFile } from '../../fixtures/hostile/row.ts'
import { hostileTexts } from '../../fixtures/hostile/texts.ts'
import { builtWorkers } from '../../fixtures/built.ts'

const rows = [...hostileArchives, ...hostilePackages, ...hostileMarkup, ...hostileTexts]
const never = new AbortController().signal
const megabytes = 1024 ** 2

type Outcome = { answer: string; peakBytes: number }
const outcomes = new Map<HostileFile, Outcome>()

/** The most memory that a process has had so far; 0 where the system does not tell. */
function peakOf(pid: number | undefined): number {
  if (process.platform !== 'linux') return 0
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    // It is gone; it was looked at with its last message.
    return 0
  }
}

async function read(path: string): Promise<Outcome> {
  let peakBytes = 0
  const launch: Launch = (address, options) => {
    const channel = forkProcess(address, options)
    channel.onMessage(() => (peakBytes = Math.max(peakBytes, peakOf(channel.pid))))
    return channel
  }
  const reader = createBookReader({
    launch,
    entry: builtWorkers.reader,
    clock: systemClock,
    settings: defaultSettings,
  })
  const heard: string[] = []
  try {
    for await (const event of reader.read(path, never))
      if (event.kind === 'chapter' && heard.length < 3)
        for (const { text, leftOut } of event.chapter.blocks.slice(0, 3))
          if (leftOut === undefined)
            heard.push(unclean.test(text) || !text.isWellFormed() ? 'unclean' : text.slice(0, 200))
    return { answer: `reads ${heard.join(' | ')}`, peakBytes }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { code, params, detail } = error.failure
    const named = params['limit'] ?? params['kind'] ?? params['scheme'] ?? params['format'] ?? ''
    return { answer: `${code} ${code === 'unexpected' ? (detail ?? '') : named}`.trim(), peakBytes }
  }
}

/** What would be spoken as nothing, or turn the page around. */
// oxlint-disable-next-line no-control-regex
const unclean = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** Two at a time: what the machine has, and no more files than that. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-hostile-'))
  const waiting = [...rows.entries()]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, hostile] = next
      const path = join(folder, `${index}.book`)
      await writeFile(path, hostile.make())
      outcomes.set(hostile, await read(path))
      await rm(path)
    }
  }
  await Promise.all([lane(), lane()])
  await rm(folder, { recursive: true })
}, 1_200_000)

describe('a hostile file', () => {
  it('is of a hundred kinds and more', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect(new Set(rows.map(({ disease }) => disease)).size).toBe(rows.length)
  })

  it.each(rows.map((each) => [each.disease, each] as const))(
    'is answered: %s',
    (_disease, hostile) => {
      const { answer, peakBytes } = outcomes.get(hostile) ?? { answer: 'nothing', peakBytes: 0 }
      const right = hostile.answers.filter(
        (each) => answer === each || (each.startsWith('reads ') && answer.startsWith(each)),
      )
      expect(right.length > 0 ? 'right' : answer, hostile.answers.join(' or ')).toBe('right')
      expect(peakBytes / megabytes).toBeLessThan(300)
    },
  )
})
