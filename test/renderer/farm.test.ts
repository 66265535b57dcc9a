// The farm as the face has it: what it mirrors, what may be saved, and what is told of its workers.
import { describe, expect, it } from 'vitest'
import type { FarmView } from '../../src/contract/index.ts'
import { mirrorFarm } from '../../src/renderer/src/state/farm.ts'
import {
  draftOfFarm,
  farmFieldOf,
  farmOfDraft,
  farmProblems,
  hostOf,
} from '../../src/renderer/src/state/farm-draft.ts'
import { connectsPlainly } from '../../src/renderer/src/state/plain-address.ts'
import { storeProblems } from '../../src/renderer/src/state/store-draft.ts'
import {
  farmState,
  sourceLines,
  workerCells,
  workerCommand,
  workerDeeds,
  workerNames,
} from '../../src/renderer/src/state/farm-figures.ts'
import { farmView, workerOf } from '../fixtures/farm.ts'
import { studioByHand } from './studio-by-hand.ts'

const off: FarmView = { ...farmView, settings: null, state: 'off', workers: [], warnings: [] }

describe('the mirror of the farm', () => {
  it('shows what a deed answered, whatever was on its way before', async () => {
    const studio = studioByHand()
    const mirror = mirrorFarm(studio.connection)
    mirror.watch()
    const removed = mirror.set({ settings: null })
    await studio.waiting[1]?.answer({ farm: off })
    expect(await removed).toMatchObject({ ok: true, value: { state: 'off' } })
    await studio.waiting[0]?.answer({ farm: farmView })
    expect(mirror.get().view).toEqual(off)
  })

  it('is told of every change, and of none when nobody looks any more', () => {
    const studio = studioByHand()
    const mirror = mirrorFarm(studio.connection)
    const stop = mirror.watch()
    studio.say('farm.changed', { farm: farmView })
    expect(mirror.get().view?.workers.length).toBe(3)
    stop()
    studio.say('farm.changed', { farm: off })
    expect(mirror.get().view).toEqual(farmView)
  })

  it('says why it is not known, and keeps what it knows when a deed is refused', async () => {
    const studio = studioByHand()
    const mirror = mirrorFarm(studio.connection)
    mirror.watch()
    await studio.waiting[0]?.refuse('unexpected')
    expect(mirror.get()).toMatchObject({ view: null, failure: { code: 'unexpected' } })
    studio.say('farm.changed', { farm: farmView })
    const wished = mirror.wish('gone', 'pause')
    await studio.waiting[0]?.refuse('not-found')
    expect((await wished).ok).toBe(false)
    expect(mirror.get()).toEqual({ view: farmView, failure: null })
  })
})

describe('the settings of a farm', () => {
  it('speak here as well at first, and share nothing', () => {
    expect(draftOfFarm(null)).toMatchObject({ speakHere: true, shares: 'nowhere' })
  })

  it.each([
    ['redis://farm', 'lectern', []],
    [' rediss://anna@farm.example:6380/2 ', 'team-1', []],
    ['', 'lectern', ['address']],
    ['http://farm', 'lectern', ['address']],
    ['redis://', 'Lectern', ['address', 'prefix']],
  ])('with the address “%s” and the prefix “%s” have %j to mend', (address, prefix, wrong) => {
    expect([...farmProblems({ ...draftOfFarm(null), address, prefix })]).toEqual(wrong)
  })

  it.each([
    ['redis://farm.example:6379', true],
    ['redis://anna:secret@10.0.0.7', true],
    ['rediss://farm.example', false],
    ['redis://127.0.0.1:6379', false],
    ['redis://anna@localhost', false],
    ['redis://[::1]:6379', false],
    ['http://box.example:9000', true],
    ['https://box.example', false],
    ['http://localhost:9000', false],
    ['http://Box.LOCALHOST', false],
    ['http://127.0.0.1.example', true],
  ])('ask whether %s may be unprotected: %s', (address, asked) => {
    expect(connectsPlainly(address)).toBe(asked)
  })

  it('name the server without user and password', () => {
    expect(hostOf('redis://anna:secret@farm.example:6379/1')).toBe('farm.example:6379')
  })
})

