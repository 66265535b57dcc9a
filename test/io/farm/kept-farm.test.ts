// A farm's settings are a file that anybody may read; its password is not in it, and goes to no other place.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FarmSettings } from '../../../src/contract/index.ts'
import type { KeyStore } from '../../../src/core/ports/servers.ts'
import { openKeptFarm } from '../../../src/io/farm/kept-farm.ts'
import { silentLog } from '../../fixtures/silent-log.ts'

let folder: string
let path: string
let keys: Map<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-farm-'))
  path = join(folder, 'farm.json')
  keys = new Map()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const store: KeyStore = {
  place: async () => 'keychain',
  has: async (id) => keys.has(id),
  get: async (id) => keys.get(id) ?? null,
  set: async (id, key) => void keys.set(id, key),
  clear: async (id) => void keys.delete(id),
}
const farmAt = (address: string): FarmSettings => ({
  ...{ address, prefix: 'lectern', allowPlain: false, speakHere: true, shares: 'nowhere' },
})

describe('a farm that was set', () => {
  it('is there again without the password, which rests in the keychain', async () => {
    await openKeptFarm(path, store, silentLog).set({
      settings: farmAt('rediss://me:secret@a.example:6380/1'),
    })
    const kept = openKeptFarm(path, store, silentLog)
    expect(kept.settings()?.address).toBe('rediss://me@a.example:6380/1')
    expect(readFileSync(path, 'utf8')).not.toContain('secret')
    expect([await kept.password(), await kept.hasPassword()]).toEqual(['secret', true])
  })

  it.each([
    ['rediss://me@a.example', 'secret'],
    ['rediss://you@a.example/2', 'secret'],
    ['rediss://b.example', null],
    ['rediss://a.example:7000', null],
  ])('and then is %s has the password %j', async (address, password) => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farmAt('rediss://me:secret@a.example') })
    await kept.set({ settings: farmAt(address) })
    expect(await kept.password()).toBe(password)
    expect(keys.size).toBe(password === null ? 0 : 1)
  })

  it('and moved in its file alone is given no password', async () => {
    await openKeptFarm(path, store, silentLog).set({
      settings: farmAt('rediss://me:secret@a.example'),
    })
    writeFileSync(path, readFileSync(path, 'utf8').replace('a.example', 'b.example'))
    expect(await openKeptFarm(path, store, silentLog).password()).toBeNull()
  })

  it('takes a password later, and forgets it where it is told to, or with the farm', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    const settings = farmAt('localhost')
    await kept.set({ settings, password: 'word' })
    expect(await kept.password()).toBe('word')
    await kept.set({ settings })
    expect(await kept.password()).toBe('word')
    await kept.set({ settings, password: null })
    expect(await kept.hasPassword()).toBe(false)
    await kept.set({ settings, password: 'word' })
    await kept.set({ settings: null })
    expect([kept.settings(), keys.size]).toEqual([null, 0])
  })

  it('at an address that is refused stays what it was', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farmAt('localhost') })
    await expect(kept.set({ settings: farmAt('redis://a.example') })).rejects.toMatchObject({
      failure: { code: 'farm-address-refused' },
    })
    expect(kept.settings()?.address).toBe('redis://localhost')
  })

  it.each(['{ broken', '{}', JSON.stringify(farmAt('redis://a.example')), '[1]'])(
    'is none where its file holds %s',
    (text) => {
      writeFileSync(path, text)
      expect(openKeptFarm(path, store, silentLog).settings()).toBeNull()
    },
  )
})

