// Who gets the words and who the text: voices that read numbers themselves, and voices that do not.
import { describe, expect, it } from 'vitest'
import type { CommandArgs, CommandName, CommandReply, Job } from '../../../src/contract/index.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import type { Studio } from '../../../src/core/studio/studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { readerOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

async function call<N extends CommandName>(studio: Studio, name: N, args: CommandArgs<N>) {
  const reply = await studio.call(name, args)
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  return reply.value as CommandReply<N>
}

function end(studio: Studio, jobId: string): Promise<Job> {
  return new Promise((resolve) => {
    const look = (job: Job) => {
      if (job.id === jobId && job.state !== 'running') resolve(job)
    }
    studio.on('job.advanced', ({ job }) => look(job))
    void call(studio, 'job.list', {}).then(({ jobs }) => jobs.forEach(look))
  })
}

/** A book of one sentence with numbers, and all that its voice was asked to say. */
async function withVoice(
  normalizesText: boolean,
  work: (studio: Studio, projectId: string, asked: string[]) => Promise<void>,
) {
  const asked: string[] = []
  const plain = voiceOf(async ({ spoken }) => {
    asked.push(spoken.map((part) => ('text' in part ? part.text : '')).join(''))
    return { file: `sound-${asked.length}` }
  })
  const provider = { ...plain, capabilities: { ...plain.capabilities, normalizesText } }
  const reader = readerOf([['Dr. Price left in 1775.']])
  const test = studioPorts(systemClock, { reader, providers: [provider] })
  const studio = await openStudio(test.ports, test.options)
  try {
    const ticket = test.ports.tickets.issue('book.txt')
    const { jobId } = await call(studio, 'book.import', { ticket })
    const { projectId } = await end(studio, jobId)
    await work(studio, projectId ?? '', asked)
  } finally {
    await studio.close()
  }
}

async function speak(studio: Studio, projectId: string) {
  const { jobId } = await call(studio, 'speech.start', { projectId, scope: { kind: 'ticked' } })
  await end(studio, jobId)
}
const firstRow = async (studio: Studio, projectId: string) =>
  (await call(studio, 'segment.list', { projectId, from: 0, count: 1 })).rows[0]

describe('a text with numbers', () => {
  it('is given in words to a voice that does not read them', async () => {
    await withVoice(false, async (studio, projectId, asked) => {
      await speak(studio, projectId)
      expect(asked).toEqual(['Doctor Price left in seventeen seventy-five.'])
      expect(await firstRow(studio, projectId)).toMatchObject({
        text: 'Dr. Price left in 1775.',
        spokenText: 'Doctor Price left in seventeen seventy-five.',
        status: { state: 'ready' },
      })
    })
  })

  it('is given as it is written to a voice that reads them itself', async () => {
    await withVoice(true, async (studio, projectId, asked) => {
      await speak(studio, projectId)
      expect(asked).toEqual(['Dr. Price left in 1775.'])
    })
  })

  it('is said in words again after an edit, and as before when that is taken back', async () => {
    await withVoice(false, async (studio, projectId, asked) => {
      const segmentId = (await firstRow(studio, projectId))?.id ?? ''
      await call(studio, 'segment.edit', { projectId, segmentId, text: 'He paid $3.50.' })
      await speak(studio, projectId)
      expect(asked).toEqual(['He paid three dollars and fifty cents.'])
      await call(studio, 'segment.edit', { projectId, segmentId, text: 'He paid nothing.' })
      expect(await firstRow(studio, projectId)).not.toHaveProperty('spokenText')
      await call(studio, 'project.undo', { projectId })
      await call(studio, 'project.undo', { projectId })
      expect((await firstRow(studio, projectId))?.spokenText).toBe(
        'Doctor Price left in seventeen seventy-five.',
      )
    })
  })

  it('costs nothing again when it is written otherwise and said the same', async () => {
    await withVoice(false, async (studio, projectId, asked) => {
      await speak(studio, projectId)
      const segmentId = (await firstRow(studio, projectId))?.id ?? ''
      const text = 'Doctor Price left in seventeen seventy-five.'
      await call(studio, 'segment.edit', { projectId, segmentId, text })
      await speak(studio, projectId)
      expect(asked).toHaveLength(1)
      expect((await firstRow(studio, projectId))?.status.state).toBe('ready')
    })
  })
})
