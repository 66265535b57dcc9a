// A voice that costs money is not asked for anything before a person wants to hear it.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
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
  const { ports, options } = studioPorts(systemClock, given)
  const studio = await openStudio(ports, options)
  try {
    const imported = new Promise<string>((resolve) => {
      studio.on('job.advanced', ({ job }) => {
        if (job.state === 'done' && job.kind === 'import') resolve(job.projectId ?? '')
      })
    })
    await studio.call('book.import', { ticket: ports.tickets.issue('book', 'book.txt') })
    const projectId = await imported
    const opened = await studio.call('project.open', { projectId })
    const chapterId = opened.ok ? (opened.value.project.chapters[0]?.id ?? '') : ''
    const timeline = await studio.call('chapter.timeline', { projectId, chapterId })
    expect(timeline).toMatchObject({ ok: true, value: { complete: false } })
    const estimate = await studio.call('speech.estimate', { projectId, scope: { kind: 'ticked' } })
    expect(estimate).toMatchObject({ ok: true, value: { ready: 0, cost: { price } } })
    expect(asked).toBe(0)
    // It is what the plan of a segment that is heard needs.
    const [row] = await studio
      .call('segment.list', { projectId, from: 0, count: 1 })
      .then((reply) => (reply.ok ? reply.value.rows : []))
    await studio.call('segment.prepare', { projectId, segmentId: row?.id ?? '' })
    expect(asked).toBe(2)
  } finally {
    await studio.close()
  }
})