describe('a store of takes that was set', () => {
  const takeStore = {
    ...{ address: 'https://box.example', bucket: 'takes', prefix: 'lectern/' },
    ...{ region: 'us-east-1', accessKeyId: 'AKIA', allowPlain: false },
  }
  const farm: FarmSettings = { ...farmAt('localhost'), shares: 'store', takeStore }

  it('is there again without its secret, which rests in the keychain beside the farm’s password', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    const settings = { ...farm, takeStore: { ...takeStore, address: 'https://Box.example/' } }
    await kept.set({ settings, password: 'word', storeKey: 'hidden' })
    const again = openKeptFarm(path, store, silentLog)
    expect(again.settings()?.takeStore).toEqual(takeStore)
    expect(readFileSync(path, 'utf8')).not.toContain('hidden')
    expect([await again.password(), await again.storeKey()]).toEqual(['word', 'hidden'])
  })

  it.each([
    ['another bucket there', { ...takeStore, bucket: 'other', prefix: '' }, 'hidden'],
    ['another place', { ...takeStore, address: 'https://other.example' }, null],
    ['another port', { ...takeStore, address: 'https://box.example:9000' }, null],
    ['no store', undefined, null],
  ])('and then is %s has the secret %j', async (_, next, secret) => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farm, storeKey: 'hidden' })
    await kept.set({ settings: { ...farmAt('localhost'), ...(next ? { takeStore: next } : {}) } })
    expect(await kept.storeKey()).toBe(secret)
    expect(keys.size).toBe(secret === null ? 0 : 1)
  })

  it('keeps its secret while takes are shared elsewhere', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farm, storeKey: 'hidden' })
    await kept.set({ settings: { ...farm, shares: 'redis' } })
    await kept.set({ settings: { ...farm, shares: 'nowhere' } })
    expect([kept.settings()?.takeStore, await kept.storeKey()]).toEqual([takeStore, 'hidden'])
  })

  it.each([
    ['nowhere', { shareTakes: false }],
    ['nowhere', { shareTakes: false, takeStore }],
    ['redis', { shareTakes: true }],
    ['store', { shareTakes: true, takeStore }],
  ])('or was not, in a file of before, shares takes as was meant: %s', (shares, before) => {
    const { shares: _, ...plain } = farmAt('redis://localhost')
    writeFileSync(path, JSON.stringify({ ...plain, ...before }))
    const { settings } = openKeptFarm(path, store, silentLog)
    expect(settings()).toEqual({
      ...plain,
      shares,
      ...('takeStore' in before ? { takeStore } : {}),
    })
  })

  it('must be there where takes are to be shared in one', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    const none = { settings: { ...farmAt('localhost'), shares: 'store' as const } }
    await expect(kept.set(none)).rejects.toMatchObject({ failure: { code: 'address-refused' } })
    writeFileSync(path, JSON.stringify({ ...none.settings, address: 'redis://localhost' }))
    expect(openKeptFarm(path, store, silentLog).settings()?.shares).toBe('nowhere')
  })

  it('and moved in its file alone is given no secret', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farm, storeKey: 'hidden' })
    writeFileSync(path, readFileSync(path, 'utf8').replace('box.example', 'other.example'))
    expect(await openKeptFarm(path, store, silentLog).storeKey()).toBeNull()
  })

  it('takes no secret where none is set, and forgets it with the farm', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    const without = { settings: farmAt('localhost'), storeKey: 'hidden' }
    await expect(kept.set(without)).rejects.toMatchObject({ failure: { code: 'not-found' } })
    expect(kept.settings()).toBeNull()
    await kept.set({ settings: farm, storeKey: 'hidden' })
    await kept.set({ settings: null })
    expect(keys.size).toBe(0)
  })

  it('at an address that is refused leaves the farm what it was', async () => {
    const kept = openKeptFarm(path, store, silentLog)
    await kept.set({ settings: farm })
    const plain = { ...takeStore, address: 'http://box.example' }
    await expect(kept.set({ settings: { ...farm, takeStore: plain } })).rejects.toMatchObject({
      failure: { code: 'address-refused' },
    })
    expect(kept.settings()?.takeStore).toEqual(takeStore)
  })

  it.each([
    ['that may not be used', { ...takeStore, address: 'http://box.example' }],
    ['that is damaged', { ...takeStore, bucket: '../..' }],
    ['that is none', 7],
  ])('and then is one %s in its file is left out alone, and said to be', async (_, found) => {
    await openKeptFarm(path, store, silentLog).set({ settings: farm })
    const text = JSON.stringify({ ...farm, takeStore: found })
    writeFileSync(path, text)
    const warned: string[] = []
    const log = { ...silentLog, warn: (message: string) => void warned.push(message) }
    const kept = openKeptFarm(path, store, log)
    expect(kept.settings()).toEqual(farmAt('redis://localhost'))
    expect([kept.leavesStoreOut(), warned.length]).toEqual([true, 1])
    // It can be mended there until the farm is set anew.
    expect(readFileSync(path, 'utf8')).toBe(text)
    await kept.set({ settings: farm })
    expect([kept.leavesStoreOut(), kept.settings()?.takeStore]).toEqual([false, takeStore])
  })
})
