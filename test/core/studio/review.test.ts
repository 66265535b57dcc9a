// Looking through a book before it is narrated: chapters arranged, lines put back, notes placed; all undone.
import { expect, it } from 'vitest'
import type { Block, Chapter } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { readerOfChapters, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

const line = (text: string, more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  text,
  ...more,
})
const chapter = (title: string, blocks: Block[], more: Partial<Chapter> = {}): Chapter => ({
  ...{ title, level: 1, matter: 'body', spoken: true, blocks },
  ...more,
})

const reviewed = [
  chapter('One', [
    line('The first paragraph has a note.', { noteMarks: ['n1', 'n2'] }),
    line('12', { leftOut: 'page-number' }),
    line('The second paragraph has none.'),
  ]),
  chapter('Two', [
    line('Another chapter begins.', { noteMarks: ['n3'] }),
    line('13', { leftOut: 'page-number' }),
    line('THE BOOK', { leftOut: 'running-head' }),
    line('And it goes on for long.'),
  ]),
  chapter(
    'Notes',
    [
      line('A note on the first.', { noteId: 'n1' }),
      line('Its second paragraph.', { noteId: 'n1' }),
      line('Another note.', { noteId: 'n2' }),
      line('A note on the second.', { noteId: 'n3' }),
      line('A note that nothing leads to.', { noteId: 'n9' }),
    ],
    { matter: 'notes', spoken: false },
  ),
]

const open = (work: (book: OpenBook) => Promise<void>) =>
  withOpenBook(studioPorts(systemClock, { reader: readerOfChapters(reviewed) }), work)

const shown = async ({ call, projectId, rows }: OpenBook) => {
  const { project } = await call('project.open', { projectId })
  const all = await rows()
  return project.chapters.map(
    ({ id, title }) =>
      `${title}: ${all
        .filter(({ chapterId }) => chapterId === id)
        .map(({ text }) => text)
        .join(' ')}`,
  )
}

it('lines left out are shown with their reason, counted nowhere, and spoken by nobody', async () => {
  const asked: string[] = []
  const voice = voiceOf(async ({ spoken }) => {
    asked.push(spoken.map((part) => ('text' in part ? part.text : '')).join(''))
    return { file: `sound-${asked.length}` }
  })
  const given = { reader: readerOfChapters(reviewed), sources: sourcesOf(voice) }
  await withOpenBook(
    studioPorts(systemClock, given),
    async ({ call, projectId, rows, narrate }) => {
      const { project } = await call('project.open', { projectId })
      expect(project.chapters.map(({ words }) => words)).toEqual([11, 9, 21])
      const left = (await rows()).filter(({ leftOut }) => leftOut)
      expect(left.map(({ text, leftOut, status }) => [text, leftOut, status])).toEqual([
        ['12', 'page-number', { state: 'skipped', reason: 'left-out' }],
        ['13', 'page-number', { state: 'skipped', reason: 'left-out' }],
        ['THE BOOK', 'running-head', { state: 'skipped', reason: 'left-out' }],
      ])
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
      expect(asked.toSorted()).toEqual(
        [
          'Another chapter begins.',
          'And it goes on for long.',
          'The first paragraph has a note.',
          'The second paragraph has none.',
        ].toSorted(),
      )
    },
  )
})

it('one line is put back, or all like it, and undo leaves them out again', () =>
  open(async (book) => {
    const { call, projectId, rows } = book
    const [first] = (await rows()).filter(({ leftOut }) => leftOut === 'page-number')
    const wish = { projectId, segmentId: first?.id ?? '' }
    expect(await call('segment.putBack', { ...wish, alike: false })).toEqual({ count: 1 })
    const one = (await rows()).filter(({ text }) => text === '12')
    expect(one[0]).toMatchObject({ status: { state: 'waiting' } })
    expect(one[0]).not.toHaveProperty('leftOut')
    expect((await call('project.open', { projectId })).project.chapters[0]?.words).toBe(12)

    await call('project.undo', { projectId })
    expect(await call('segment.putBack', { ...wish, alike: true })).toEqual({ count: 2 })
    const { leftOut } = await call('project.review', { projectId })
    expect(leftOut.map(({ reason, count }) => [reason, count])).toEqual([['running-head', 1]])
    await call('project.undo', { projectId })
    const review = await call('project.review', { projectId })
    expect(review.leftOut.map(({ reason, count, lines }) => [reason, count, lines.length])).toEqual(
      [
        ['page-number', 2, 2],
        ['running-head', 1, 1],
      ],
    )
  }))

