// How much of the disk a narration will need, as it is told before it starts.
import { describe, expect, it } from 'vitest'
import { createDiskNeed } from '../../../src/core/studio/narration/disk-need.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { freeDiskOf } from '../../../src/io/free-disk.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, studioPorts } from '../../fixtures/studio-ports.ts'

const bytesOf = async (ids: readonly string[]) => ids.length * 3000

describe('the disk that takes will need', () => {
  it('is told by what is usual before anything is spoken', async () => {
    const need = createDiskNeed({ bytesOf })
    need.note('a', 20)
    expect(await need.bytesFor(1000)).toBe(1_600_000)
    expect(await need.bytesFor(0)).toBe(0)
  })

  it('is told by what those that are there have taken, from a sample of them', async () => {
    const need = createDiskNeed({ bytesOf })
    for (let take = 0; take < 1000; take += 1) need.note(`t${take}`, 100)
    expect(await need.bytesFor(1000)).toBe(30_000)
  })

  it('is in the estimate, beside what is free, and nothing where all is ready', async () => {
    const test = studioPorts(systemClock, { reader: longBook(3), freeDisk: async () => 7e9 })
    await withOpenBook(test, async ({ call, projectId, narrate }) => {
      const wish = { projectId, scope: { kind: 'ticked' } } as const
      const { characters, disk } = await call('speech.estimate', wish)
      expect(disk).toEqual({ bytes: characters * 1600, freeBytes: 7e9 })
      await narrate()
      expect((await call('speech.estimate', wish)).disk).toEqual({ bytes: 0, freeBytes: 7e9 })
    })
  })
})

describe('what is free on a disk', () => {
  it('is told by the system, and by nobody for a folder that is not there', async () => {
    expect(await freeDiskOf(import.meta.dirname)()).toBeGreaterThan(0)
    expect(await freeDiskOf('/no/such/folder')()).toBeNull()
  })
})
