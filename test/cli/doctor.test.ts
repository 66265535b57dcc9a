// lectern doctor where the library does not open: what can be told without it, and what is left out.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { doctor } from '../../src/cli/doctor.ts'
import { farmFacts, printFarm } from '../../src/cli/doctor-farm.ts'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import { openDataFolder } from '../../src/io/data-folder.ts'
import type { Listening } from '../../src/io/site/listen.ts'
import { listenForWatchers } from '../../src/io/site/watched.ts'
import { acquireLock, type Lock } from '../../src/io/sqlite/lock.ts'
import { openProjectsDatabase } from '../../src/io/sqlite/open-databases.ts'
import { farmOf, farmView } from '../fixtures/farm.ts'
import { studioPorts } from '../fixtures/studio-ports.ts'
import { nodeRuntime } from '../../src/io/runtime.ts'
import { printed } from './printed.ts'
import { terminalUrl } from '../fixtures/built.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-doctor-'))
const folder = openDataFolder(root)
const look = (...words: string[]) =>
  printed(() => doctor([...words, '--data', root], nodeRuntime(terminalUrl)))

let studio: Studio
let door: Listening
let lock: Lock
beforeAll(async () => {
  openProjectsDatabase(folder.projectsDatabase).close()
  appendFileSync(join(folder.logs, 'lectern.log'), '{"level":40,"time":1,"msg":"a lane broke"}\n')
  const { ports, options } = studioPorts(systemClock, {})
  studio = await openStudio(ports, options)
  door = await listenForWatchers(studio, { port: 0, key: 'k-e-y', log: { error: () => {} } })
  lock = acquireLock(folder.lockDatabase, { pid: 7, door: 'test', since: 0 })
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  lock.release()
  await door.close()
  await studio.close()
  rmSync(root, { recursive: true })
})

it('tells of the files, the log’s end and the health of the Lectern that has the library', async () => {
  vi.stubEnv('LECTERN_METRICS_KEY', 'k-e-y')
  const { code, out } = await look('--port', String(door.port), '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    dataFolder: root,
    databases: [{ name: 'projects', version: expect.any(Number) }, { name: 'takes' }],
    integrity: 'sound',
    health: { status: 'ok', upSeconds: expect.any(Number) },
    log: [{ level: 'warn', message: 'a lane broke' }],
    settings: expect.any(Array),
    leftOut: { code: 'data-folder-busy', what: expect.arrayContaining(['codecs']) },
  })
})

it('says in words what is left out and why, and how the health can be had', async () => {
  vi.stubEnv('LECTERN_METRICS_KEY', '')
  const { code, out, errors } = await look()
  expect(code).toBe(1)
  expect(errors).toMatch(/^Another Lectern \(process 7, test\) is using this library/)
  expect(out).toContain('name its port with --port')
  expect(out).toContain('a lane broke')
  expect(out).toContain('Left out, for the library does not open here: ')
})

it('says so where nothing answers at the port', async () => {
  vi.stubEnv('LECTERN_METRICS_KEY', 'k-e-y')
  expect((await look('--port', '1')).out).toContain('No Lectern answers at http://127.0.0.1:1.')
})

describe('of a farm', () => {
  const clock = { after: () => () => {} }

  it('tells nothing where none is set', async () => {
    const none = farmOf({ ...farmView, settings: null, state: 'off' })
    const facts = await farmFacts(none, clock)
    expect(facts).toBeNull()
    expect((await printed(async () => (printFarm(facts), 0))).out).toBe('')
  })

  it('tells its state, what should be changed about its Redis, and every worker', async () => {
    const facts = await farmFacts(farmOf(farmView), clock)
    const { out } = await printed(async () => (printFarm(facts), 0))
    expect(out).toContain('Farm: rediss://anna@farm.example:6380, connected')
    expect(out).toContain('maxmemory-policy to noeviction')
    expect(out).toContain('3 workers; 12 jobs wait for one')
    expect(out).toContain('Worker: cellar (version 0.1.0), pausing; 1 of 4 lanes busy')
    expect(out).toContain('attic has Kokoro, 28 voices; not used: The worker “attic” is of another')
  })

  it('tells the store of takes, and what is wrong with it', async () => {
    const takeStore = {
      ...{ address: 'https://box.example', bucket: 'takes', prefix: 'lectern/' },
      ...{ region: 'auto', accessKeyId: 'AKIA', allowPlain: false },
    }
    const settings = farmView.settings && {
      ...farmView.settings,
      ...{ shares: 'store' as const, takeStore },
    }
    const warnings = ['store-bucket-missing' as const]
    const away = { ...farmView, settings, store: 'away' as const, warnings }
    const views = [{ ...away, store: 'connecting' as const }, away]
    const facts = await farmFacts(
      { ...farmOf(away), view: async () => views.shift() ?? away },
      clock,
    )
    const { out } = await printed(async () => (printFarm(facts), 0))
    expect(out).toContain('Shared takes: bucket takes at https://box.example, away')
    expect(out).toContain('no such bucket')
  })

  it('waits until its Redis has answered, and no longer than a few seconds', async () => {
    const views = [{ ...farmView, state: 'connecting' as const }, farmView]
    const view = async () => views.shift() ?? farmView
    expect((await farmFacts({ ...farmOf(farmView), view }, clock))?.state).toBe('connected')
    const hanging = farmOf({ ...farmView, state: 'connecting' })
    const soon = { after: (_: number, run: () => void) => (queueMicrotask(run), () => {}) }
    expect((await farmFacts(hanging, soon))?.state).toBe('connecting')
  })
})
