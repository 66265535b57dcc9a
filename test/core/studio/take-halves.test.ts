// A segment that a voice gets wrong is asked for in halves: what becomes of the first if the second fails.
import { expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  quietCodecs,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const text = 'The lamp was lit before the rain came down. The door stood open until the morning.'

it('the sound of a first half is given back when the second one cannot be had', async () => {
  const asked: string[] = []
  const provider = voiceOf(async ({ spoken }) => {
    const said = spoken.map((part) => ('text' in part ? part.text : '')).join('')
    const isSecondHalf = asked.length > 0 && !asked[0]?.startsWith(said)
    asked.push(said)
    if (isSecondHalf) throw fail('voice-failed', { voice: 'plain' })
    return { file: said === asked[0] ? 'whole' : 'first half' }
  })
  const capabilities = { ...provider.capabilities, deterministic: false }
  const discarded: string[] = []
  const codecs = {
    ...quietCodecs(),
    prepare: () => Promise.reject(fail('sound-refused', { voice: '' })),
    async discard(sounds: readonly object[]) {
      for (const sound of sounds) if ('file' in sound) discarded.push(String(sound.file))
    },
  }
  const sources = sourcesOf({ ...provider, capabilities })
  const studio = studioPorts(systemClock, { reader: readerOf([[text]]), sources, codecs })
  await withOpenBook(studio, async ({ narrate }) => {
    expect(await narrate()).toMatchObject({ state: 'done', failed: 1 })
    expect(new Set(asked).size).toBe(3)
    expect(discarded).toEqual(['first half'])
  })
})
