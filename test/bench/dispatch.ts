// How much of its lanes the schedule uses: 300 segments on a voice of 300 ms, against ⌈n/c⌉ · latency.
import type { Job } from '../../src/contract/index.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../fixtures/studio-ports.ts'
import type { Figure } from './figure.ts'

const segments = 300
const latencyMs = 300
const goals = new Map([
  [1, 0.97],
  [5, 0.97],
  [32, 0.95],
])

export async function benchDispatch(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [lanes, goal] of goals) {
    const seconds = await narrate(lanes)
    const ideal = (Math.ceil(segments / lanes) * latencyMs) / 1000
    figures.push({
      what: `dispatch, ${segments} segments, ${lanes} lanes`,
      measured: `${seconds.toFixed(3)} s`,
      comparedTo: `ideal ${ideal.toFixed(3)} s`,
      ratio: ideal / seconds,
      goal: `≥ ${goal}`,
    })
  }
  return figures
}

async function narrate(lanes: number): Promise<number> {
  let spoken = 0
  const provider = voiceOf(
    () =>
      new Promise((resolve) => {
        systemClock.after(latencyMs, () => resolve({ file: `sound-${spoken++}` }))
      }),
  )
  const paragraphs = Array.from({ length: segments }, (_, index) =>
    `Paragraph ${index} is long enough to be a segment of its own. `.repeat(4).trim(),
  )
  const test = studioPorts(systemClock, {
    reader: readerOf([paragraphs]),
    sources: sourcesOf(provider),
    workers: lanes,
  })
  const studio = await openStudio(test.ports, test.options)
  const end = (jobId: string) =>
    new Promise<Job>((resolve) => {
      studio.on('job.advanced', ({ job }) => {
        if (job.id === jobId && job.state !== 'running') resolve(job)
      })
    })
  const imported = await studio.call('book.import', {
    ticket: test.ports.tickets.issue('book', 'book'),
  })
  if (!imported.ok) throw new Error('import')
  const { projectId = '' } = await end(imported.value.jobId)
  const { ok, value } = (await studio.call('segment.list', { projectId, from: 0, count: 500 })) as {
    ok: true
    value: { rows: unknown[] }
  }
  if (!ok || value.rows.length !== segments) throw new Error(`${value.rows.length} segments`)
  // The voice's level is asked for only by the export; here nothing but the segments is spoken.
  const began = performance.now()
  const started = await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
  if (!started.ok) throw new Error('speech')
  const job = await end(started.value.jobId)
  const seconds = (performance.now() - began) / 1000
  if (job.state !== 'done' || spoken !== segments) throw new Error(`${job.state}, ${spoken} spoken`)
  await studio.close()
  return seconds
}
