// Deeds are for the rows that are meant: those written in, and those shown.
import { expect, it, vi } from 'vitest'
import { type SegmentManner, usualManner } from '../../src/contract/index.ts'
import { castDeeds } from '../../src/renderer/src/hooks/use-cast-deeds.ts'
import { markDeeds } from '../../src/renderer/src/hooks/use-mark-deeds.ts'
import { segmentDeeds } from '../../src/renderer/src/hooks/use-segment-deeds.ts'
import { takeDeeds } from '../../src/renderer/src/hooks/use-take-deeds.ts'
import { createDeskTurn } from '../../src/renderer/src/state/desk-turn.ts'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { createManners } from '../../src/renderer/src/state/manners.ts'
import { createNews, type Offer } from '../../src/renderer/src/state/news.ts'
import type { OpenProject } from '../../src/renderer/src/state/project.ts'
import { mirrorSegments } from '../../src/renderer/src/state/segment-pages.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { createStore } from '../../src/renderer/src/client/store.ts'
import { mirrorVoices } from '../../src/renderer/src/state/voices.ts'
import { words } from '../../src/renderer/src/words.ts'
import { projectOf, rowAt, settle, studioByHand } from './studio-by-hand.ts'

const anna = { id: 'anna', name: 'Anna', voice: null, colour: 0 }

function desk() {
  const studio = studioByHand()
  const { connection } = studio
  const project = createStore<OpenProject>({
    ...{ state: 'ready', project: { ...projectOf(1), cast: [anna] }, progress: new Map() },
    history: { canUndo: true, canRedo: false },
  })
  const player = {
    ...createStore({ mode: 'idle' as const, heard: null, rate: 1 }),
    ...{ playFrom: () => {}, seek: () => {}, pause: () => {}, resume: () => {}, setRate: () => {} },
    ...{ secondsIntoHeard: () => 0, onTime: () => () => {}, moved: () => {}, reshaped: () => {} },
    ...{ changed: () => {}, dispose: () => {} },
  }
  const finder = createFinder(connection, 'p')
  const selection = createSelection(2)
  const takeSound = {
    get: () => ({ mode: 'idle' as const, segmentId: null, takeIds: [], heard: null }),
    ...{ subscribe: () => () => {}, toggle: () => {}, hear: () => {}, compare: () => {} },
    ...{ toggleCompared: () => {}, change: () => {}, stop: () => {}, close: () => {} },
  }
  const segments = mirrorSegments(connection, 'p')
  const told: string[] = []
  const offers: { act: () => void }[] = []
  const news = {
    ...createNews(() => false),
    tell: (sentence: string, offer?: Offer) => {
      told.push(sentence)
      if (offer !== undefined && 'act' in offer) offers.push(offer)
      return () => {}
    },
  }
  const book = {
    ...{ projectId: 'p', segments, player, finder, selection, takeSound },
    turn: createDeskTurn(),
    manners: createManners(connection, news, 'p', () => null),
    project: { ...project, dispose: () => {} },
  }
  const face = { connection, news }
  const deeds = segmentDeeds(face, book)
  return {
    ...{ ...studio, deeds, finder, news, offers, selection, told },
    /** The same as another part of the page holds them. */
    others: segmentDeeds(face, book),
    takes: takeDeeds({ ...face, voices: mirrorVoices(studioByHand().connection) }, book),
    cast: castDeeds(face, book),
    marks: markDeeds(face, book),
  }
}

it('a text goes to the row that it was written for, also where another stands at its place now', async () => {
  const { deeds, say, waiting } = desk()
  const written = rowAt(2)
  say('project.changed', {
    ...{ project: projectOf(2), history: { canUndo: true, canRedo: false }, positions: null },
  })
  const saving = deeds.save(written, 'Another text.', true)
  await settle()
  const [edit] = waiting
  expect(edit).toMatchObject({
    name: 'segment.edit',
    args: { projectId: 'p', segmentId: 'c1-2', text: 'Another text.' },
  })
  await edit?.answer({})
  const [speak] = waiting
  expect(speak).toMatchObject({ name: 'segment.regenerate', args: { segmentIds: ['c1-2'] } })
  await speak?.answer({ jobId: 'j' })
  expect(await saving).toBe(true)
})

