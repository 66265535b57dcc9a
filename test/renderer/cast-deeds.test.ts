// Lines given to characters, marks set while the sound goes on, and what the panels know of a book.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Character, Project } from '../../src/contract/index.ts'
import { castDeeds } from '../../src/renderer/src/hooks/use-cast-deeds.ts'
import { markDeeds } from '../../src/renderer/src/hooks/use-mark-deeds.ts'
import { createDeskTurn } from '../../src/renderer/src/state/desk-turn.ts'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { createManners } from '../../src/renderer/src/state/manners.ts'
import { filterMarks, type Mark, mirrorMarks } from '../../src/renderer/src/state/marks.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import type { OpenProject } from '../../src/renderer/src/state/project.ts'
import { mirrorSegments } from '../../src/renderer/src/state/segment-pages.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { mirrorSpeakerLines } from '../../src/renderer/src/state/speaker-lines.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { projectOf, rowAt, settle, studioByHand, type StudioByHand } from './studio-by-hand.ts'

const anna: Character = { id: 'anna', name: 'Anna', voice: null, colour: 0 }
const bernard: Character = { ...anna, id: 'bernard', name: 'Bernard', colour: 1 }

function openedBook(studio: StudioByHand, cast: Character[]) {
  const { connection } = studio
  const project: Project = { ...projectOf(1), cast }
  const open: OpenProject = {
    state: 'ready',
    project,
    progress: new Map(),
    history: { canUndo: false, canRedo: false },
  }
  const news = createNews(() => false)
  const store = createStore<OpenProject>(open)
  const selection = createSelection(2)
  const segments = mirrorSegments(connection, 'p')
  const finder = createFinder(connection, 'p')
  const manners = createManners(connection, news, 'p', (id) => {
    const at = segments.positionOf(id)
    return (at === undefined ? undefined : segments.row(at)) ?? null
  })
  const book = {
    projectId: 'p',
    manners,
    project: { ...store, dispose: () => {} },
    selection,
    segments,
    finder,
    turn: createDeskTurn(),
  }
  return { book, news, selection, deeds: castDeeds({ connection, news }, book) }
}

/** Answers the page of rows that a deed asks for. */
async function answerRows({ waiting }: StudioByHand): Promise<void> {
  const rows = [0, 1, 2, 3, 4].map((position) =>
    rowAt(position, position === 3 ? { manner: { mark: '' } } : {}),
  )
  await waiting.find(({ name }) => name === 'segment.list')?.answer({ rows })
}

describe('giving lines', () => {
  it('gives the chosen row to the character of a number, and says so', async () => {
    const studio = studioByHand()
    const { deeds, news } = openedBook(studio, [anna, bernard])
    void deeds.giveNumber(2)
    await settle()
    await answerRows(studio)
    expect(studio.waiting[0]?.args).toEqual({
      projectId: 'p',
      target: { kind: 'segments', segmentIds: ['c1-2'] },
      set: { speaker: 'bernard' },
    })
    await studio.waiting[0]?.answer({ count: 1 })
    expect(news.said.get()).toBe('Bernard says it now.')
  })

  it('gives all rows that are chosen together in one step', async () => {
    const studio = studioByHand()
    const { deeds, selection } = openedBook(studio, [anna])
    selection.extend(0)
    void deeds.give(null)
    await settle()
    await answerRows(studio)
    expect(studio.waiting[0]?.args).toMatchObject({
      target: { kind: 'rows', from: 0, count: 3 },
      set: { speaker: null },
    })
  })

  it('asks nothing for a number that nobody has', async () => {
    const studio = studioByHand()
    const { deeds } = openedBook(studio, [anna])
    await deeds.giveNumber(2)
    expect(studio.waiting).toEqual([])
  })

  it('names a new character as no other is, in a colour that nobody has', async () => {
    const studio = studioByHand()
    const { deeds } = openedBook(studio, [anna, { ...bernard, name: 'Character 3' }])
    void deeds.add()
    await settle()
    expect(studio.waiting[0]?.args).toMatchObject({
      put: [{ name: 'Character 4', voice: null, colour: 2 }],
    })
  })
})

