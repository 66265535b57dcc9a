// Keys in the system's keychain, and in the file where there is none; Electron is the stand-in's.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openKeyFile } from '../../src/io/key-file.ts'
import { openKeychain } from '../../src/main/keychain.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import { safeStorage } from '../stand-in/electron.ts'

vi.mock('electron', () => import('../stand-in/electron.ts'))

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-keychain-'))))
afterEach(() => {
  safeStorage.backend = 'basic_text'
  rmSync(folder, { recursive: true, force: true })
})
const file = () => openKeyFile(join(folder, 'keys.json'))
const open = () => openKeychain(file(), join(folder, 'keychain.json'), silentLog)
const written = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('keys', () => {
  it('rest in the keychain where there is one', async () => {
    safeStorage.backend = 'gnome_libsecret'
    const keys = open()
    expect(await keys.place()).toBe('keychain')
    await keys.set('box', 'sk-planted')
    expect(await open().get('box')).toBe('sk-planted')
    expect(written('keychain.json')).not.toContain('planted')
    expect(await file().has('box')).toBe(false)
    await keys.clear('box')
    expect(await open().has('box')).toBe(false)
  })

  it('rest in the file where the system would only pretend, and it says so', async () => {
    const keys = open()
    expect(await keys.place()).toBe('file')
    await keys.set('box', 'sk-planted')
    expect(await file().get('box')).toBe('sk-planted')
    expect(await keys.get('box')).toBe('sk-planted')
  })

  it('leave the file once there is a keychain', async () => {
    await open().set('box', 'old')
    safeStorage.backend = 'kwallet6'
    const keys = open()
    expect(await keys.get('box')).toBe('old')
    await keys.set('box', 'new')
    expect(await keys.get('box')).toBe('new')
    expect(await file().has('box')).toBe(false)
  })

  it('are none where the keychain is another one', async () => {
    safeStorage.backend = 'gnome_libsecret'
    await open().set('box', 'sk-planted')
    safeStorage.isLocked = true
    expect(await open().get('box')).toBeNull()
    safeStorage.isLocked = false
  })
})
