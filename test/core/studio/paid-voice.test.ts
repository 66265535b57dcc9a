// A voice that costs money is not asked for anything before a person wants to hear it.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

it('a book that is looked at asks its paid voice for nothing, not even how loud it is', async () => {
  let asked = 0
  const plain = voiceOf(async () => ({ file: `sound-${++asked}` }), 1)
  const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-27', source: 'here' }
  const provider: VoiceProvider = {
    ...plain,
    voices: async () => [{ ...plainVoice, id: 'espeak:gmw/en-US' }],
    capabilities: { ...plain.capabilities, price },
  }
  const given = { reader: readerOf([['One.', 'Two.']]), sources: sourcesOf(provider) }
  await withOpenBook(studioPorts(systemClock, given), async ({ call, projectId, rows }) => {
    const { project } = await call('project.open', { projectId })
    const chapterId = project.chapters[0]?.id ?? ''
    const timeline = await call('chapter.timeline', { projectId, chapterId })
    expect(timeline).toMatchObject({ complete: false })
    const estimate = await call('speech.estimate', { projectId, scope: { kind: 'ticked' } })
    expect(estimate).toMatchObject({ ready: 0, cost: { price } })
    expect(asked).toBe(0)
    // It is what the plan of a segment that is heard needs.
    const [row] = await rows()
    await call('segment.prepare', { projectId, segmentId: row?.id ?? '' })
    expect(asked).toBe(2)
  })
})
