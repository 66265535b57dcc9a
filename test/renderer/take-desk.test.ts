// The desk's own decisions: what is sent for which rows, what counts until the studio has answered, trimming.
import { describe, expect, it } from 'vitest'
import { usualManner, type TakeView } from '../../src/contract/index.ts'
import { samePlace } from '../../src/renderer/src/client/take-sound.ts'
import { takeDeeds } from '../../src/renderer/src/hooks/use-take-deeds.ts'
import { createManners, steppedManner } from '../../src/renderer/src/state/manners.ts'
import { createDeskTurn } from '../../src/renderer/src/state/desk-turn.ts'
import { createFinder } from '../../src/renderer/src/state/finder.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { mirrorSegments } from '../../src/renderer/src/state/segment-pages.ts'
import { createSelection } from '../../src/renderer/src/state/selection.ts'
import { heardTake, takeName } from '../../src/renderer/src/state/take-names.ts'
import { fewerPeaks, keyStep, moved } from '../../src/renderer/src/state/trim.ts'
import { mirrorVoices } from '../../src/renderer/src/state/voices.ts'
import { words } from '../../src/renderer/src/words.ts'
import { rowAt, settle, studioByHand } from './studio-by-hand.ts'

const takeOf = (number: number, change: Partial<TakeView> = {}): TakeView => ({
  id: `${'a'.repeat(64)}.${number}`,
  voice: 'espeak:gmw/en',
  durationSeconds: 2,
  peaks: [],
  flags: [],
  isChosen: false,
  isCurrent: true,
  isRecording: false,
  note: '',
  ...change,
})

/** A book of ten rows whose takes nobody hears: what would sound is noted. */
async function desk() {
  const studio = studioByHand()
  const { connection, waiting } = studio
  const news = createNews(() => false)
  const segments = mirrorSegments(connection, 'p')
  const selection = createSelection()
  const voices = mirrorVoices(connection)
  const manners = createManners(connection, news, 'p', (id) => {
    const at = segments.positionOf(id)
    return (at === undefined ? undefined : segments.row(at)) ?? null
  })
  const sounded: string[] = []
  const takeSound = {
    get: () => ({ mode: 'idle' as const, segmentId: null, takeIds: [], heard: null }),
    subscribe: () => () => {},
    toggle: () => {},
    hear: (_: string, takeId: string) => void sounded.push(takeId),
    compare: (_: string, takeIds: readonly string[]) => void sounded.push(takeIds.join(' and ')),
    toggleCompared: () => {},
    change: () => {},
    stop: () => {},
    close: () => {},
  }
  const finder = createFinder(connection, 'p')
  const turn = createDeskTurn()
  const book = { projectId: 'p', finder, segments, selection, turn, manners, takeSound }
  const deeds = takeDeeds({ connection, news, voices }, book)
  const answer = async (name: string, value: unknown) => {
    await settle()
    const call = waiting.find((one) => one.name === name)
    if (call === undefined) throw new Error(`${name} was not asked`)
    await call.answer(value)
    await settle()
    return call.args
  }
  segments.want(0, 9)
  const rows = Array.from({ length: 10 }, (_, at) => rowAt(at))
  await answer('segment.list', { rows, revision: 1 })
  return { ...studio, answer, deeds, manners, news, segments, selection, sounded }
}

describe('what is set for segments', () => {
  it('is for the chosen row, or for all that are chosen, in one change', async () => {
    const { deeds, answer, selection } = await desk()
    void deeds.louder(1)
    expect(await answer('segment.set', { count: 1 })).toMatchObject({
      target: { kind: 'segments', segmentIds: ['c1-0'] },
      set: { gainDb: 0.5 },
    })
    selection.choose(2)
    selection.extend(5)
    void deeds.louder(-1)
    expect(await answer('segment.set', { count: 4 })).toMatchObject({
      target: { kind: 'rows', from: 2, count: 4 },
      set: { gainDb: -0.5 },
    })
  })

  it('adds up while answers are on their way, and gives way to the row that comes then', async () => {
    const { deeds, answer, manners, segments, waiting, say } = await desk()
    const gain = () => manners.of(segments.row(0) ?? rowAt(0)).gainDb
    void deeds.louder(1)
    await settle()
    void deeds.louder(1)
    await settle()
    const sets = waiting.filter(({ name }) => name === 'segment.set')
    expect(sets.map(({ args }) => args)).toMatchObject([
      { set: { gainDb: 0.5 } },
      { set: { gainDb: 1 } },
    ])
    await answer('segment.set', { count: 1 })
    await answer('segment.set', { count: 1 })
    expect(gain()).toBe(1)
    const row = rowAt(0, { manner: { gainDb: 3 } })
    say('segments.changed', { projectId: 'p', rows: [row], progress: [] })
    expect(gain()).toBe(3)
  })

  it('is as it was where the studio refuses it', async () => {
    const { deeds, manners, segments, waiting } = await desk()
    void deeds.louder(1)
    await settle()
    await waiting.find(({ name }) => name === 'segment.set')?.refuse('disk-full')
    await settle()
    expect(manners.of(segments.row(0) ?? rowAt(0))).toEqual(usualManner)
  })

  it('steps on whole steps and stays in range', () => {
    expect(steppedManner('gainDb', 0.2, 1)).toBe(0.5)
    expect(steppedManner('gainDb', 24, 1)).toBe(24)
    expect(steppedManner('pauseMs', 100, -1)).toBe(0)
    expect(steppedManner('pauseMs', 700, 1)).toBe(1000)
  })

  it('begins a pause of its own at the book’s', async () => {
    const { deeds, answer } = await desk()
    void deeds.longerPause(1)
    await answer('take.list', { takes: [], bookPauseMs: 750 })
    expect(await answer('segment.set', { count: 1 })).toMatchObject({ set: { pauseMs: 1000 } })
  })
})

