// What a program that watches over the studio is told, and who it must be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { listenForWatchers } from '../../src/io/site/watched.ts'
import { startWeb, type WebDoor } from '../../src/web/start-web.ts'
import type { FarmView } from '../../src/contract/index.ts'
import { farmOf, farmView, workerOf } from '../fixtures/farm.ts'
import { studioPorts } from '../fixtures/studio-ports.ts'
import { parseExposition } from './parse-exposition.ts'

let studio: Studio
let door: WebDoor
let folder: string
let freeDisk: number | null = 500e9
/** Null: none is set. */
let farm: FarmView | null = null
const watcher = { authorization: 'Bearer a-key-of-ones-own' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-watched-'))
  freeDisk = 500e9
  farm = null
  const { ports, options } = studioPorts(systemClock, { freeDisk: async () => freeDisk })
  const { view } = ports.farm
  const told = { ...ports.farm, view: () => (farm ? farmOf(farm).view() : view()) }
  let rss = 0
  const memory = { ...ports.memory, rssBytes: () => (rss += 1000) }
  studio = await openStudio({ ...ports, memory, farm: told }, options)
  door = await startWeb({
    ...{ studio, clock: systemClock, log: { error: () => {} } },
    ...{ pageFolder: folder, transfersFolder: folder },
    watcherKey: 'a-key-of-ones-own',
  })
})
afterEach(async () => {
  await door.close()
  await studio.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${door.origin}${path}`, { headers })

describe('a watcher', () => {
  it('reads figures that a strict parser takes, in base units', async () => {
    await studio.call('library.list', {})
    await studio.call('project.open', { projectId: 'nobody' })
    const answer = await ask('/metrics', watcher)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const metrics = parseExposition(await answer.text())
    const calls = metrics.get('lectern_operation_duration_seconds')
    expect(calls?.type).toBe('summary')
    const labels = { operation: 'call', of: 'library.list' }
    expect(calls?.samples).toContainEqual({
      name: 'lectern_operation_duration_seconds_count',
      labels,
      value: 1,
    })
    expect(metrics.get('lectern_operation_failures_total')?.samples).toContainEqual({
      name: 'lectern_operation_failures_total',
      labels: { operation: 'call', of: 'project.open' },
      value: 1,
    })
    for (const name of ['process_resident_memory_bytes', 'lectern_lanes', 'lectern_cache_bytes'])
      expect(metrics.get(name)?.samples.length, name).toBeGreaterThan(0)
  })

  it('reads of every process, of what is owned, and of every alert', async () => {
    const metrics = parseExposition(await (await ask('/metrics', watcher)).text())
    const owned = metrics.get('lectern_owned')?.samples ?? []
    expect(owned.map(({ labels }) => labels['kind'])).toContain('listeners')
    expect(metrics.get('lectern_suspected_leaks')?.samples).toMatchObject([{ value: 0 }])
    expect(metrics.get('lectern_alert')?.samples.length).toBeGreaterThan(5)
  })

  it('reads of the farm only where one is set, and of no more workers than can be counted', async () => {
    const read = async () => {
      const metrics = parseExposition(await (await ask('/metrics', watcher)).text())
      return (name: string) =>
        metrics
          .get(`lectern_farm_${name}`)
          ?.samples.map(({ labels, value }) => [Object.values(labels).join(), value])
    }
    expect((await read())('workers')).toEqual([])
    farm = farmView
    const told = await read()
    expect(told('connected')).toEqual([['', 1]])
    expect(Object.fromEntries(told('workers') ?? [])).toEqual({
      ...{ working: 1, pausing: 1, paused: 0, retiring: 1 },
    })
    expect(Object.fromEntries(told('busy_lanes') ?? [])).toEqual({ desk: 3, cellar: 1, attic: 0 })
    expect(told('spoken_segments')).toContainEqual(['desk', 1204])
    expect([told('waiting_jobs'), told('shared_hits_total')]).toEqual([[['', 12]], [['', 40]]])
    farm = {
      ...farmView,
      workers: Array.from({ length: 300 }, (_, at) => workerOf(`w${at}`, { lanes: 1 })),
    }
    const lanes = (await read())('lanes') ?? []
    expect([lanes.length, lanes.at(-1)]).toEqual([101, ['other', 200]])
  })

  it('reads the same as JSON', async () => {
    const figures = (await (await ask('/metrics.json', watcher)).json()) as object
    expect(Object.keys(figures)).toEqual(
      expect.arrayContaining(['speech', 'memory', 'operations', 'caches', 'processes', 'alerts']),
    )
  })

  it('has memory given back, and nobody else may', async () => {
    const url = `${door.origin}/optimize-memory`
    const given = await fetch(url, { method: 'POST', headers: watcher })
    expect([given.status, await given.json()]).toMatchObject([200, { beforeBytes: 1 }])
    expect((await fetch(url, { method: 'POST' })).status).toBe(403)
    expect((await fetch(url, { headers: watcher })).status).toBe(405)
  })

  it('reads the same figures again as the panel does', async () => {
    await studio.call('library.list', {})
    await studio.call('project.open', { projectId: 'nobody' })
    const reply = await studio.call('performance.operations', {})
    const operations = reply.ok ? reply.value.operations : []
    const one = operations.find(({ of }) => of === 'library.list')
    const metrics = parseExposition(await (await ask('/metrics', watcher)).text())
    const told = metrics
      .get('lectern_operation_duration_seconds')
      ?.samples.find(
        ({ labels }) => labels['of'] === 'library.list' && labels['quantile'] === '0.95',
      )
    expect(told?.value).toBeCloseTo((one?.p95Ms ?? Number.NaN) / 1000, 9)
    const { memoryGrowth } = operations.find(({ of }) => of === 'project.open') ?? {}
    expect(memoryGrowth).toEqual({ meanBytes: 1000, maxBytes: 1000, lastBytes: 1000 })
    for (const figure of ['mean', 'max', 'last']) {
      const name = `lectern_operation_memory_growth_${figure}_bytes`
      const labels = { operation: 'call', of: 'project.open' }
      expect(metrics.get(name)?.samples).toEqual([{ name, labels, value: 1000 }])
    }
  })

  it('is told whether the studio can work, and what is kept', async () => {
    const well = await ask('/health', watcher)
    expect([well.status, await well.json()]).toMatchObject([200, { status: 'ok' }])
    freeDisk = 1e9
    const low = await ask('/health', watcher)
    expect([low.status, await low.json()]).toMatchObject([503, { status: 'disk-low' }])
    expect(await (await ask('/cache/status', watcher)).json()).toHaveProperty('kinds')
  })

  it('must show the key, which opens nothing else', async () => {
    for (const path of ['/metrics', '/health', '/cache/status']) {
      expect((await ask(path)).status).toBe(401)
      expect((await ask(path, { authorization: 'Bearer another' })).status).toBe(401)
    }
    for (const path of ['/', '/events', '/media/cover/x'])
      expect((await ask(path, watcher)).status).toBe(401)
    const posted = await fetch(`${door.origin}/call/library.list`, {
      method: 'POST',
      headers: { 'x-lectern': '1', authorization: 'Bearer another' },
      body: '{}',
    })
    expect(posted.status).toBe(401)
  })
})

describe('a port for watchers alone', () => {
  it('answers to the key, and to nothing else', async () => {
    const log = { error: () => {} }
    const { origin, close } = await listenForWatchers(studio, { port: 0, key: 'k-e-y', log })
    const statusOf = async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(`${origin}${path}`, { headers })).status
    const right = { authorization: 'Bearer k-e-y' }
    expect([await statusOf('/health', right), await statusOf('/metrics', right)]).toEqual([
      200, 200,
    ])
    expect([await statusOf('/health'), await statusOf('/health', watcher)]).toEqual([401, 401])
    expect(await statusOf('/', right)).toBe(404)
    await close()
  })
})