describe('the store of takes in a farm’s settings', () => {
  const settings = farmView.settings ?? undefined
  const takeStore = {
    ...{ address: 'https://box.example', bucket: 'takes', prefix: 'lectern/' },
    ...{ region: 'auto', accessKeyId: 'AKIA', allowPlain: false },
  }
  const draft = draftOfFarm(settings ? { ...settings, shares: 'store', takeStore } : null)
  const of = (shares: 'nowhere' | 'redis' | 'store') => {
    const set = farmOfDraft({ ...draft, shares })
    return { shares: set.shares, store: set.takeStore }
  }

  it('is one of three places, and kept while another is the chosen one', () => {
    expect(draft.shares).toBe('store')
    expect(draftOfFarm(settings ?? null).shares).toBe('redis')
    for (const shares of ['nowhere', 'redis', 'store'] as const)
      expect(of(shares)).toEqual({ shares, store: takeStore })
    const none = draftOfFarm(settings ?? null)
    expect(farmOfDraft({ ...none, shares: 'redis' })).not.toHaveProperty('takeStore')
  })

  it('is written as people write it', () => {
    const typed = {
      ...takeStore,
      address: ' box.example ',
      prefix: '/team/books',
      bucket: 'takes ',
    }
    expect(farmOfDraft({ ...draft, store: typed }).takeStore).toEqual({
      ...takeStore,
      prefix: 'team/books/',
    })
  })

  it.each([
    [{}, []],
    [{ address: '', bucket: 'T', accessKeyId: '' }, ['bucket', 'accessKeyId', 'address']],
    [{ address: 's3://takes', region: 'EU west', prefix: '../' }, ['region', 'prefix', 'address']],
  ])('with %j has %j to mend', (change, wrong) => {
    const store = { ...takeStore, ...change }
    expect([...storeProblems(store)]).toEqual(wrong)
    expect(farmProblems({ ...draft, store }).size).toBe(wrong.length)
    expect(farmProblems({ ...draft, store, shares: 'redis' }).size).toBe(0)
  })

  it('is blamed for its address, and Redis for its own', () => {
    const refusal = (code: 'address-refused' | 'farm-address-refused' | 'disk-full') =>
      farmFieldOf({ code, params: {}, retry: 'never' })
    expect(refusal('address-refused')).toBe('store.address')
    expect(refusal('farm-address-refused')).toBe('address')
    expect(refusal('disk-full')).toBeNull()
  })
})

describe('what is told of a farm', () => {
  it('is what to type on another computer, with the prefix where it is not the usual', () => {
    expect(workerCommand('redis://farm', 'lectern')).toBe('lectern worker --redis redis://farm')
    expect(workerCommand('redis://farm', 'team')).toMatch(/ --prefix team$/)
  })

  it.each([
    [off, ''],
    [{ ...farmView, state: 'off' }, 'The farm at farm.example:6380 is left aside in safe mode.'],
    [{ ...farmView, state: 'connecting' }, 'Connecting to farm.example:6380…'],
    [farmView, 'Connected to farm.example:6380. 3 workers with 10 lanes.'],
    [{ ...farmView, workers: [] }, 'Connected to farm.example:6380.'],
    [{ ...farmView, state: 'away' }, 'The farm at farm.example:6380 is away.'],
    [
      {
        ...farmView,
        state: 'away',
        failure: { code: 'farm-away', params: { address: 'farm.example:6380' }, retry: 'later' },
      },
      /^The farm’s Redis server at “farm.example:6380” does not answer\./,
    ],
  ] as [FarmView, string | RegExp][])('is its state, in a sentence (%#)', (view, sentence) => {
    if (typeof sentence === 'string') expect(farmState(view).sentence).toBe(sentence)
    else expect(farmState(view).sentence).toMatch(sentence)
  })

  it('is a row for each worker: what it has done, what it does, and what went wrong', () => {
    const rows = farmView.workers.map((worker) => workerCells(worker).map(({ text }) => text))
    expect(rows).toEqual([
      ['0.1.0', '3 of 4', '1,204', '17.5', '2', '0', 'working'],
      ['0.1.0', '1 of 4', '80', '0', '0', '0', 'pausing'],
      ['0.0.9', '0 of 2', '0', '0', '0', '3', 'retiring'],
    ])
    expect(workerCells(workerOf('idle', { wish: 'pause' })).at(-1)?.text).toBe('paused')
  })

  it('says why a source is not used', () => {
    const lines = farmView.workers.map((worker) => sourceLines(worker).map(({ text }) => text))
    expect(lines.slice(0, 2)).toEqual([
      ['Kokoro (28 voices)', 'Piper (1 voice)'],
      ['Kokoro (28 voices)'],
    ])
    expect(lines[2]?.[0]).toMatch(/^Kokoro: The worker “attic” is of another version \(0\.0\.9\)/)
  })

  it('tells workers of one name apart', () => {
    const twins = [workerOf('aaaaaaaa', { name: 'box' }), workerOf('bbbbbbbb', { name: 'box' })]
    expect([...workerNames([...twins, workerOf('desk')]).values()]).toEqual([
      ...['box (aaaaaa)', 'box (bbbbbb)'],
      'desk',
    ])
  })

  it('lets a worker be told everything but what it does already', () => {
    for (const wish of ['work', 'pause', 'retire'] as const)
      expect([...workerDeeds(workerOf('desk', { wish })), wish].toSorted()).toEqual([
        ...['pause', 'retire'],
        'work',
      ])
  })
})
