// What the library says of flagged takes, as they come and as a person keeps them.
import { expect, it } from 'vitest'
import type { ProjectSummary, Signs } from '../../../src/contract/index.ts'
import type { Codecs } from '../../../src/core/ports/codecs.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
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
  const test = studioPorts(systemClock, { codecs: clippingCodecs })
  await withOpenBook(test, async ({ studio, projectId, call, narrate }) => {
    const told: ProjectSummary[] = []
    studio.on('library.changed', ({ project }) => told.push(project))
    const flaggedNow = async () => (await call('library.list', {})).projects[0]?.flagged
    expect(await flaggedNow()).toBe(0)

    await narrate()
    const flagged = (await flaggedNow()) ?? 0
    expect(flagged).toBeGreaterThan(0)
    expect(told.at(-1)?.flagged).toBe(flagged)

    const wish = { projectId, from: 0, direction: 'forward' } as const
    const { position } = await call('segment.findFlagged', wish)
    const { rows } = await call('segment.list', { projectId, from: position ?? -1, count: 1 })
    await call('segment.keepFlagged', { projectId, segmentId: rows[0]?.id ?? '' })
    expect(told.at(-1)?.flagged).toBe(flagged - 1)
  })
})
