// What was done to a book of the library and is taken back: what is said is what has happened.
import { describe, expect, it } from 'vitest'
import { shelfDeeds } from '../../src/renderer/src/hooks/use-shelf-deeds.ts'
import { mirrorJobs } from '../../src/renderer/src/state/jobs.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { createTakeBacks } from '../../src/renderer/src/state/take-backs.ts'
import { bookOf, settle, studioByHand } from './studio-by-hand.ts'

function shelf() {
  const { connection, waiting } = studioByHand()
  const told: string[] = []
  const news = {
    ...createNews(() => false),
    tell: (sentence: string) => {
      told.push(sentence)
      return () => {}
    },
  }
  const takeBacks = createTakeBacks(news)
  const router = { get: () => ({ screen: 'library' as const }), subscribe: () => () => {} }
  const jobs = mirrorJobs(connection)
  waiting.length = 0
  const deeds = shelfDeeds({
    ...{ connection, jobs, news, takeBacks },
    router: { ...router, go: () => {}, played: () => {} },
  })
  return { deeds, news, takeBacks, told, waiting }
}

describe('a book that was described, and is taken back', () => {
  it.each([
    [true, '“Emma” is as it was.', 1],
    [false, '', 2],
  ])('where a step was taken: %s', async (taken, said, sentences) => {
    const { deeds, news, takeBacks, told, waiting } = shelf()
    const described = deeds.describe(bookOf('Emma'), { title: 'Emma and I', authors: [] })
    await settle()
    await waiting[0]?.answer({ revision: 7 })
    expect(await described).toBe(true)
    takeBacks.last()
    await settle()
    expect(waiting[0]).toMatchObject({ name: 'project.undo', args: { revision: 7 } })
    await waiting[0]?.answer({ canUndo: true, canRedo: false, taken, ended: null })
    expect(news.said.get()).toBe(said)
    expect(told).toHaveLength(sentences)
  })
})