it('notes stand apart, behind their paragraph or behind their chapter, and come back', () =>
  open(async (book) => {
    const { call, projectId } = book
    const apart = await shown(book)
    const placeNow = async () => (await call('project.open', { projectId })).project.notePlace
    expect((await call('project.review', { projectId })).notes).toEqual({ marks: 3, known: 3 })
    expect(await placeNow()).toBe('apart')

    await call('project.placeNotes', { projectId, place: 'after-paragraph' })
    expect(await shown(book)).toEqual([
      'One: The first paragraph has a note. A note on the first. Its second paragraph. ' +
        'Another note. 12 The second paragraph has none.',
      'Two: Another chapter begins. A note on the second. 13 THE BOOK And it goes on for long.',
      'Notes: A note that nothing leads to.',
    ])
    expect(await placeNow()).toBe('after-paragraph')
    const { project } = await call('project.open', { projectId })
    expect(project.chapters.map(({ words }) => words)).toEqual([21, 14, 6])

    await call('project.placeNotes', { projectId, place: 'after-chapter' })
    expect(await shown(book)).toEqual([
      'One: The first paragraph has a note. 12 The second paragraph has none. ' +
        'A note on the first. Its second paragraph. Another note.',
      'Two: Another chapter begins. 13 THE BOOK And it goes on for long. A note on the second.',
      'Notes: A note that nothing leads to.',
    ])
    expect(await placeNow()).toBe('after-chapter')
    await call('project.placeNotes', { projectId, place: 'apart' })
    expect(await shown(book)).toEqual(apart)
    expect(await placeNow()).toBe('apart')
    for (let step = 0; step < 3; step++) await call('project.undo', { projectId })
    expect(await shown(book)).toEqual(apart)
  }))

it('notes whose chapter was joined to another have one again when they are not read', () =>
  open(async (book) => {
    const { call, projectId } = book
    await call('project.placeNotes', { projectId, place: 'after-paragraph' })
    await call('chapter.join', { projectId, chapterId: 'c2' })
    await call('project.placeNotes', { projectId, place: 'apart' })
    const { project } = await call('project.open', { projectId })
    expect((await shown(book)).at(-1)).toBe(
      'Notes: A note on the first. Its second paragraph. Another note. A note on the second.',
    )
    expect(project.chapters.at(-1)).toMatchObject({ matter: 'notes', spoken: false, words: 15 })
  }))

it('chapters are renamed, split, joined and moved, each undone by one step', () =>
  open(async (book) => {
    const { call, projectId, rows } = book
    const before = await shown(book)
    const at = (text: string) =>
      rows().then((all) => all.find((row) => row.text === text)?.id ?? '')
    const split = await at('The second paragraph has none.')
    await call('chapter.split', { projectId, segmentId: split })
    await call('chapter.rename', { projectId, chapterId: 'c2', title: 'The Second' })
    await call('chapter.move', { projectId, chapterId: 'c2', places: -2 })
    await call('chapter.join', { projectId, chapterId: 'c1' })
    expect((await shown(book)).slice(0, 2)).toEqual([
      'The Second: Another chapter begins. 13 THE BOOK And it goes on for long.',
      'One: The first paragraph has a note. 12 The second paragraph has none.',
    ])
    await call('project.undo', { projectId })
    expect((await shown(book)).map((each) => each.split(':')[0])).toEqual([
      ...['The Second', 'One', 'The second paragraph has none.', 'Notes'],
    ])
    for (let step = 0; step < 3; step++) await call('project.undo', { projectId })
    expect(await shown(book)).toEqual(before)
    await expect(call('chapter.join', { projectId, chapterId: 'c3' })).rejects.toThrow()
    await call('chapter.split', { projectId, segmentId: 'c1-1' })
    expect(await shown(book)).toEqual(before)
    await expect(call('chapter.split', { projectId, segmentId: 'c9-1' })).rejects.toThrow()
  }))

