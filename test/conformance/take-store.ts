// What every take store promises; the SQLite one and the one in memory both pass.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Take } from '../../src/contract/index.ts'
import type { TakeStore } from '../../src/core/ports/takes.ts'
import {
  prepareTake,
  recipeKey,
  sampleRecording,
  sampleTake,
  takeId,
} from '../fixtures/sample-takes.ts'

const day = 86_400

/** `open` makes an empty store whose time is `now()`; `folder` is its own and is removed afterwards. */
export function describeTakeStore(
  name: string,
  open: (folder: string, now: () => number) => { store: TakeStore; close: () => void },
): void {
  describe(`${name} keeps takes`, () => {
    let folder: string
    let store: TakeStore
    let close: () => void
    let now: number

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'lectern-takes-'))
      now = 1_800_000_000_000
      ;({ store, close } = open(folder, () => now))
    })
    afterEach(() => {
      close()
      rmSync(folder, { recursive: true })
    })

    const keep = (take: Take, projectId: string | null = null, bytes = 1000) =>
      store.keep(
        take,
        prepareTake(folder, take, bytes),
        projectId === null ? null : { projectId, segmentId: 'c1-1' },
      )
    const wait = (seconds: number) => void (now += seconds * 1000)
    const ids = async (...recipes: number[]) =>
      [...(await store.find(recipes.map((recipe) => takeId(recipe)))).keys()].map((id) =>
        Number.parseInt(id.slice(0, 64), 16),
      )
    const roomy = { ttlSeconds: 30 * day, maxBytes: 1e9 }

    test('finds what was kept, exactly as it was, and nothing else', async () => {
      await keep(sampleTake(1))
      await keep(sampleTake(2))
      const found = await store.find([takeId(2), takeId(3), takeId(1)])
      expect(found).toEqual(
        new Map([
          [takeId(2), sampleTake(2)],
          [takeId(1), sampleTake(1)],
        ]),
      )
    })

    test('moves the spool file in, also when the take is there already', async () => {
      const take = sampleTake(1)
      const first = prepareTake(folder, take)
      await store.keep(take, first, null)
      expect(existsSync(first.file)).toBe(false)
      const second = prepareTake(folder, take)
      await store.keep(take, second, null)
      expect(existsSync(second.file)).toBe(false)
      expect(await store.stats()).toMatchObject({ entries: 1, bytes: 1000 })
    })

    test('puts what listening back has found in place of what it found before, beside all other flags', async () => {
      const bySound = { code: 'cut-off' as const, severity: 'flagged' as const, params: {} }
      const heard = (word: string) => ({
        ...{ code: 'word-missing' as const, severity: 'flagged' as const, params: { word } },
      })
      await keep({ ...sampleTake(1), flags: [bySound] })
      await store.flag(takeId(1), [heard('one'), heard('two')])
      await store.flag(takeId(1), [heard('three')])
      await store.flag(takeId(2), [heard('nobody')])
      const found = async () => (await store.find([takeId(1)])).get(takeId(1))?.flags
      expect(await found()).toEqual([bySound, heard('three')])
      await store.unflag(takeId(1))
      expect(await found()).toEqual([])
    })

    test('keeps a recording, which has no recipe', async () => {
      const recording = sampleRecording(7)
      await keep(recording)
      expect(await store.find([recording.id])).toEqual(new Map([[recording.id, recording]]))
    })

    test('knows the highest rendition of a recipe', async () => {
      expect(await store.highestRendition(recipeKey(1))).toBe(0)
      for (const rendition of [1, 3, 2]) await keep(sampleTake(1, rendition))
      await keep(sampleTake(2, 9))
      expect(await store.highestRendition(recipeKey(1))).toBe(3)
    })

    test('knows the takes that were ever heard at a segment, the first one first', async () => {
      const at = (segmentId: string) => ({ projectId: 'p1', segmentId })
      const recording = sampleRecording(3)
      await store.keep(sampleTake(2), prepareTake(folder, sampleTake(2)), at('c1-0'))
      await store.keep(recording, prepareTake(folder, recording), at('c1-0'))
      await keep(sampleTake(1))
      await store.refer('p1', [
        { segmentId: 'c1-0', takeId: takeId(1) },
        { segmentId: 'c1-0', takeId: takeId(2) },
        { segmentId: 'c1-1', takeId: takeId(1) },
        { segmentId: 'c1-1', takeId: takeId(9) },
      ])
      const heard = async (segmentId: string) =>
        (await store.ofSegment('p1', segmentId)).map(({ id }) => id)
      expect(await heard('c1-0')).toEqual([takeId(2), recording.id, takeId(1)])
      expect(await heard('c1-1')).toEqual([takeId(1)])
      expect(await heard('c1-2')).toEqual([])
      expect(await store.ofSegment('p2', 'c1-0')).toEqual([])
      expect((await store.ofSegment('p1', 'c1-0'))[0]).toEqual(sampleTake(2))
      await store.drop(takeId(2))
      expect(await heard('c1-0')).toEqual([recording.id, takeId(1)])
      await store.release('p1')
      expect(await heard('c1-0')).toEqual([])
    })

    test('gives the waveform peaks of the takes that exist', async () => {
      const take = sampleTake(1)
      const prepared = prepareTake(folder, take)
      await store.keep(take, prepared, null)
      const peaks = await store.peaks([takeId(1), takeId(2)])
      expect([...peaks.keys()]).toEqual([takeId(1)])
      expect(Buffer.from(peaks.get(takeId(1)) ?? [])).toEqual(Buffer.from(prepared.peaks))
    })

    test('tells what each project’s takes weigh, one that is used twice once', async () => {
      expect(await store.weights()).toEqual(new Map())
      await keep(sampleTake(1), 'p1', 700)
      await keep(sampleTake(2), null, 20)
      await keep(sampleTake(3), null, 5)
      await store.refer('p1', [
        { segmentId: 'c1-2', takeId: takeId(1) },
        { segmentId: 'c1-3', takeId: takeId(2) },
        { segmentId: 'c1-4', takeId: takeId(9) },
      ])
      await store.refer('p2', [{ segmentId: 'c1-2', takeId: takeId(2) }])
      await store.refer('p2', [{ segmentId: 'c1-2', takeId: takeId(2) }])
      const both = new Map([
        ['p1', 720],
        ['p2', 20],
      ])
      expect(await store.weights()).toEqual(both)
      // Spoken after it was referred to, and again after it was lost.
      await keep(sampleTake(9), null, 3000)
      expect(await store.weight('p1')).toBe(3720)
      expect(await store.bytesOf([takeId(1), takeId(2), takeId(8)])).toBe(720)
      await store.drop(takeId(9))
      expect(await store.weights()).toEqual(both)
      await store.release('p1')
      expect(await store.weights()).toEqual(new Map([['p2', 20]]))
      expect(await store.weight('p1')).toBe(0)
    })

    test('holds for one project what another one refers to, for as long as it is there', async () => {
      await keep(sampleTake(1), 'p1', 700)
      await store.referLike('p2', 'p1')
      expect(await store.weight('p2')).toBe(700)
      await store.release('p1')
      expect(await store.clear()).toEqual({ freedBytes: 0 })
      await store.release('p2')
      expect(await store.clear()).toEqual({ freedBytes: 700 })
    })

    test('forgets a dropped take, keeps its reference, and takes it in again', async () => {
      await keep(sampleTake(1), 'p1')
      await store.drop(takeId(1))
      expect(await ids(1)).toEqual([])
      await keep(sampleTake(1))
      wait(31 * day)
      await store.sweep(roomy)
      expect(await ids(1)).toEqual([1])
    })

    test('drops what nothing refers to when it is unused for too long, and counts it', async () => {
      await keep(sampleTake(1), null, 700)
      await keep(sampleTake(2), 'p1')
      wait(29 * day)
      await keep(sampleTake(3))
      expect(await store.sweep(roomy)).toEqual({ freedBytes: 0, full: false })
      wait(2 * day)
      expect(await store.sweep(roomy)).toEqual({ freedBytes: 700, full: false })
      expect(await ids(1, 2, 3)).toEqual([2, 3])
      expect(await store.stats()).toMatchObject({ expiries: 1, evictions: 0 })
    })

    test('counts finding as use', async () => {
      await keep(sampleTake(1))
      await keep(sampleTake(2))
      wait(20 * day)
      await ids(1)
      wait(20 * day)
      await store.sweep(roomy)
      expect(await ids(1, 2)).toEqual([1])
    })

    test('drops by least recent use until it is small enough, and no more', async () => {
      for (const recipe of [1, 2, 3, 4, 5]) {
        await keep(sampleTake(recipe))
        wait(1)
      }
      await ids(1)
      expect(await store.sweep({ ...roomy, maxBytes: 2999 })).toEqual({
        freedBytes: 3000,
        full: false,
      })
      expect(await ids(1, 2, 3, 4, 5)).toEqual([1, 5])
      expect(await store.stats()).toMatchObject({ entries: 2, bytes: 2000, evictions: 3 })
    })

    test('never drops what a project refers to, and says when that alone is too much', async () => {
      await keep(sampleTake(1), 'p1')
      await keep(sampleTake(2))
      await store.refer('p2', [{ segmentId: 'c1-1', takeId: takeId(2) }])
      await keep(sampleTake(3))
      wait(400 * day)
      expect(await store.sweep({ ttlSeconds: 60, maxBytes: 0 })).toEqual({
        freedBytes: 1000,
        full: true,
      })
      expect(await ids(1, 2, 3)).toEqual([1, 2])
    })

    test('never drops a recording', async () => {
      const recording = sampleRecording(1)
      await keep(recording)
      wait(400 * day)
      expect(await store.sweep({ ttlSeconds: 60, maxBytes: 0 })).toMatchObject({ full: true })
      await store.clear()
      expect((await store.find([recording.id])).size).toBe(1)
    })

    test('remembers a reference to a take that is still to come', async () => {
      await store.refer('p1', [{ segmentId: 'c1-1', takeId: takeId(1) }])
      await keep(sampleTake(1))
      wait(31 * day)
      await store.sweep(roomy)
      expect(await ids(1)).toEqual([1])
    })

    test('lets a take age from the release on, once its last project has gone', async () => {
      await keep(sampleTake(1), 'p1')
      await store.refer('p2', [{ segmentId: 'c9-9', takeId: takeId(1) }])
      wait(40 * day)
      await store.release('p1')
      wait(40 * day)
      await store.sweep(roomy)
      expect(await ids(1)).toEqual([1])
      await store.release('p2')
      wait(29 * day)
      await store.sweep(roomy)
      // Looked at through its peaks, which is no use of it.
      expect((await store.peaks([takeId(1)])).size).toBe(1)
      wait(2 * day)
      await store.sweep(roomy)
      expect(await ids(1)).toEqual([])
    })

    test('clears everything that nothing refers to', async () => {
      await keep(sampleTake(1), 'p1')
      await keep(sampleTake(2), null, 400)
      await keep(sampleTake(3), null, 500)
      expect(await store.clear()).toEqual({ freedBytes: 900 })
      expect(await ids(1, 2, 3)).toEqual([1])
    })

    test('counts entries, bytes, and what it is told of hits and misses, not look-ups', async () => {
      await keep(sampleTake(1), null, 400)
      await keep(sampleTake(2), 'p1', 500)
      await ids(1, 2, 3)
      await store.count({ hits: 1, misses: 2 })
      await store.count({ hits: 1, misses: 0 })
      expect(await store.stats()).toEqual({
        kind: 'takes',
        entries: 2,
        bytes: 900,
        hits: 2,
        misses: 2,
        evictions: 0,
        expiries: 0,
      })
    })
  })
}
