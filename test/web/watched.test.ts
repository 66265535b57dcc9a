// What a program that watches over the studio is told, and who it must be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { startWeb, type WebDoor } from '../../src/web/start-web.ts'
import { studioPorts } from '../fixtures/studio-ports.ts'
import { parseExposition } from './parse-exposition.ts'

let studio: Studio
let door: WebDoor
let folder: string
let freeDisk: number | null = 500e9
const watcher = { authorization: 'Bearer a-key-of-ones-own' }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-watched-'))
  freeDisk = 500e9
  const { ports, options } = studioPorts(systemClock, { freeDisk: async () => freeDisk })
  studio = await openStudio(ports, options)
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

  it('reads the same figures again as the panel does', async () => {
    await studio.call('library.list', {})
    const reply = await studio.call('performance.operations', {})
    const one = (reply.ok ? reply.value.operations : []).find(({ of }) => of === 'library.list')
    const metrics = parseExposition(await (await ask('/metrics', watcher)).text())
    const told = metrics
      .get('lectern_operation_duration_seconds')
      ?.samples.find(
        ({ labels }) => labels['of'] === 'library.list' && labels['quantile'] === '0.95',
      )
    expect(told?.value).toBeCloseTo((one?.p95Ms ?? Number.NaN) / 1000, 9)
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
