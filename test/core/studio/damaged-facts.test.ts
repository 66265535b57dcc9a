// What the studio remembers beside its books: damaged, it is forgotten, and nothing stands still for it.
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { longBook, studioPorts } from '../../fixtures/studio-ports.ts'

const test = () => studioPorts(systemClock, { reader: longBook(3) })

describe.each([
  ['cut off', '{"books": ['],
  ['of another shape', '{"something": "else"}'],
])('a fact that is %s', (_, damaged) => {
  it('leaves an empty queue, and the studio starts', async () => {
    const studio = test()
    await studio.ports.projects.remember('queue', damaged)
    await withOpenBook(studio, async ({ call }) => {
      expect(await call('queue.read', {})).toMatchObject({ entries: [], state: 'resting' })
    })
  })

  it('leaves an empty dictionary, and books are narrated', async () => {
    const studio = test()
    await studio.ports.projects.remember('dictionary', damaged)
    await withOpenBook(studio, async ({ call, projectId, narrate }) => {
      expect(await call('dictionary.read', { projectId })).toEqual({ book: [], everywhere: [] })
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
    })
  })

  it('leaves no place in a book', async () => {
    const studio = test()
    await withOpenBook(studio, async ({ call, projectId }) => {
      await studio.ports.projects.remember(`place/${projectId}`, damaged)
      expect(await call('place.read', { projectId })).toEqual({ place: null })
    })
  })

  it('leaves no former exports, and the next one is remembered', async () => {
    const studio = test()
    await withOpenBook(studio, async ({ call, end, projectId, narrate }) => {
      await narrate()
      await studio.ports.projects.remember(`exports/${projectId}`, damaged)
      expect(await call('export.history', { projectId })).toEqual({ exports: [] })
      const ticket = studio.ports.tickets.issue('target', '/books/A Book.m4b')
      await end((await call('export.start', { projectId, ticket, format: 'm4b' })).jobId)
      expect((await call('export.history', { projectId })).exports).toHaveLength(1)
    })
  })

  it('leaves a voice whose loudness is measured again', async () => {
    const studio = test()
    const fact = 'voice-level/2/plain@1/espeak:plain'
    await studio.ports.projects.remember(fact, damaged)
    await withOpenBook(studio, async ({ call }) => {
      await call('voice.preview', { voice: 'espeak:plain' })
      expect(await studio.ports.projects.recall(fact)).toContain('"loudness":-20')
    })
  })
})