it('a text is saved over what another page wrote only by who has been told of that', async () => {
  const { deeds, waiting } = desk()
  const save = async () => {
    const saving = deeds.save(rowAt(2), 'FIRST.', false)
    await settle()
    return saving
  }
  const refused = save()
  await settle()
  expect(waiting[0]?.args).toMatchObject({ text: 'FIRST.', from: 'Sentence 2.' })
  await waiting[0]?.refuse('segment-changed', { text: 'SECOND.' })
  expect(await refused).toBe(false)
  const saved = save()
  await settle()
  expect(waiting[0]?.args).toMatchObject({ text: 'FIRST.', from: 'SECOND.' })
  await waiting[0]?.answer({})
  expect(await saved).toBe(true)
})

it('a locked row keeps its sound for another text, and that is said', async () => {
  const { deeds, news, waiting } = desk()
  const save = async (manner: SegmentManner | undefined) => {
    const saving = deeds.save({ ...rowAt(2), ...(manner && { manner }) }, 'Another.', false)
    await settle()
    await waiting[0]?.answer({})
    await saving
    return news.said.get()
  }
  expect(await save(undefined)).toBe(words.segments.saved)
  expect(await save({ ...usualManner, isLocked: true })).toBe(words.segments.savedLocked)
})

/** The list shows these rows and no others. */
async function showAlone({ finder, waiting }: ReturnType<typeof desk>, positions: number[]) {
  vi.useFakeTimers()
  finder.set({ isOpen: true, state: 'stale' })
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  await waiting[0]?.answer({ positions, matches: positions.length })
}

const nineRows = Array.from({ length: 9 }, (_, position) => rowAt(position))

it('several rows are joined by one command', async () => {
  const { deeds, selection, waiting } = desk()
  selection.choose(1)
  selection.extend(4)
  void deeds.join()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  expect(waiting[0]?.args).toEqual({ projectId: 'p', segmentId: 'c1-1', count: 4 })
})

it('the row that is meant is spoken again, wherever it is now', async () => {
  const { deeds, waiting } = desk()
  const speaking = deeds.speakAgain('c1-2')
  const [speak] = waiting
  expect(speak).toMatchObject({ name: 'segment.regenerate', args: { segmentIds: ['c1-2'] } })
  await speak?.answer({ jobId: 'j' })
  await speaking
})

it('rows between that are not shown are neither joined nor moved, and it is said why', async () => {
  const opened = desk()
  const { deeds, selection, told, waiting } = opened
  await showAlone(opened, [1, 4, 5, 7])
  selection.choose(1)
  selection.extend(5)
  await deeds.join()
  await deeds.move(1)
  selection.choose(5)
  await deeds.join()
  expect(waiting).toEqual([])
  expect(told.map((sentence) => sentence.split('.')[0])).toEqual(
    Array.from({ length: 3 }, () => 'The list leaves out segments between these'),
  )
})

it('neighbours among the shown rows are joined and moved, without those at their ends', async () => {
  const opened = desk()
  const { deeds, selection, waiting } = opened
  await showAlone(opened, [1, 4, 5, 8])
  selection.choose(3)
  selection.extend(6)
  void deeds.move(-1)
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  const ofTwo = { projectId: 'p', segmentId: 'c1-4', count: 2 }
  expect(waiting[0]).toMatchObject({ name: 'segment.move', args: { ...ofTwo, places: -1 } })
  await waiting[0]?.refuse('not-found')
  await waiting[0]?.answer({ places: [] })
  void deeds.join()
  await settle()
  expect(waiting[0]).toMatchObject({ name: 'segment.join', args: ofTwo })
})

