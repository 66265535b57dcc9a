// SIGKILL at seeded moments of narrate and export: every restart finishes, and nothing is lost.
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** `LECTERN_KILLS=200` for the long campaign by hand. */
const kills = Number(process.env['LECTERN_KILLS'] ?? 20)
const cli = join(import.meta.dirname, '../../src/cli/index.ts')
const lanes = 2
/** Segments that may be under way: spoken on a lane, or waiting in the store queue. */
const inFlight = lanes + lanes * 2 + 2

type Line = {
  event: string
  done?: number
  kind?: string
  synthesized?: number
  cacheHits?: number
  segments?: number
}

/** A story long enough to be killed in the middle of everything. */
function story(): string {
  const chapters = Array.from({ length: 4 }, (_, chapter) => {
    const paragraphs = Array.from(
      { length: 24 },
      (_unused, index) =>
        `Paragraph ${index + 1} of chapter ${chapter + 1} tells of a lamp that was lit at ${index + 3} minutes past nine, ` +
        `and of the keeper who counted ${index * 7 + chapter} waves before he slept. He did not hurry; nobody did, in those days.`,
    )
    return `## Chapter ${chapter + 1}\n\n${paragraphs.join('\n\n')}`
  })
  return `# The Keeper\n\n${chapters.join('\n\n')}\n`
}

/** Fractions of an undisturbed run, the same in every run of the test. */
function momentOf(seed: number): number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  for (let turn = 0; turn < 3; turn++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

/** Runs narrate; with `killAfterMs` it is killed then, unless it was quicker. */
function narrate(
  folder: string,
  data: string,
  killAfterMs?: number,
): Promise<{ code: number | null; lines: Line[]; ms: number }> {
  mkdirSync(data, { recursive: true })
  return new Promise((resolve) => {
    const args = [
      'narrate',
      join(folder, 'story.md'),
      '--out',
      join(data, 'story.m4b'),
      '--data',
      data,
    ]
    const began = performance.now()
    const child = spawn(
      process.execPath,
      [cli, ...args, '--concurrency', String(lanes), '--json'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let out = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const timer =
      killAfterMs === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer)
      if (code !== 0 && signal !== 'SIGKILL') console.error(errors)
      const whole = out.slice(0, out.lastIndexOf('\n') + 1)
      const lines = whole
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
      resolve({ code, lines, ms: performance.now() - began })
    })
  })
}

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('a narration that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-kill-'))
  let reference: { digest: string; ms: number; segments: number }

  beforeAll(async () => {
    writeFileSync(join(folder, 'story.md'), story())
    const data = join(folder, 'undisturbed')
    const run = await narrate(folder, data)
    const done = run.lines.at(-1)
    expect(done).toMatchObject({ event: 'done' })
    reference = {
      digest: digestOf(join(data, 'story.m4b')),
      ms: run.ms,
      segments: done?.segments ?? 0,
    }
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Array.from({ length: kills }, (_, index) => index + 1))(
    'finishes after kill %i with the same audio, speaking nothing twice but what was in flight',
    async (seed) => {
      const data = join(folder, `run-${seed}`)
      const killed = await narrate(folder, data, 150 + momentOf(seed) * reference.ms)
      const kept = countTakes(join(data, 'takes.db'))
      const told = Math.max(
        0,
        ...killed.lines.filter(({ kind }) => kind === 'speech').map(({ done }) => done ?? 0),
      )
      // What the run had told of was safe at that moment.
      expect(kept).toBeGreaterThanOrEqual(told)
      const again = await narrate(folder, data)
      const done = again.lines.at(-1)
      expect(done).toMatchObject({ event: 'done', segments: reference.segments })
      expect(digestOf(join(data, 'story.m4b'))).toBe(reference.digest)
      // Everything kept is found again; the rest, at most what was in flight beyond it, is spoken.
      const spokenInAll = kept + (done?.synthesized ?? 0)
      expect(spokenInAll).toBeLessThanOrEqual(reference.segments + inFlight)
      expect(done?.cacheHits).toBeGreaterThanOrEqual(Math.min(kept, told))
      rmSync(data, { recursive: true, force: true })
    },
    120_000,
  )
})

/** By another SQLite than ours. */
function countTakes(database: string): number {
  if (!existsSync(database)) return 0
  const reader = new DatabaseSync(database, { readOnly: true })
  try {
    const known = reader.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'takes'").get()
    return known
      ? Number(reader.prepare('SELECT count(*) AS count FROM takes').get()?.['count'])
      : 0
  } finally {
    reader.close()
  }
}
