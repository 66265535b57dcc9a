// A cast that is taken back while the book is narrated: nothing is spoken for nobody.
import { expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const texts = Array.from({ length: 12 }, (_, at) => `Paragraph ${at} of a long book. `.repeat(9))

it.each(['undo', 'redo'] as const)(
  'a narration ends with the %s of a cast, for nobody wants its voice any more',
  async (step) => {
    const asked: string[] = []
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const plain = voiceOf(async ({ voice }) => {
      asked.push(voice.id)
      await held
      return { file: `sound-${asked.length}` }
    }, 1)
    const voices = ['first', 'second'].map((name) => ({
      ...plainVoice,
      id: `espeak:${name}`,
      name,
    }))
    const sources = sourcesOf({ ...plain, voices: async () => voices })
    const given = { reader: readerOf([texts]), sources, workers: 1 }
    await withOpenBook(
      studioPorts(systemClock, given),
      async ({ call, projectId, end, narrate }) => {
        await call('project.cast', { projectId, voice: 'espeak:first' })
        await call('project.cast', { projectId, voice: 'espeak:second' })
        if (step === 'redo') await call('project.undo', { projectId })
        const wish = { projectId, scope: { kind: 'ticked' } } as const
        const { jobId } = await call('speech.start', wish)
        while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
        const stepped = call(`project.${step}`, { projectId })
        const ended = await end(jobId)
        release()
        expect(ended.state).toBe('cancelled')
        expect(await stepped).toMatchObject({ canRedo: step === 'undo', ended: 'voice' })
        const { length } = asked
        expect(length).toBeLessThan(texts.length)
        expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
        const wanted = step === 'undo' ? 'espeak:first' : 'espeak:second'
        expect(new Set(asked.slice(length))).toEqual(new Set([wanted]))
      },
    )
  },
)
