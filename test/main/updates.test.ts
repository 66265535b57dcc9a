// New versions by electron-updater itself, from a feed that electron-builder's own code has written, over HTTP.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { createScope } from '../../src/core/base/scope.ts'
import { updateFailure } from '../../src/main/update-failures.ts'
import { endingOf } from '../../src/main/update-ending.ts'
import { ownAppImage, updateKind, type UpdateKind } from '../../src/main/update-kind.ts'
import { keepingOld, loadUpdater, openUpdates } from '../../src/main/updates.ts'
import { openFileServer, type FileServer } from '../fixtures/file-server.ts'
import { silentLog } from '../fixtures/silent-log.ts'
import { appendBlockMap, writeFeed } from '../packaging/write-feed.ts'

const fromBuilder = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
)
const { NodeHttpExecutor } = fromBuilder('builder-util') as { NodeHttpExecutor: new () => object }
const { ElectronHttpExecutor } = createRequire(import.meta.url)(
  'electron-updater/out/electronHttpExecutor.js',
) as { ElectronHttpExecutor: { prototype: { download: unknown } } }
/** The updater's own, but for the requests themselves, which are Electron's. */
const network = () =>
  Object.assign(new NodeHttpExecutor(), { download: ElectronHttpExecutor.prototype.download })

let folder = ''
let server: FileServer
const files: Record<string, Uint8Array> = {}
const headers: string[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-updates-'))
  server = await openFileServer(files)
  server.misbehave = ({ rawHeaders }) => {
    headers.push(...rawHeaders)
    return false
  }
  vi.stubEnv('http_proxy', undefined)
  vi.stubEnv('APPIMAGE', join(folder, 'Lectern.AppImage'))
  writeFileSync(join(folder, 'Lectern.AppImage'), 'the old one')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.close()
  for (const name of Object.keys(files)) delete files[name]
  headers.length = 0
  rmSync(folder, { recursive: true, force: true })
})

type Kind = Exclude<UpdateKind, 'mac'>
const endings = { appimage: 'AppImage', deb: 'deb', nsis: 'exe' } as const

/** Publishes a version that is these bytes. */
async function publish(
  version: string,
  { kind = 'appimage' as Kind, channel = 'latest', bytes = randomBytes(40_000) as Uint8Array } = {},
  prepare?: (file: string) => Promise<object>,
): Promise<string> {
  const file = join(folder, `lectern-${version}.${endings[kind]}`)
  writeFileSync(file, bytes)
  const made = await prepare?.(file)
  const system = kind === 'nsis' ? 'WINDOWS' : 'LINUX'
  const notes = '- <b>Voices</b> that sing.\n- And more.'
  const feed = {
    version,
    file,
    system,
    channel,
    notes,
    ...(made ? { updateInfo: made } : {}),
  } as const
  for (const written of [...(await writeFeed(folder, feed)), file])
    files[basename(written)] = readFileSync(written)
  return basename(file)
}

/** The app of version 1.0.0, as it was packed for a channel. */
function openApp({ kind = 'appimage' as Kind, channel = 'latest', version = '1.0.0' } = {}) {
  const appUpdateConfigPath = join(folder, 'app-update.yml')
  writeFileSync(
    appUpdateConfigPath,
    `provider: generic\nurl: ${server.address}\nchannel: ${channel}\nupdaterCacheDirName: lectern\n`,
  )
  const app = {
    ...{ version, name: 'Lectern', isPackaged: true, appUpdateConfigPath },
    ...{ userDataPath: folder, baseCachePath: join(folder, 'cache') },
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  }
  return openUpdates({
    kind,
    appImage: kind === 'appimage' ? join(folder, 'Lectern.AppImage') : null,
    folder,
    checkPlace: async () => {},
    handOver: async () => {},
    askToEnd: () => {},
    log: silentLog,
    async load(logger) {
      const updater = await loadUpdater(kind, logger, app)
      // What Electron would do: its network, and its system.
      return Object.assign(updater, {
        httpExecutor: network(),
        _testOnlyOptions: {
          platform: kind === 'nsis' ? 'win32' : 'linux',
          isUseDifferentialDownload: false,
        },
      })
    },
  })
}

const never = createScope().signal
const pending = () => {
  const place = join(folder, 'cache', 'lectern', 'pending')
  return existsSync(place) ? readdirSync(place) : []
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof FailureError ? error.failure.code : String(error)),
  )

