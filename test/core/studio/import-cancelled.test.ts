// An import that is cancelled while it asks who could read the book.
import { expect, it } from 'vitest'
import type { Job } from '../../../src/contract/index.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { plainVoice, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

it('leaves no book', async () => {
  let isAsked = () => {}
  const asked = new Promise<void>((resolve) => (isAsked = resolve))
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const sources = sourcesOf({
    ...voiceOf(async () => ({ file: 'sound' })),
    async voices() {
      isAsked()
      await held
      return [plainVoice]
    },
  })
  const { ports, options } = studioPorts(systemClock, { sources })
  const studio = await openStudio(ports, options)
  try {
    const ended = new Promise<Job>((resolve) => {
      studio.on('job.advanced', ({ job }) => {
        if (job.state !== 'running') resolve(job)
      })
    })
    const started = await studio.call('book.import', {
      ticket: ports.tickets.issue('book', 'book.txt'),
    })
    await asked
    const jobId = started.ok ? started.value.jobId : ''
    const cancelled = studio.call('job.cancel', { jobId })
    release()
    await cancelled
    expect((await ended).state).toBe('cancelled')
    expect(await studio.call('library.list', {})).toMatchObject({ value: { projects: [] } })
  } finally {
    await studio.close()
  }
})
