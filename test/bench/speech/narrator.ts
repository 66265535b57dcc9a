// A studio in a process of its own, with real ports, that has a book spoken by a server: forked by narrate.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PerformanceSample } from '../../../src/contract/index.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { openPorts } from '../../../src/io/open-ports.ts'
import { samplePathFrom, workerEntries } from '../../../src/io/places.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { serve } from '../../../src/io/process/serve.ts'
import { newServer } from '../../../src/io/speech/server/new-server.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { inventedParagraphs } from './invented-book.ts'
import type { NarrationOrder, Told } from './narrate.ts'

const serverId = 'bench'
const voice = `${serverId}:alloy`
/** As a door in src has it. */
const entryUrl = new URL('../../../src/cli/index.ts', import.meta.url).href

async function narrate({ folder, addresses, lanes, segments }: NarrationOrder): Promise<Told> {
  const book = join(folder, 'book.txt')
  writeFileSync(book, inventedParagraphs(segments).join('\n\n'))
  const opened = await openPorts({
    door: 'terminal',
    dataRoot: join(folder, 'data'),
    launch: forkProcess,
    entries: workerEntries(entryUrl),
    samplePath: samplePathFrom(entryUrl),
    resumeJobs: false,
  })
  try {
    const kind = 'other' as const
    const server = newServer({ id: serverId, kind, name: 'Bench', addresses, model: 'bench' })
    await opened.servers.save({ ...server, lanes })
    const studio = await openStudio(opened.ports, opened.options)
    try {
      return await speak(studio, book)
    } finally {
      await studio.close()
    }
  } finally {
    await opened.close()
  }
}

async function speak(studio: Studio, book: string): Promise<Told> {
  const { call, end } = callsOf(studio)
  const voicesColdMs = await timed(() => call('voice.list', {}))
  const voicesWarmMs = await timed(() => call('voice.list', {}))
  const imported = await call('book.import', { ticket: studio.tickets.issue('book', book) })
  const { projectId = '' } = await end(imported.jobId)
  await call('project.cast', { projectId, voice })
  const samples: PerformanceSample[] = []
  studio.on('performance.sampled', ({ sample }) => void samples.push(sample))
  const began = performance.now()
  const started = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
  const job = await end(started.jobId)
  const jobMs = performance.now() - began
  if (job.state !== 'done' || job.failed > 0)
    throw new Error(`${job.state}, ${job.failed} of ${job.total} failed`)
  return {
    segments: job.total,
    jobMs,
    voicesColdMs,
    voicesWarmMs,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    widths: samples.map(({ speech }) => ({
      requests: speech.requests,
      width: speech.endpoints.reduce((sum, { width }) => sum + width, 0),
    })),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

serve({ narrate })
