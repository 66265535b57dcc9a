// What taskbar and dock show of the work, and when the computer is kept awake for it. Without Electron.
import { describe, expect, it, test } from 'vitest'
import type { Job } from '../../src/contract/index.ts'
import type { StudioEvents } from '../../src/core/studio/studio-context.ts'
import { createEmitter } from '../../src/core/base/emitter.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { progressOf, showWorkSigns } from '../../src/main/work-signs.ts'

const failure = { code: 'server-gone', params: {}, retry: 'later' } as unknown as NonNullable<
  Job['failure']
>
const job = (given: Partial<Job> = {}): Job => ({
  ...{ id: 'j1', kind: 'speech', state: 'running', projectId: 'p1', stage: 'speaking' },
  ...{ done: 3, total: 9, failed: 0, etaSeconds: null, startedAt: 0 },
  ...given,
})

test.each<[string, Partial<Job>[], number, string]>([
  ['nothing', [], 0, 'none'],
  ['a narration', [{}], 0.33, 'normal'],
  ['one that does not know its length', [{ total: 0 }], 0, 'indeterminate'],
  ['two of different units', [{}, { kind: 'export', done: 1, total: 1 }], 0.66, 'normal'],
  ['one segment made again', [{ total: 1 }], 0, 'none'],
  ['an import', [{ kind: 'import' }], 0, 'none'],
  ['one that a person has paused', [{ state: 'paused' }], 0.33, 'paused'],
  ['one that stands still for a reason', [{ state: 'paused', failure }], 0.33, 'error'],
  ['one that runs beside one that stands', [{ state: 'paused', failure }, {}], 0.33, 'normal'],
  ['one at its end', [{ state: 'done' }], 0, 'none'],
])('the progress of %s', (_case, jobs, value, mode) => {
  expect(progressOf(jobs.map(job))).toEqual({ value, mode })
})

async function open(wish = 'mains', jobs: Job[] = []) {
  const events = createEmitter<StudioEvents>((error) => {
    throw error
  })
  const answers: Record<string, unknown> = {
    'job.list': { jobs },
    'settings.read': { settings: [{ name: 'keepAwake', value: wish }] },
  }
  const system = { awake: 0, onBattery: false, shown: [] as string[], resumed: [] as string[] }
  const studio = {
    async call(name: string, args: { jobId: string }) {
      if (name === 'job.resume') system.resumed.push(args.jobId)
      return { ok: true, value: answers[name] }
    },
    on: events.on,
  } as unknown as Pick<Studio, 'call' | 'on'>
  const signs = await showWorkSigns(studio, {
    showProgress: ({ value, mode }) => void system.shown.push(`${mode} ${value}`),
    stayAwake() {
      system.awake += 1
      return () => void (system.awake -= 1)
    },
    isOnBattery: () => system.onBattery,
    onError(error) {
      throw error
    },
  })
  return {
    system,
    signs,
    advance: (given: Partial<Job>) => events.emit('job.advanced', { job: job(given) }),
    set: (value: string) =>
      events.emit('settings.changed', {
        setting: { name: 'keepAwake', value, source: 'saved' },
      }),
  }
}

describe('the computer', () => {
  it('is kept awake once while anything is narrated or exported, and let go at a pause and at the end', async () => {
    const { system, advance } = await open('mains', [job()])
    expect(system.awake).toBe(1)
    advance({ id: 'j2', kind: 'export' })
    advance({ state: 'paused' })
    expect(system.awake).toBe(1)
    advance({ id: 'j2', kind: 'export', state: 'done' })
    expect(system.awake).toBe(0)
    advance({})
    expect(system.awake).toBe(1)
    advance({ state: 'cancelled' })
    expect(system.awake).toBe(0)
    advance({ id: 'j3', kind: 'import' })
    expect(system.awake).toBe(0)
  })

  it('may sleep on its battery, unless the setting says otherwise', async () => {
    const { system, advance, signs, set } = await open()
    advance({})
    system.onBattery = true
    signs.powerChanged()
    expect(system.awake).toBe(0)
    set('always')
    expect(system.awake).toBe(1)
    set('never')
    system.onBattery = false
    signs.powerChanged()
    expect(system.awake).toBe(0)
  })

  it('has servers that were waited for tried as soon as it wakes, and nothing that a person has paused', async () => {
    const { system, signs } = await open('mains', [
      job({ id: 'waits', waiting: { failure, until: 9e12 } }),
      job({ id: 'runs' }),
      job({ id: 'paused', state: 'paused', failure }),
    ])
    signs.woke()
    expect(system.resumed).toEqual(['waits'])
  })
})

it('tells of progress when it has changed, and to a window that opens in the midst of it', async () => {
  const { system, advance, signs } = await open()
  signs.windowOpened()
  for (const done of [3, 3, 4]) advance({ done })
  signs.windowOpened()
  advance({ state: 'done' })
  expect(system.shown).toEqual(['normal 0.33', 'normal 0.44', 'normal 0.44', 'none 0'])
})