describe('takes', () => {
  const takes = [takeOf(1), takeOf(2, { isChosen: true }), takeOf(3)]

  it('are stepped through round the end, chosen and heard', async () => {
    const { deeds, answer, sounded } = await desk()
    void deeds.step(1)
    await answer('take.list', { takes, bookPauseMs: 0 })
    expect(await answer('take.choose', {})).toMatchObject({ takeId: takes[2]?.id })
    void deeds.step(-1)
    await answer('take.list', { takes: takes.slice(0, 2), bookPauseMs: 0 })
    await answer('take.choose', {})
    expect(sounded).toEqual([takes[2]?.id, takes[0]?.id])
  })

  it('are compared from the chosen one to the next, and one alone is not', async () => {
    const { deeds, answer, sounded, news } = await desk()
    void deeds.compare()
    await answer('take.list', { takes, bookPauseMs: 0 })
    expect(sounded).toEqual([`${takes[1]?.id} and ${takes[2]?.id}`])
    const told: unknown[] = []
    news.tell = (sentence) => {
      told.push(sentence)
      return () => {}
    }
    void deeds.compare()
    await answer('take.list', { takes: takes.slice(0, 1), bookPauseMs: 0 })
    expect(told).toEqual([words.takes.onlyOne])
  })

  it('keep their notes together, and an empty one is none', async () => {
    const { deeds, answer, segments, say } = await desk()
    const [one, two] = takes.map(({ id }) => id) as [string, string]
    const row = rowAt(0, { manner: { takeNotes: { [one]: 'Good' } } })
    say('segments.changed', { projectId: 'p', rows: [row], progress: [] })
    const now = segments.row(0) ?? row
    void deeds.note(now, two, 'Slow')
    expect(await answer('segment.set', { count: 1 })).toMatchObject({
      set: { takeNotes: { [one]: 'Good', [two]: 'Slow' } },
    })
    void deeds.note(now, two, '')
    expect(await answer('segment.set', { count: 1 })).toMatchObject({
      set: { takeNotes: { [one]: 'Good' } },
    })
  })

  it('are named by number and voice, and an earlier one is heard until there is another', () => {
    expect(takeName(takeOf(1), 0, []).name).toBe('Take 1: gmw/en')
    expect(takeName(takeOf(1, { isRecording: true }), 1, []).short).toBe('2 · Own recording')
    const unchosen = [takeOf(1), takeOf(2)]
    const takeId = unchosen[1]?.id ?? ''
    expect(heardTake(unchosen, { state: 'stale', takeId, durationSeconds: 1 })).toBe(unchosen[1])
    expect(heardTake(unchosen, { state: 'waiting' })).toBeNull()
    expect(heardTake(takes, { state: 'waiting' })).toBe(takes[1])
  })

  it('are changed over at the same place, however long they are', () => {
    expect(samePlace(1, 2, 3)).toBe(1.5)
    expect(samePlace(5, 2, 3)).toBe(3)
    expect(samePlace(0, 0, 3)).toBe(0)
  })
})

describe('trimming', () => {
  const span = { startSeconds: 0.5, endSeconds: 1.5 }

  it('moves an end as far as the take and the other end let it', () => {
    expect(moved(span, 'start', 0.1, 2)).toEqual({ startSeconds: 0.6, endSeconds: 1.5 })
    expect(moved(span, 'start', -9, 2).startSeconds).toBe(0)
    expect(moved(span, 'start', 9, 2).startSeconds).toBe(1.45)
    expect(moved(span, 'end', 9, 2).endSeconds).toBe(2)
    expect(moved(span, 'end', -9, 2).endSeconds).toBe(0.55)
  })

  it('moves both ends without changing what lies between', () => {
    expect(moved(span, 'both', 0.3, 2)).toEqual({ startSeconds: 0.8, endSeconds: 1.8 })
    expect(moved(span, 'both', 9, 2)).toEqual({ startSeconds: 1, endSeconds: 2 })
    expect(moved(span, 'both', -9, 2)).toEqual({ startSeconds: 0, endSeconds: 1 })
  })

  it('goes by ten milliseconds, with Shift by a hundred', () => {
    expect(keyStep('ArrowRight', false)).toBe(0.01)
    expect(keyStep('ArrowLeft', true)).toBe(-0.1)
    expect(keyStep('Enter', false)).toBeNull()
  })

  it('draws no more bars than there is room for, and misses no peak', () => {
    const peaks = Array.from({ length: 1000 }, (_, at) => (at === 501 ? 100 : 1))
    expect(fewerPeaks(peaks, 100)).toHaveLength(100)
    expect(Math.max(...fewerPeaks(peaks, 100))).toBe(100)
    expect(fewerPeaks([1, 2], 100)).toEqual([1, 2])
  })
})

describe('what is out of date', () => {
  it('is told with what it takes, as far as that is known', () => {
    const { needs } = words.takes.stale
    expect(needs({ amount: 0.012, currency: 'USD' }, 6)).toBe('about $0.01, 6 s')
    expect(needs(null, 0.2)).toBe('about 1 s')
    expect(needs(null, null)).toBe('')
  })
})
