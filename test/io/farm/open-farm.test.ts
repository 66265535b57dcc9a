// What is set of a farm and what runs of it are one, whatever fails in between.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FarmSettings } from '../../../src/contract/index.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import type { KeyStore } from '../../../src/core/ports/servers.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { openFarm, type OpenedFarm } from '../../../src/io/farm/open-farm.ts'
import { silentLog } from '../../fixtures/silent-log.ts'

let folder: string
const opened: OpenedFarm[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-farm-'))
})
afterEach(async () => {
  for (const farm of opened.splice(0)) await farm.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A keychain that is locked. */
const locked: KeyStore = {
  place: async () => 'keychain',
  has: async () => false,
  get: async () => null,
  set: async () => Promise.reject(fail('disk-full')),
  clear: async () => {},
}
const open = (keys: KeyStore) => {
  const farm = openFarm({
    ...{ path: join(folder, 'farm.json'), keys, spool: folder, clock: systemClock },
    ...{ log: silentLog, codecs: { check: () => Promise.reject(fail('cancelled')) } },
    changed: () => {},
  })
  opened.push(farm)
  return farm
}
/** Nobody answers there. */
const settings: FarmSettings = {
  ...{ address: 'redis://127.0.0.1:1', prefix: 'lectern', allowPlain: false },
  ...{ speakHere: true, shares: 'nowhere' },
}

describe('a farm whose password cannot be kept', () => {
  it('says so, and runs all the same, as it is set', async () => {
    const { farm } = open(locked)
    await expect(
      farm.set({ settings: { ...settings, address: 'redis://me:secret@127.0.0.1:1' } }),
    ).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    expect((await farm.view()).settings?.address).toBe('redis://me@127.0.0.1:1')
    await expect(farm.wish('w-1', 'pause')).rejects.toMatchObject({
      failure: { code: 'farm-away' },
    })
  })
})

describe('a farm that is set to what is refused', () => {
  it('runs on as it did, and is not opened anew', async () => {
    const { farm } = open({ ...locked, set: async () => {} })
    await farm.set({ settings })
    let opened = 0
    farm.onChange(() => (opened += 1))
    await expect(
      farm.set({ settings: { ...settings, address: 'https://example.com' } }),
    ).rejects.toMatchObject({ failure: { code: 'farm-address-refused' } })
    expect(opened).toBe(0)
    await farm.set({ settings: { ...settings, speakHere: false } })
    expect(opened).toBeGreaterThan(0)
  })
})

describe('a farm that is set with its password and the key of its store', () => {
  it('has both at once', async () => {
    const kept = new Map<string, string>()
    const keychain: KeyStore = {
      ...{ place: async () => 'keychain', has: async (id) => kept.has(id) },
      get: async (id) => kept.get(id) ?? null,
      set: async (id, key) => void kept.set(id, key),
      clear: async (id) => void kept.delete(id),
    }
    const { farm } = open(keychain)
    const takeStore = {
      ...{ address: 'http://127.0.0.1:1', bucket: 'takes', prefix: '', region: 'auto' },
      ...{ accessKeyId: 'AKIA', allowPlain: false },
    }
    const both = { ...settings, shares: 'store' as const, takeStore }
    await farm.set({ settings: both, password: 'word', storeKey: 'hidden' })
    expect(await farm.view()).toMatchObject({ hasPassword: true, hasStoreKey: true })
  })
})
