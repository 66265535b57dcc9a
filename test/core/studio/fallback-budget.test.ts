// A paid voice that speaks what a free one cannot: it spends no more than the budget either.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { charactersOf } from '../../../src/core/studio/takes/speaking-parts.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const euro = { perMillionCharacters: 1e6, currency: 'EUR', asOf: '2026-11-27', source: 'here' }
const texts = Array.from({ length: 30 }, (_, at) => `Paragraph ${at} of a long book. `.repeat(9))

const source = (
  name: string,
  lanes: number,
  price: typeof euro | null,
  speak: VoiceProvider['speak'],
): VoiceProvider => {
  const plain = voiceOf(speak, lanes)
  return {
    ...plain,
    name,
    endpointId: `${name}@1`,
    endpoints: [name],
    voices: async () => [{ ...plainVoice, id: `${name}:voice`, provider: name }],
    capabilities: { ...plain.capabilities, price },
  }
}

it.each([
  ['free', null],
  ['paid too', euro],
])('is one segment beyond it at most, where the own voice is %s', async (_, ownPrice) => {
  let spent = 0
  let longest = 0
  const own = source('own', 8, ownPrice, () =>
    Promise.reject(fail('server-refused', { server: 'own' })),
  )
  const other = source('other', 4, euro, async ({ spoken }) => {
    const characters = charactersOf(spoken)
    longest = Math.max(longest, characters)
    spent += characters
    const file = `sound-${spent}`
    await new Promise((resolve) => setImmediate(resolve))
    return { file }
  })
  const given = { reader: readerOf([texts]), sources: sourcesOf(own, other), workers: 8 }
  await withOpenBook(studioPorts(systemClock, given), async ({ call, projectId, end }) => {
    await call('project.cast', { projectId, voice: 'own:voice' })
    await call('project.allowFallback', { projectId, voice: 'other:voice' })
    const budget = 1000
    const wish = { projectId, scope: { kind: 'ticked' }, budget } as const
    const { jobId } = await call('speech.start', wish)
    for (let pauses = 1; ; pauses++) {
      const job = await end(jobId)
      expect(spent).toBeLessThan(pauses * (budget + longest))
      expect(job.failed).toBe(0)
      if (job.state === 'done') break
      expect(job).toMatchObject({ state: 'paused', failure: { code: 'budget-spent' } })
      expect(job.cost).toMatchObject({ spent, currency: 'EUR' })
      await call('job.resume', { jobId })
    }
    expect(spent).toBeGreaterThan(budget)
  })
})