// Elsewhere electron-updater asks the system it runs on for what it should do there.
describe.skipIf(process.platform !== 'linux')('a new version', () => {
  test.each(['appimage', 'deb', 'nsis'] as const)(
    'of %s is found with what is new, fetched and checked, and tells the server nothing of this copy',
    async (kind) => {
      const name = await publish('1.1.0', { kind })
      const updates = openApp({ kind })
      expect(await updates.look()).toEqual({
        version: '1.1.0',
        notes: '- <b>Voices</b> that sing.\n- And more.',
      })
      await updates.fetch(() => {}, never)
      expect(readFileSync(join(folder, 'cache', 'lectern', 'pending', name))).toEqual(files[name])
      expect(headers.filter((_, at) => headers[at - 1] === 'x-user-staging-id')).not.toContain(
        readFileSync(join(folder, '.updaterId'), 'utf8'),
      )
    },
  )

  test.each([
    ['1.0.0', 'latest', 'latest', false],
    ['0.9.9', 'latest', 'latest', false],
    ['1.1.0-beta.1', 'beta', 'beta', true],
    ['1.1.0', 'latest', 'beta', true],
    ['1.0.0-beta.2', 'beta', 'beta', false],
  ])('%s, published as %s, for a copy of %s: %s', async (version, published, channel, isFound) => {
    await publish(version, { channel: published })
    expect(await openApp({ channel }).look()).toEqual(
      isFound ? expect.objectContaining({ version }) : null,
    )
  })

  test('of beta is none for those who have the finished one', async () => {
    await publish('1.1.0-beta.1', { channel: 'beta' })
    expect(await codeOf(openApp().look())).toBe('update-feed-wrong')
  })

  test.each([
    ['that is no feed', Buffer.from('<html>Welcome to our hotel</html>')],
    ['without checksums', Buffer.from('version: 1.1.0\nfiles:\n  - url: lectern-1.1.0.AppImage\n')],
  ])('in a feed %s is refused', async (_case, feed) => {
    files['latest-linux.yml'] = feed
    const updates = openApp()
    const work = updates.look().then(() => updates.fetch(() => {}, never))
    expect(await codeOf(work)).toBe('update-feed-wrong')
    expect(pending()).toEqual([])
  })

  test.each(['appimage', 'deb', 'nsis'] as const)(
    'of %s that is not what was published is thrown away',
    async (kind) => {
      const name = await publish('1.1.0', { kind })
      files[name] = randomBytes(40_000)
      const updates = openApp({ kind })
      await updates.look()
      expect(await codeOf(updates.fetch(() => {}, never))).toBe('update-damaged')
      expect(pending()).toEqual([])
      expect(updates.takePlace(false)).toBe(false)
      expect(readFileSync(join(folder, 'Lectern.AppImage'), 'utf8')).toBe('the old one')
    },
  )

  test('that breaks off leaves nothing, and comes whole the next time', async () => {
    const name = await publish('1.1.0')
    const updates = openApp()
    await updates.look()
    server.misbehave = ({ url }, response) => {
      if (url?.includes(name) !== true) return false
      response.writeHead(200, { 'content-length': 40_000 })
      response.write(Buffer.alloc(9000), () => response.destroy())
      return true
    }
    expect(await codeOf(updates.fetch(() => {}, never))).toBe('update-unreachable')
    expect(pending()).toEqual([])
    server.misbehave = () => false
    await updates.fetch(() => {}, never)
    expect(pending()).toContain(name)
  })

  test('can be called off', async () => {
    const name = await publish('1.1.0')
    const updates = openApp()
    await updates.look()
    const scope = createScope()
    server.misbehave = ({ url }, response) => {
      if (url?.includes(name) !== true) return false
      void scope.dispose()
      return server.begin(9000, Buffer.alloc(40_000), response)
    }
    await expect(updates.fetch(() => {}, scope.signal)).rejects.toThrow('cancelled')
    expect(pending()).not.toContain(name)
    expect(updates.takePlace(false)).toBe(false)
  })

  test('is fetched but for what the old one has', async () => {
    const old = join(folder, 'Lectern.AppImage')
    const bytes = randomBytes(600_000)
    writeFileSync(old, bytes)
    await appendBlockMap(old)
    const changed = Buffer.concat([
      bytes.subarray(0, 300_000),
      Buffer.from('new'),
      bytes.subarray(300_000),
    ])
    const name = await publish('1.1.0', { bytes: changed }, appendBlockMap)
    const updates = openApp()
    await updates.look()
    let whole = 0
    await updates.fetch((_done, total) => (whole = total), never)
    expect(readFileSync(join(folder, 'cache', 'lectern', 'pending', name))).toEqual(files[name])
    const ranges = server.requests.filter((request) => request.startsWith(name))
    expect(ranges.filter((request) => request.endsWith(' -'))).toEqual([])
    expect(whole).toBeLessThan(100_000)
  })

  test('takes the place of the old one', async () => {
    await publish('1.1.0', { bytes: Buffer.from('#!/bin/sh\nexit 0\n') })
    const updates = openApp()
    await updates.look()
    await updates.fetch(() => {}, never)
    expect(updates.takePlace(false)).toBe(true)
    expect(readFileSync(join(folder, 'Lectern.AppImage'), 'utf8')).toBe('#!/bin/sh\nexit 0\n')
    expect(existsSync(join(folder, 'Lectern.AppImage.lectern-old'))).toBe(false)
  })

  test('that vanished leaves the old one where it is', async () => {
    const name = await publish('1.1.0')
    const updates = openApp()
    await updates.look()
    await updates.fetch(() => {}, never)
    rmSync(join(folder, 'cache', 'lectern', 'pending', name))
    expect(updates.takePlace(true)).toBe(false)
    expect(readFileSync(join(folder, 'Lectern.AppImage'), 'utf8')).toBe('the old one')
    expect(existsSync(join(folder, 'Lectern.AppImage.lectern-old'))).toBe(false)
  })
})