describe('a mark', () => {
  const heard = (studio: StudioByHand, position: number | null) => {
    const { book, news } = openedBook(studio, [])
    const player = createStore({
      mode: position === null ? ('paused' as const) : ('playing' as const),
      heard: position === null ? null : { position, segmentId: `c1-${position}`, chapterId: 'c1' },
      rate: 1,
    })
    return markDeeds({ connection: studio.connection, news }, { ...book, player })
  }
  const asked = async (studio: StudioByHand) => {
    await settle()
    await answerRows(studio)
    return studio.waiting[0]?.args
  }

  it('is set at the row that is heard, not at the chosen one', async () => {
    const studio = studioByHand()
    void heard(studio, 4).toggle()
    expect(await asked(studio)).toMatchObject({
      target: { segmentIds: ['c1-4'] },
      set: { mark: '' },
    })
  })

  it('goes from a row that has one', async () => {
    const studio = studioByHand()
    void heard(studio, 3).toggle()
    expect(await asked(studio)).toMatchObject({
      target: { segmentIds: ['c1-3'] },
      set: { mark: null },
    })
  })

  it('is shown at once, and goes at a second press that is quicker than the studio', async () => {
    const studio = studioByHand()
    const deeds = heard(studio, 4)
    void deeds.toggle()
    await asked(studio)
    void deeds.toggle()
    await settle()
    expect(studio.waiting.map(({ args }) => args)).toMatchObject([
      { target: { segmentIds: ['c1-4'] }, set: { mark: '' } },
      { target: { segmentIds: ['c1-4'] }, set: { mark: null } },
    ])
  })

  it('is set at the chosen row while nothing is heard', async () => {
    const studio = studioByHand()
    void heard(studio, null).toggle()
    expect(await asked(studio)).toMatchObject({ target: { segmentIds: ['c1-2'] } })
  })
})

describe('what panels know of a book', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const changed = (revision: number, positions: number[] | null = null) => ({
    project: projectOf(revision),
    history: { canUndo: true, canRedo: false },
    positions,
  })
  const mark = (id: string, note: string | null, flags: Mark['flags'] = []): Mark => ({
    line: { segmentId: id, chapterId: 'c1', position: 0, text: id },
    mark: note,
    flags,
  })

  it('asks for marks once for many changes, and not at all when nobody looks', async () => {
    const studio = studioByHand()
    const { marks, watch } = mirrorMarks(studio.connection, 'p')
    const stop = watch()
    await studio.waiting[0]?.answer({ marks: [mark('a', '')], total: 1 })
    expect(marks.get()?.total).toBe(1)
    for (const revision of [2, 3, 4]) studio.say('project.changed', changed(revision))
    studio.say('segments.changed', { projectId: 'p', rows: [rowAt(9)], progress: [] })
    await vi.runAllTimersAsync()
    expect(studio.waiting).toHaveLength(1)
    await studio.waiting[0]?.answer({ marks: [], total: 0 })
    // A row that is neither marked nor flagged, and never was.
    studio.say('segments.changed', { projectId: 'p', rows: [rowAt(9)], progress: [] })
    await vi.runAllTimersAsync()
    expect(studio.waiting).toEqual([])
    studio.say('project.changed', changed(5))
    stop()
    studio.say('project.changed', changed(6))
    await vi.runAllTimersAsync()
    expect(studio.waiting).toEqual([])
  })

  it('shows marks or flags alone', () => {
    const flagged = mark('b', null, [{ code: 'noise', severity: 'flagged', params: {} }])
    const both = mark('c', 'here', [{ code: 'noise', severity: 'flagged', params: {} }])
    const all = [mark('a', ''), flagged, both]
    const ids = (filter: Parameters<typeof filterMarks>[1]) =>
      filterMarks(all, filter).map(({ line }) => line.segmentId)
    expect(ids('all')).toEqual(['a', 'b', 'c'])
    expect(ids('marked')).toEqual(['a', 'c'])
    expect(ids('flagged')).toEqual(['b', 'c'])
  })

  it('counts lines one character after the other, and gives an old count up', async () => {
    const studio = studioByHand()
    const speakers = mirrorSpeakerLines(studio.connection, 'p')
    const stop = speakers.watch()
    speakers.want(['anna', 'bernard'])
    await vi.runAllTimersAsync()
    expect(studio.waiting).toHaveLength(1)
    await studio.waiting[0]?.answer({ positions: [1, 2, 3], matches: 0 })
    expect(speakers.lines.get()).toEqual(new Map([['anna', 3]]))
    studio.say('project.changed', changed(2, [1]))
    await vi.runAllTimersAsync()
    // Bernard's old count is on its way still; Anna's new one is asked for.
    expect(studio.waiting.map(({ args }) => args)).toMatchObject([
      { filter: { speaker: 'bernard' } },
      { filter: { speaker: 'anna' } },
    ])
    await studio.waiting[0]?.answer({ positions: [9], matches: 0 })
    await studio.waiting[0]?.answer({ positions: [1], matches: 0 })
    await studio.waiting[0]?.answer({ positions: [2, 3], matches: 0 })
    expect(speakers.lines.get()).toEqual(
      new Map([
        ['anna', 1],
        ['bernard', 2],
      ]),
    )
    // No row was changed.
    studio.say('project.changed', changed(3, []))
    await vi.runAllTimersAsync()
    expect(studio.waiting).toEqual([])
    speakers.want(['bernard'])
    expect(speakers.lines.get()).toEqual(new Map([['bernard', 2]]))
    stop()
  })
})