it('a split keeps every take, and what is ready stays ready', () =>
  open(async (book) => {
    const { call, projectId, narrate, rows } = book
    await narrate()
    const split = (await rows()).find(({ text }) => text.startsWith('And it'))?.id ?? ''
    await call('chapter.split', { projectId, segmentId: split })
    const { progress } = await call('project.open', { projectId })
    expect(progress.map(({ ready }) => ready)).toEqual([2, 1, 1, 0])
    expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
  }))

it('two arrangements at once are one after the other', () =>
  open(async (book) => {
    const { call, projectId } = book
    const before = await shown(book)
    const move = () => call('chapter.move', { projectId, chapterId: 'c2', places: -1 })
    const tick = call('chapter.tick', {
      ...{ projectId, chapters: [{ chapterId: 'c3', spoken: true }] },
    })
    await Promise.all([move(), move(), tick])
    const now = await shown(book)
    expect(now).toEqual([before[1], before[0], before[2]])
    expect((await call('project.open', { projectId })).project.chapters[2]?.spoken).toBe(true)
  }))

it('two lines put back at once are both counted', () =>
  open(async ({ call, projectId, rows }) => {
    const left = (await rows()).filter(({ leftOut }) => leftOut === 'page-number')
    await Promise.all(
      left.map(({ id }) => call('segment.putBack', { projectId, segmentId: id, alike: false })),
    )
    const { project } = await call('project.open', { projectId })
    expect(project.chapters.map(({ words }) => words)).toEqual([12, 10, 21])
  }))

it('a chapter that was split after joining has no name of old, and its words are counted anew', () =>
  open(async (book) => {
    const { call, projectId, rows } = book
    await call('chapter.join', { projectId, chapterId: 'c2' })
    const body = (await rows()).find(({ text }) => text.startsWith('And it goes'))
    await call('segment.edit', { projectId, segmentId: body?.id ?? '', text: 'Gone.' })
    await call('chapter.split', { projectId, segmentId: body?.id ?? '' })
    const { project } = await call('project.open', { projectId })
    expect(project.chapters.map(({ id, words }) => [id, words])).toEqual([
      ['c1', 11],
      ['c2', 3],
      ['s1', 22],
    ])
  }))

it('a new title ends no narration, and undoing where notes are read ends it', async () => {
  const sources = sourcesOf(voiceOf(() => new Promise(() => {}), 1))
  const given = { reader: readerOfChapters(reviewed), sources }
  await withOpenBook(studioPorts(systemClock, given), async ({ call, projectId, end }) => {
    await call('project.placeNotes', { projectId, place: 'after-chapter' })
    await call('project.placeNotes', { projectId, place: 'after-paragraph' })
    const wish = { projectId, scope: { kind: 'ticked' } } as const
    const { jobId } = await call('speech.start', wish)
    await call('chapter.rename', { projectId, chapterId: 'c1', title: 'The First' })
    const { jobs } = await call('job.list', {})
    expect(jobs.find(({ id }) => id === jobId)?.state).toBe('running')
    await call('project.undo', { projectId })
    void call('project.undo', { projectId })
    expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
  })
})

it('a narration under way ends when its rows are moved', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const voice = voiceOf(async () => {
    await held
    return { file: 'sound' }
  }, 1)
  const given = { reader: readerOfChapters(reviewed), sources: sourcesOf(voice) }
  await withOpenBook(studioPorts(systemClock, given), async ({ call, projectId, end }) => {
    const wish = { projectId, scope: { kind: 'ticked' } } as const
    const { jobId } = await call('speech.start', wish)
    const moving = call('chapter.move', { projectId, chapterId: 'c2', places: -1 })
    expect(await end(jobId)).toMatchObject({ state: 'cancelled' })
    release()
    await moving
  })
})