it('rows between that are not shown are not taken out where the list shows what was found alone', async () => {
  const opened = desk()
  const { deeds, selection, waiting } = opened
  await showAlone(opened, [1, 4, 7])
  selection.choose(1)
  selection.extend(7)
  void deeds.remove()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  expect(waiting[0]).toMatchObject({
    name: 'segment.remove',
    args: { target: { kind: 'segments', segmentIds: ['c1-1', 'c1-4', 'c1-7'] } },
  })
})

it('behind a row that is taken out, the next one that is shown is chosen', async () => {
  const opened = desk()
  const { deeds, selection, waiting } = opened
  await showAlone(opened, [1, 4, 7])
  selection.choose(4)
  void deeds.remove()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  await waiting[0]?.answer({ ended: false, revision: 2 })
  // The former 7, as it is counted now.
  expect(selection.get().position).toBe(6)
})

it('the last row of a chapter has nothing to be joined with, and that is said', async () => {
  const { deeds, selection, told, waiting } = desk()
  selection.choose(4)
  const joining = deeds.join()
  await settle()
  const rows = nineRows.map((one) => (one.position < 5 ? one : { ...one, chapterId: 'c2' }))
  await waiting[0]?.answer({ rows })
  await joining
  expect(waiting).toEqual([])
  expect(told).toEqual(['Its chapter ends here: there is nothing to join it with.'])
})

/** What keys do with the chosen row. */
const chosenDeeds: Record<string, (on: ReturnType<typeof desk>) => unknown> = {
  edit: ({ deeds }) => deeds.edit(),
  split: ({ deeds }) => deeds.askSplit(),
  join: ({ deeds }) => deeds.join(),
  remove: ({ deeds }) => deeds.remove(),
  'move-up': ({ deeds }) => deeds.move(-1),
  regenerate: ({ deeds }) => deeds.regenerateChosen(),
  accept: ({ deeds }) => deeds.accept(),
  lock: ({ takes }) => takes.toggleLock(),
  louder: ({ takes }) => takes.louder(1),
  'longer-pause': ({ takes }) => takes.longerPause(1),
  'take-next': ({ takes }) => takes.step(1),
  'compare-takes': ({ takes }) => takes.compare(),
  'give-1': ({ cast }) => cast.giveNumber(1),
  'give-narrator': ({ cast }) => cast.give(null),
  'assign-alike': ({ cast }) => cast.giveAlike(null),
  mark: ({ marks }) => marks.toggle(),
}

it.each(Object.keys(chosenDeeds))(
  '%s right behind a move is for the row that was moved',
  async (deed) => {
    const opened = desk()
    const { deeds, selection, waiting } = opened
    const ready = (at: number, id: string) =>
      rowAt(at, {
        ...{ id },
        status: {
          ...{ state: 'ready', takeId: 'take', durationSeconds: 1, peaks: [] },
          flags: [{ code: 'noise', severity: 'flagged', params: {} }],
        },
      })
    void deeds.move(1)
    void chosenDeeds[deed]?.(opened)
    await settle()
    await waiting[0]?.answer({ rows: nineRows })
    expect(waiting.map(({ name }) => name)).toEqual(['segment.move'])
    await waiting[0]?.answer({ ended: false })
    await waiting[0]?.answer({ places: [{ segmentId: 'c1-2', position: 3 }] })
    await waiting[0]?.answer({ rows: nineRows.with(2, ready(2, 'c1-3')).with(3, ready(3, 'c1-2')) })
    if (waiting.length === 0) {
      const { editing, splitting } = selection.get()
      expect(editing ?? splitting).toBe(3)
    } else expect(JSON.stringify(waiting.map(({ args }) => args))).toContain('c1-2')
  },
)

it.each(Object.keys(chosenDeeds))('%s is not for a row that the list leaves out', async (deed) => {
  const opened = desk()
  const { selection, told, waiting } = opened
  await showAlone(opened, [1, 4, 7])
  selection.choose(2)
  void chosenDeeds[deed]?.(opened)
  await settle()
  expect(waiting).toEqual([])
  expect(selection.get()).toMatchObject({ editing: null, splitting: null })
  expect(told).toEqual([words.desk.hidden])
})

