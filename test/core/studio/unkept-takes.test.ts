// A take that cannot be kept, as on a full disk, leaves no sound behind.
import { expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, quietCodecs, studioPorts } from '../../fixtures/studio-ports.ts'

it('gives the sound of a take back that the store could not keep', async () => {
  const discarded: string[] = []
  const codecs = {
    ...quietCodecs(),
    discard: async (sounds: readonly object[]) => {
      for (const sound of sounds) if ('file' in sound) discarded.push(String(sound.file))
    },
  }
  const test = studioPorts(systemClock, { reader: longBook(1), codecs })
  const keep = async () => {
    throw fail('disk-full', { folder: 'nowhere' })
  }
  const ports = { ...test.ports, takes: { ...test.ports.takes, keep } }
  await withOpenBook({ ...test, ports }, async ({ narrate }) => {
    expect(await narrate()).toMatchObject({ failure: { code: 'disk-full' } })
  })
  expect(discarded.length).toBeGreaterThan(0)
})
