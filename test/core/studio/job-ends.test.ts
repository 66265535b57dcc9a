// What a job leaves behind where its end cannot be written down.
import { expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

it('a job lets go of what it held, also where the disk is full', async () => {
  let listening = 0
  const sources = {
    ...sourcesOf(voiceOf(async () => ({ file: 'sound' }))),
    onChange() {
      listening += 1
      return () => void (listening -= 1)
    },
  }
  const { ports, options } = studioPorts(systemClock, { sources, resumeJobs: true })
  let isFull = false
  const told = Promise.withResolvers<void>()
  const projects: typeof ports.projects = {
    ...ports.projects,
    forgetJob: (jobId) =>
      isFull
        ? Promise.reject(fail('disk-full', { folder: 'library' }))
        : ports.projects.forgetJob(jobId),
  }
  const log: typeof ports.log = {
    ...ports.log,
    error(message) {
      if (message === 'a job could not be ended') told.resolve()
    },
  }
  await withOpenBook({ ports: { ...ports, projects, log }, options, logged: [] }, async (book) => {
    const before = listening
    isFull = true
    expect(await book.narrate()).toMatchObject({ state: 'done', failed: 0 })
    await told.promise
    expect(listening).toBe(before)
  })
})