test.each([
  ['is whole', 'the new one', true, 'the new one'],
  ['was written by half', 'the n', false, 'the old one'],
  ['never came', null, false, 'the old one'],
])('an AppImage whose new version %s can be started', (_case, written, isDone, expected) => {
  const path = join(folder, 'Mine.AppImage')
  writeFileSync(path, 'the old one')
  writeFileSync(`${path}.old`, 'a person’s own')
  const install = () => {
    rmSync(path)
    if (written !== null) writeFileSync(path, written)
    return isDone
  }
  expect(keepingOld(path, install)).toBe(isDone)
  expect(readFileSync(path, 'utf8')).toBe(expected)
  expect(readFileSync(`${path}.old`, 'utf8')).toBe('a person’s own')
  expect(existsSync(`${path}.lectern-old`)).toBe(false)
})

test.each([
  [{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' }, 'update-unreachable'],
  [{ message: 'net::ERR_INTERNET_DISCONNECTED' }, 'update-unreachable'],
  [{ message: 'net::ERR_CERT_AUTHORITY_INVALID' }, 'update-feed-wrong'],
  [{ message: 'Request timed out' }, 'update-unreachable'],
  [{ code: 'HTTP_ERROR_503', message: '503 Service unavailable' }, 'update-feed-wrong'],
  [{ code: 'ERR_UPDATER_INVALID_SIGNATURE', message: 'not signed by' }, 'update-untrusted'],
  [{ message: 'Could not get code signature for running application' }, 'update-by-hand'],
  [{ code: 'ENOSPC', message: 'ENOSPC: no space left on device, write' }, 'disk-full'],
  [{ code: 'EACCES', message: 'EACCES: permission denied' }, 'folder-not-writable'],
  [{ message: 'x is not a function' }, 'unexpected'],
])('%o is %s', ({ message, ...more }, code) => {
  const { failure } = updateFailure(Object.assign(new Error(message), more), '/home')
  expect(failure.code).toBe(code)
})

describe('at the end of the app a new version', () => {
  const release = { version: '1.1.0', notes: '' }
  const ready = (mustWait: boolean) => ({ kind: 'ready', release, mustWait }) as const
  test.each([
    ['appimage', true, ready(false), 'restart'],
    ['deb', true, ready(false), 'restart'],
    ['mac', true, ready(true), 'restart'],
    ['appimage', false, ready(false), 'install'],
    ['nsis', false, { kind: 'waiting', release }, 'install'],
    ['nsis', false, ready(true), 'none'],
    ['deb', false, ready(false), 'none'],
    ['mac', false, ready(false), 'none'],
    ['appimage', false, { kind: 'found', release }, 'none'],
    [null, false, undefined, 'none'],
  ] as const)('of %s, asked for: %s, %o: %s', (kind, isAsked, state, ending) => {
    expect(endingOf(kind, isAsked, state)).toBe(ending)
  })
})

describe('a copy of the app', () => {
  const copy = { platform: 'linux', isPackaged: true, appImage: null } as const
  test.each([
    ['without a feed', { ...copy, appImage: 'a.AppImage' }, [], null],
    ['that is not packed', { ...copy, isPackaged: false }, ['app-update.yml'], null],
    ['that was unpacked by hand', copy, ['app-update.yml'], null],
    ['that is an AppImage', { ...copy, appImage: 'a.AppImage' }, ['app-update.yml'], 'appimage'],
    ['that a deb has brought', copy, ['app-update.yml', 'package-type'], 'deb'],
    ['on Windows', { ...copy, platform: 'win32' as const }, ['app-update.yml'], 'nsis'],
    ['on a Mac', { ...copy, platform: 'darwin' as const }, ['app-update.yml'], 'mac'],
  ])('%s', (_case, given, told, kind) => {
    for (const name of told) writeFileSync(join(folder, name), 'deb')
    expect(updateKind({ ...given, resources: folder })).toBe(kind)
  })

  test.each([
    ['started from an AppImage', '/tmp/.mount_L/resources', '/tmp/.mount_L', 'L.AppImage'],
    ['started from within another one', '/opt/Lectern/resources', '/tmp/.mount_Other', null],
    ['beside one of nearly the same name', '/tmp/.mount_L2/resources', '/tmp/.mount_L', null],
    ['that was started by hand', '/opt/Lectern/resources', null, null],
  ])('%s has its file, or none', (_case, resources, mount, own) => {
    expect(ownAppImage(resources, { file: 'L.AppImage', folder: mount })).toBe(own)
  })
})
