// What the library says of flagged takes, as they come and as a person keeps them.
import { expect, it } from 'vitest'
import type { ProjectSummary, Signs } from '../../../src/contract/index.ts'
import type { Codecs } from '../../../src/core/ports/codecs.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { quietCodecs, studioPorts } from '../../fixtures/studio-ports.ts'

/** Clean but for one thing: a part of it is driven into full scale. */
const clippedSigns: Signs = {
  soundSeconds: 1,
  leadingSeconds: 0,
  trailingSeconds: 0,
  silentSeconds: 0,
  longestSilenceSeconds: 0,
  loudDb: -20,
  tailDb: -20,
  endDb: -40,
  clippedShare: 0.005,
  offset: 0,
  flatness: 0.05,
  repetition: 0,
  repetitionLagSeconds: 0,
  pitchHz: 120,
  centroidHz: 1000,
}
const quiet = quietCodecs()
const clippingCodecs: Codecs = {
  ...quiet,
  async prepare(parts, signal) {
    const made = await quiet.prepare(parts, signal)
    return { ...made, analysis: { ...made.analysis, signs: clippedSigns } }
  },
}

it('a book’s card counts its flagged segments until they are kept', async () => {
  const codecs = clippingCodecs
  const { ports, options } = studioPorts(systemClock, { codecs })
  const studio = await openStudio(ports, options)
  const told: ProjectSummary[] = []
  studio.on('library.changed', ({ project }) => told.push(project))
  const ended = new Map<string, (projectId: string) => void>()
  studio.on('job.advanced', ({ job }) => {
    if (job.state === 'done') ended.get(job.kind)?.(job.projectId ?? '')
  })
  const whenDone = (kind: 'import' | 'speech') =>
    new Promise<string>((resolve) => ended.set(kind, resolve))
  try {
    const imported = whenDone('import')
    await studio.call('book.import', { ticket: ports.tickets.issue('book', 'book.txt') })
    const projectId = await imported
    expect(told.at(-1)).toMatchObject({ segments: expect.any(Number), flagged: 0 })

    const spoken = whenDone('speech')
    await studio.call('speech.start', { projectId, scope: { kind: 'ticked' } })
    await spoken
    const list = await studio.call('library.list', {})
    const flagged = list.ok ? (list.value.projects[0]?.flagged ?? 0) : 0
    expect(flagged).toBeGreaterThan(0)
    expect(told.at(-1)?.flagged).toBe(flagged)

    const found = await studio.call('segment.findFlagged', {
      projectId,
      from: 0,
      direction: 'forward',
    })
    const from = found.ok ? (found.value.position ?? -1) : -1
    const rows = await studio.call('segment.list', { projectId, from, count: 1 })
    const segmentId = rows.ok ? (rows.value.rows[0]?.id ?? '') : ''
    await studio.call('segment.keepFlagged', { projectId, segmentId })
    expect(told.at(-1)?.flagged).toBe(flagged - 1)
  } finally {
    await studio.close()
  }
})