it('arrow keys go on from the row that a move under way leaves chosen, and wait for nothing else', async () => {
  const { deeds, marks, selection, waiting } = desk()
  deeds.step(1)
  expect(selection.get().position).toBe(3)
  void marks.toggle()
  deeds.step(-1)
  expect(selection.get().position).toBe(2)
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  await waiting[0]?.answer({ count: 1 })
  void deeds.move(4)
  deeds.step(1)
  deeds.extend(1)
  await settle()
  await waiting[0]?.answer({ ended: false })
  await waiting[0]?.answer({ places: [{ segmentId: 'c1-2', position: 6 }] })
  expect(selection.get()).toMatchObject({ anchor: 7, position: 8 })
})

it('undo waits for what moves rows, wherever on the page it was begun, and what comes behind waits for it', async () => {
  const { deeds, others, waiting } = desk()
  void others.split('c1-2', 4)
  deeds.undo()
  void others.remove()
  await settle()
  expect(waiting.map(({ name }) => name)).toEqual(['segment.split'])
  await waiting[0]?.answer({ ended: false })
  expect(waiting.map(({ name }) => name)).toEqual(['project.undo'])
  await waiting[0]?.answer({ taken: true, ended: null })
  await waiting[0]?.answer({ rows: nineRows })
  expect(waiting.map(({ name }) => name)).toEqual(['segment.remove'])
})

it('rows are moved once what was begun for several of them has ended', async () => {
  const { deeds, selection, takes, waiting } = desk()
  selection.extend(4)
  void takes.longerPause(1)
  void deeds.move(1)
  selection.extend(5)
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  await waiting[0]?.answer({ takes: [], bookPauseMs: 500 })
  expect(waiting.map(({ args }) => args)).toMatchObject([{ target: { from: 2, count: 3 } }])
  await waiting[0]?.answer({ count: 3 })
  expect(waiting.map(({ name }) => name)).toEqual(['segment.move'])
})

it('the news of a deed takes back that one alone, and says so where another came behind it', async () => {
  const { deeds, offers, told, waiting } = desk()
  void deeds.remove()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  await waiting[0]?.answer({ ended: false, revision: 7 })
  offers[0]?.act()
  await settle()
  expect(waiting[0]).toMatchObject({ name: 'project.undo', args: { projectId: 'p', revision: 7 } })
  await waiting[0]?.answer({ taken: false, ended: null })
  expect(told.at(-1)).toBe(words.desk.notUndone)
})

it('quick deletes take out rows that are shown, one behind the other', async () => {
  const opened = desk()
  const { deeds, selection, waiting } = opened
  await showAlone(opened, [2, 3, 5])
  const gone: unknown[] = []
  /** What the studio has: each row that is taken out is gone from it. */
  let [rows, shown] = [nineRows.map(({ id }) => id), ['c1-2', 'c1-3', 'c1-5']]
  selection.choose(2)
  void deeds.remove()
  void deeds.remove()
  void deeds.remove()
  await settle()
  while (waiting[0] !== undefined) {
    const { name, args, answer } = waiting[0]
    if (name === 'segment.remove') {
      const { target } = args as { target: { segmentIds: string[] } }
      gone.push(...target.segmentIds)
      rows = rows.filter((id) => !target.segmentIds.includes(id))
      shown = shown.filter((id) => !target.segmentIds.includes(id))
      await answer({ ended: false, revision: 2 })
    } else if (name === 'segment.find')
      await answer({ positions: shown.map((id) => rows.indexOf(id)), matches: shown.length })
    else await answer({ rows: rows.map((id, at) => rowAt(at, { id })) })
  }
  expect(gone).toEqual(['c1-2', 'c1-3', 'c1-5'])
})
