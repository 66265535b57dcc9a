// A stand-in's take that cannot be written down: the segment fails, and is not asked for without end.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { plainVoice, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

it('a segment fails whose other voice the library cannot remember', async () => {
  let asked = 0
  const source = (name: string, speak: VoiceProvider['speak']): VoiceProvider => ({
    ...voiceOf(speak),
    name,
    endpointId: `${name}@1`,
    endpoints: [name],
    voices: async () => [{ ...plainVoice, id: `${name}:voice`, provider: name }],
  })
  const own = source('own', async () => {
    asked += 1
    // A turn of the loop, so that a job that never ends can be cancelled.
    await new Promise((resolve) => setImmediate(resolve))
    throw fail('server-refused', { server: 'own' })
  })
  const other = source('other', async () => ({ file: 'sound' }))
  const made = studioPorts(systemClock, { sources: sourcesOf(own, other) })
  const broken = {
    ...made.ports.projects,
    setFallbackOf: () => Promise.reject(new Error('the disk has gone away')),
  }
  const studio = { ...made, ports: { ...made.ports, projects: broken } }
  await withOpenBook(studio, async ({ call, projectId, narrate, rows }) => {
    await call('project.cast', { projectId, voice: 'own:voice' })
    await call('project.allowFallback', { projectId, voice: 'other:voice' })
    const total = (await rows()).length
    const job = await narrate()
    expect(job).toMatchObject({ state: 'done', failed: total })
    expect(asked).toBe(total)
  })
})
