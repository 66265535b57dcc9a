// Deeds are for the rows that are meant: those written in, and those shown.
import { expect, it, vi } from 'vitest'
import { type SegmentManner, usualManner } from '../../src/contract/index.ts'
import { segmentDeeds } from '../../src/renderer/src/hooks/use-segment-deeds.ts'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import type { OpenProject } from '../../src/renderer/src/state/project.ts'
import { mirrorSegments } from '../../src/renderer/src/state/segment-pages.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { createStore } from '../../src/renderer/src/state/store.ts'
import { words } from '../../src/renderer/src/words.ts'
import { projectOf, rowAt, settle, studioByHand } from './studio-by-hand.ts'

function desk() {
  const studio = studioByHand()
  const { connection } = studio
  const project = createStore<OpenProject>({
    ...{ state: 'ready', project: projectOf(1), progress: new Map() },
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
  const book = {
    ...{ projectId: 'p', segments: mirrorSegments(connection, 'p'), player, finder, selection },
    project: { ...project, dispose: () => {} },
  }
  const told: string[] = []
  const news = {
    ...createNews(() => false),
    tell: (sentence: string) => {
      told.push(sentence)
      return () => {}
    },
  }
  const deeds = segmentDeeds({ connection, news }, book)
  return { ...studio, deeds, finder, news, selection, told }
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
  const removing = deeds.remove()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  expect(waiting[0]).toMatchObject({
    name: 'segment.remove',
    args: { target: { kind: 'segments', segmentIds: ['c1-1', 'c1-4', 'c1-7'] } },
  })
  await waiting[0]?.answer({ ended: false })
  await removing
})

it('no deed is for a chosen row that the list leaves out, and it is said why', async () => {
  const opened = desk()
  const { deeds, selection, told, waiting } = opened
  await showAlone(opened, [1, 4, 7])
  selection.choose(2)
  deeds.edit()
  deeds.askSplit()
  await deeds.remove()
  await deeds.join()
  await deeds.move(1)
  await deeds.regenerateChosen()
  expect(waiting).toEqual([])
  expect(selection.get()).toMatchObject({ editing: null, splitting: null })
  expect(new Set(told)).toEqual(
    new Set([
      'The list leaves out the chosen segment. Choose one that is shown, or show all segments.',
    ]),
  )
})

it('behind a row that is taken out, the next one that is shown is chosen', async () => {
  const opened = desk()
  const { deeds, selection, waiting } = opened
  await showAlone(opened, [1, 4, 7])
  const remove = async () => {
    const removing = deeds.remove()
    await settle()
    if (waiting[0]?.name === 'segment.list') await waiting[0].answer({ rows: nineRows })
    await waiting[0]?.answer({ ended: false })
    await removing
  }
  selection.choose(4)
  await remove()
  // The former 7, as it is counted now.
  expect(selection.get().position).toBe(6)
})

it('a deed right behind a move is for the row that was moved', async () => {
  const { deeds, selection, waiting } = desk()
  selection.choose(2)
  void deeds.move(1)
  void deeds.remove()
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  expect(waiting.map(({ name }) => name)).toEqual(['segment.move'])
  await waiting[0]?.answer({ ended: false })
  expect(waiting.map(({ name }) => name)).toEqual(['segment.places'])
  await waiting[0]?.answer({ places: [{ segmentId: 'c1-2', position: 3 }] })
  expect(waiting[0]).toMatchObject({
    name: 'segment.remove',
    args: { target: { kind: 'rows', from: 3, count: 1 } },
  })
})

it('a move right behind another reads the rows anew, before the studio has said that they changed', async () => {
  const { deeds, selection, waiting } = desk()
  selection.choose(5)
  void deeds.move(-1)
  void deeds.move(-1)
  await settle()
  await waiting[0]?.answer({ rows: nineRows })
  await waiting[0]?.answer({ ended: false })
  await waiting[0]?.answer({ places: [{ segmentId: 'c1-5', position: 4 }] })
  expect(waiting.map(({ name }) => name)).toEqual(['segment.list'])
  const rows = nineRows.with(4, rowAt(4, { id: 'c1-5' })).with(5, rowAt(5, { id: 'c1-4' }))
  await waiting[0]?.answer({ rows })
  expect(waiting[0]).toMatchObject({ name: 'segment.move', args: { segmentId: 'c1-5' } })
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
