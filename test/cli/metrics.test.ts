// lectern metrics: what a Lectern that runs tells, and the sentences where none does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudio } from '../../src/core/studio/open-studio.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { systemClock } from '../../src/io/clock.ts'
import type { Listening } from '../../src/io/site/listen.ts'
import { listenForWatchers } from '../../src/io/site/watched.ts'
import { studioPorts } from '../fixtures/studio-ports.ts'
import { lastJson, runLectern } from './run-lectern.ts'

let studio: Studio
let door: Listening
beforeAll(async () => {
  const { ports, options } = studioPorts(systemClock, {})
  studio = await openStudio(ports, options)
  const log = { error: () => {} }
  door = await listenForWatchers(studio, { port: 0, key: 'k-e-y', log })
})
afterAll(async () => {
  await door.close()
  await studio.close()
})

const metrics = (key: string, ...args: string[]) =>
  runLectern(['metrics', ...args], {
    cwd: process.cwd(),
    environment: { LECTERN_METRICS_KEY: key },
  })

describe('lectern metrics', () => {
  it('prints the figures of a studio that runs, as text and as JSON', async () => {
    const text = await metrics('k-e-y', '--port', String(door.port))
    expect([text.code, text.out]).toEqual([0, expect.stringContaining('lectern_lanes{')])
    const json = await metrics('k-e-y', '--port', String(door.port), '--json', '--optimise')
    expect(lastJson(json)).toMatchObject({ memory: { governor: 'normal' }, leaks: [] })
  })

  it('says in a sentence what is missing', async () => {
    const port = String(door.port)
    expect((await metrics('other', '--port', port)).errors).toContain('does not know this key')
    expect((await metrics('k-e-y', '--port', '1')).errors).toContain('No Lectern answers')
    const none = await metrics('k-e-y')
    expect([none.code, none.errors]).toEqual([2, expect.stringContaining('--port')])
  })
})
