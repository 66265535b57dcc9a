// A cast with voices of two sources, narrated in one go; and rows that move while it is under way.
import { describe, expect, it } from 'vitest'
import type { Character } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { quietCodecs } from '../../fixtures/studio-ports.ts'
import { withDesk, wordsOf, type DeskBook } from '../../fixtures/desk-book.ts'

const character = (id: string, voice: string | null): Character => ({
  ...{ id, name: id.toUpperCase(), voice, colour: 1 },
})
const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-27', source: 'here' }
const chapters = [
  Array.from(
    { length: 12 },
    (_, at) => `Line ${['zero', 'one', 'two'][at % 3]} of ${'abcdefghijkl'[at]}.`,
  ),
]
/** Every third line is Ann's. */
async function castAnn({ call, projectId, rows }: DeskBook, voice: string | null) {
  await call('cast.change', { projectId, put: [character('ann', voice)], remove: [] })
  const ids = (await rows()).filter(({ text }) => text.includes('one')).map(({ id }) => id)
  const target = { kind: 'segments' as const, segmentIds: ids }
  await call('segment.set', { projectId, target, set: { speaker: 'ann' } })
}
/** Holds what is asked for until it is let go. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a cast of two sources', () => {
  it('is narrated in one job, each line by its voice, on the lanes of both', async () => {
    const busy = { espeak: 0, flite: 0 }
    let most = { espeak: 0, flite: 0, together: 0 }
    await withDesk(
      async (book) => {
        const { projectId, narrate, asked, rows, states, call } = book
        await castAnn(book, 'flite:other')
        const estimate = await call('speech.estimate', { projectId, scope: { kind: 'ticked' } })
        expect(estimate).toMatchObject({ segments: 12, ready: 0, cost: null })
        expect(await narrate()).toMatchObject({ state: 'done', failed: 0, done: 12 })
        expect(new Set(await states())).toEqual(new Set(['ready']))
        expect(asked.map(({ words }) => words).toSorted()).toEqual(chapters.flat().toSorted())
        for (const { voice, words } of asked)
          expect(voice).toBe(words.includes('one') ? 'flite:other' : 'espeak:plain')
        expect((await rows()).map(({ voice }) => voice)).toContain('flite:other')
        expect(most.together).toBeGreaterThan(2)
        expect(most.espeak).toBeLessThanOrEqual(2)
        expect(most.flite).toBeLessThanOrEqual(2)
      },
      {
        chapters,
        async onAsked({ voice }) {
          const own = voice.id.startsWith('flite') ? 'flite' : 'espeak'
          busy[own] += 1
          most = {
            espeak: Math.max(most.espeak, busy.espeak),
            flite: Math.max(most.flite, busy.flite),
            together: Math.max(most.together, busy.espeak + busy.flite),
          }
          for (let turn = 0; turn < 20; turn += 1)
            await new Promise((resolve) => setImmediate(resolve))
          busy[own] -= 1
        },
      },
    )
  })

  it('lets each be heard with a line of its own, which is spoken once and by its voice of now', () =>
    withDesk(
      async (book) => {
        const { call, projectId, asked, narrate } = book
        await castAnn(book, 'flite:other')
        const hear = (speaker: string | null) => call('cast.hear', { projectId, speaker })
        const first = await hear('ann')
        expect(first.text).toMatch(/one/)
        expect(asked.map(({ voice, words }) => [voice, words])).toContainEqual([
          'flite:other',
          first.text,
        ])
        const count = () => asked.filter(({ words }) => words === first.text).length
        expect(await hear('ann')).toEqual(first)
        await narrate()
        expect(count()).toBe(1)
        // In another voice, though all of its lines have sound of the old one.
        await call('cast.change', { projectId, put: [character('ann', 'flite:third')], remove: [] })
        const other = await hear('ann')
        expect(asked).toContainEqual({ voice: 'flite:third', words: other.text, rate: 1 })
        expect((await hear(null)).text).not.toMatch(/one/)
        await expect(hear('bob')).rejects.toMatchObject({ failure: { code: 'not-found' } })
      },
      { chapters },
    ))

  it('costs what the voices of either source cost', async () => {
    await withDesk(
      async (book) => {
        await book.call('project.cast', { projectId: book.projectId, voice: 'espeak:plain' })
        await castAnn(book, 'flite:other')
        const estimate = await book.call('speech.estimate', {
          projectId: book.projectId,
          scope: { kind: 'ticked' },
        })
        const own = chapters
          .flat()
          .filter((text) => !text.includes('one'))
          .join('').length
        expect(estimate.cost?.amount).toBeCloseTo((own / 1e6) * 15, 12)
      },
      { chapters, capabilities: { price } },
    )
  })

  it('fails the lines alone that one of the sources cannot speak', async () => {
    await withDesk(
      async (book) => {
        await castAnn(book, 'flite:other')
        expect(await book.narrate()).toMatchObject({ state: 'done', failed: 4 })
        const states = await book.states()
        expect(states.filter((state) => state === 'failed')).toHaveLength(4)
        expect(states.filter((state) => state === 'ready')).toHaveLength(8)
      },
      {
        chapters,
        async onAsked({ voice }) {
          if (voice.id.startsWith('flite')) throw fail('voice-failed', { voice: voice.id })
        },
      },
    )
  })

  it('waits for a person where a voice is unknown, and goes on with another', async () => {
    await withDesk(
      async (book) => {
        const { studio, call, projectId, end, narrate, states, asked, ports } = book
        const put = [character('ann', 'flite:nobody')]
        expect(await studio.call('cast.change', { projectId, put, remove: [] })).toMatchObject({
          ok: false,
          failure: { code: 'voice-unknown' },
        })
        await castAnn(book, 'flite:other')
        // As when a voice was removed since.
        await ports.projects.change(projectId, { kind: 'cast-changed', cast: put })
        const job = await narrate()
        expect(job).toMatchObject({ state: 'paused', failure: { code: 'voice-unknown' } })
        expect(asked.every(({ voice }) => voice === 'espeak:plain')).toBe(true)
        await call('cast.change', { projectId, put: [character('ann', 'flite:third')], remove: [] })
        await call('job.resume', { jobId: job.id })
        expect(await end(job.id)).toMatchObject({ state: 'done', failed: 0 })
        expect(new Set(await states())).toEqual(new Set(['ready']))
        expect(asked.filter(({ voice }) => voice === 'flite:third')).toHaveLength(4)
      },
      { chapters },
    )
  })

  it('falls to the narrator where a character is taken out, and back', async () => {
    await withDesk(
      async (book) => {
        const { call, projectId, narrate, states } = book
        await castAnn(book, 'flite:other')
        await narrate()
        await call('cast.change', { projectId, put: [], remove: ['ann'] })
        expect((await states()).filter((state) => state === 'stale')).toHaveLength(4)
        await call('project.undo', { projectId })
        expect(new Set(await states())).toEqual(new Set(['ready']))
        await call('cast.change', { projectId, put: [character('ann', null)], remove: [] })
        expect((await states()).filter((state) => state === 'stale')).toHaveLength(4)
        await call('cast.change', { projectId, put: [character('bob', 'flite:third')], remove: [] })
        expect((await states()).filter((state) => state === 'stale')).toHaveLength(4)
      },
      { chapters },
    )
  })

  it('gives all lines like one to another', async () => {
    await withDesk(
      async (book) => {
        const { call, projectId, rows } = book
        await castAnn(book, 'flite:other')
        await call('cast.change', { projectId, put: [character('bob', null)], remove: [] })
        const segmentId = (await rows())[4]?.id ?? ''
        const wish = { projectId, segmentId, speaker: 'bob' }
        expect(await call('cast.assignAlike', wish)).toEqual({ count: 4 })
        const speakers = (await rows()).map(({ manner }) => manner?.speaker ?? null)
        expect(speakers).toEqual(
          chapters.flat().map((text) => (text.includes('one') ? 'bob' : null)),
        )
      },
      { chapters },
    )
  })
})

describe('while a book is narrated', () => {
  it('another voice of a character speaks from then on, and the earlier lines are stale', async () => {
    const held = gate()
    let answered = 0
    await withDesk(
      async (book) => {
        const { call, projectId, end, states, asked, renarrate } = book
        await castAnn(book, 'flite:other')
        const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
        await until(() => asked.some(({ voice }) => voice === 'flite:other') && answered >= 4)
        const change = call('cast.change', {
          ...{ projectId, put: [character('ann', 'flite:third')], remove: [] },
        })
        await change
        held.open()
        expect(await end(jobId)).toMatchObject({ state: 'done', failed: 0 })
        const old = asked.filter(({ voice }) => voice === 'flite:other')
        expect(old.length).toBeLessThan(4)
        // What was spoken, or under way, by then is stale: nobody has asked for it anew.
        expect((await states()).filter((state) => state === 'stale')).toHaveLength(old.length)
        expect(await renarrate()).toHaveLength(old.length)
        expect(new Set(await states())).toEqual(new Set(['ready']))
        const last = new Map(asked.map(({ words, voice }) => [words, voice]))
        for (const [words, voice] of last)
          expect(voice).toBe(words.includes('one') ? 'flite:third' : 'espeak:plain')
      },
      {
        chapters,
        async onAsked() {
          answered += 1
          if (answered > 4) await held.opened
        },
      },
    )
  })

  it('a row may be cut: the narration goes on, no row is lost and none is spoken twice', async () => {
    const held = gate()
    let isHeld = true
    await withDesk(
      async (book) => {
        const { call, projectId, end, states, asked, idOf, texts } = book
        const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
        await until(() => asked.length >= 2)
        const cut = call('segment.split', { projectId, segmentId: await idOf(7), at: 5 })
        isHeld = false
        held.open()
        expect(await cut).toMatchObject({ ended: false })
        expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
        const { jobs } = await call('project.open', { projectId })
        const next = jobs.find(({ kind }) => kind === 'speech')
        if (next) expect(await end(next.id)).toMatchObject({ state: 'done', failed: 0 })
        expect(new Set(await states())).toEqual(new Set(['ready']))
        expect(await texts()).toHaveLength(13)
        const spoken = asked.map(({ words }) => words)
        expect(new Set(spoken)).toEqual(new Set(await texts()))
        // What was under way when the row was cut may be asked for once more.
        expect(spoken.length - new Set(spoken).size).toBeLessThanOrEqual(2)
      },
      {
        chapters,
        async onAsked() {
          if (isHeld) await held.opened
        },
      },
    )
  })

  it('a narration that goes on has what is left of its budget, and no new one', async () => {
    const held = gate()
    let askedFor = 0
    await withDesk(
      async (book) => {
        const { call, projectId, end, idOf } = book
        await call('project.cast', { projectId, voice: 'espeak:plain' })
        // Enough for five lines.
        const wish = { projectId, scope: { kind: 'ticked' as const }, budget: 0.001 }
        const { jobId } = await call('speech.start', wish)
        await until(() => askedFor > 4)
        const cut = call('segment.split', { projectId, segmentId: await idOf(11), at: 5 })
        await end(jobId)
        await cut
        held.open()
        const { jobs } = await call('project.open', { projectId })
        expect(await end(jobs[0]?.id ?? '')).toMatchObject({
          ...{ state: 'paused', failure: { code: 'budget-spent' } },
        })
        expect(askedFor).toBeLessThan(8)
      },
      {
        chapters,
        capabilities: { price },
        async onAsked() {
          askedFor += 1
          if (askedFor > 4) await held.opened
        },
      },
    )
  })

  it('a narration that waits for a person goes on waiting where rows are cut', async () => {
    await withDesk(
      async (book) => {
        const { call, projectId, narrate, idOf } = book
        expect(await narrate()).toMatchObject({ state: 'paused' })
        const segmentId = await idOf(7)
        await call('segment.split', { projectId, segmentId, at: 5 })
        const { jobs } = await call('project.open', { projectId })
        expect(jobs.filter(({ state }) => state === 'running')).toEqual([])
      },
      {
        chapters,
        async onAsked() {
          throw fail('disk-full', { folder: '/data' })
        },
      },
    )
  })

  it('a book that is exported is not cut under way: the export ends and that is told', async () => {
    const held = gate()
    const quiet = quietCodecs()
    let writing = 0
    const codecs = {
      ...quiet,
      async encode(...args: Parameters<typeof quiet.encode>) {
        writing += 1
        await Promise.race([
          held.opened,
          new Promise((_, reject) =>
            args[2].addEventListener('abort', () => reject(args[2].reason as Error)),
          ),
        ])
        return quiet.encode(...args)
      },
    }
    await withDesk(
      async (book) => {
        const { call, projectId, narrate, idOf, end, studio } = book
        await narrate()
        const ticket = studio.tickets.issue('target', '/books/A Book.m4b')
        const { jobId } = await call('export.start', { projectId, ticket, format: 'm4b' })
        await until(() => writing > 0)
        const segmentId = await idOf(1)
        expect(await call('segment.split', { projectId, segmentId, at: 5 })).toMatchObject({
          ended: true,
        })
        expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
        held.open()
      },
      { chapters, codecs },
    )
  })
})

it('a request says its words as the dictionary has them, with phonemes for whoever takes them', async () => {
  const parts: string[] = []
  await withDesk(
    async ({ call, projectId, narrate }) => {
      const put = [
        {
          ...{ id: 'a', word: 'lamp', say: 'lahmp', ipa: 'lɑːmp', isCaseSensitive: false },
          ...{ isWholeWord: true, language: null },
        },
      ]
      await call('dictionary.change', { projectId, put, remove: [] })
      const target = { kind: 'rows' as const, from: 0, count: 1 }
      await call('cast.change', { projectId, put: [character('ann', 'flite:other')], remove: [] })
      await call('segment.set', { projectId, target, set: { speaker: 'ann' } })
      await narrate()
      expect(parts.toSorted()).toEqual([
        '[{"text":"The "},{"ipa":"lɑːmp","text":"lahmp"},{"text":"!"}]',
        '[{"text":"The lahmp."}]',
      ])
    },
    {
      chapters: [['The lamp.', 'The lamp!']],
      capabilities: { ipa: true },
      async onAsked(request) {
        if (wordsOf(request).includes('lahmp')) parts.push(JSON.stringify(request.spoken))
      },
    },
  )
})
