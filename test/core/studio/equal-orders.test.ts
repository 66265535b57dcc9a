// The same sound wanted by several at once: asked for once, and nobody's giving up is another's.
import { expect, it } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

it('is heard though the narration that had asked for it is cancelled', async () => {
  const asked = Promise.withResolvers<void>()
  let hangs = true
  const texts: string[] = []
  const provider = voiceOf(async ({ spoken }, signal) => {
    texts.push(JSON.stringify(spoken))
    if (!hangs) return { file: `sound-${texts.length}` }
    asked.resolve()
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(fail('cancelled')), { once: true }),
    )
  }, 1)
  const test = studioPorts(systemClock, { reader: longBook(1), sources: sourcesOf(provider) })
  await withOpenBook(test, async ({ call, projectId, rows }) => {
    const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
    await asked.promise
    const [row] = await rows()
    const heard = call('segment.prepare', { projectId, segmentId: row?.id ?? '' })
    // It has joined by then.
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    expect(texts).toHaveLength(1)
    hangs = false
    await call('job.cancel', { jobId })
    await heard
    expect(texts.slice(1)).toContain(texts[0])
    expect((await rows())[0]?.status.state).toBe('ready')
  })
})
