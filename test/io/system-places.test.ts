// The four places of each system, by env-paths itself; a library that was put elsewhere stays in one piece.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { dataFolderAt, openDataFolder } from '../../src/io/data-folder.ts'
import { moveOut } from '../../src/io/move-out.ts'
import { acquireLock } from '../../src/io/sqlite/lock.ts'
import { defaultDataRoot, placesOf } from '../../src/io/system-places.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const on = (platform: NodeJS.Platform) =>
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)

test.each<[NodeJS.Platform, Record<string, string>, string[]]>([
  [
    'linux',
    { XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', XDG_STATE_HOME: '' },
    ['.local/share/lectern', '.config/lectern', '.cache/lectern', '.local/state/lectern'],
  ],
  [
    'linux',
    {
      XDG_DATA_HOME: '/h/d',
      XDG_CONFIG_HOME: '/h/c',
      XDG_CACHE_HOME: '/h/k',
      XDG_STATE_HOME: '/h/s',
    },
    ['d/lectern', 'c/lectern', 'k/lectern', 's/lectern'],
  ],
  [
    'darwin',
    {},
    [
      'Library/Application Support/lectern',
      'Library/Preferences/lectern',
      'Library/Caches/lectern',
      'Library/Logs/lectern',
    ],
  ],
  [
    'win32',
    { LOCALAPPDATA: '/h/Local', APPDATA: '/h/Roaming' },
    ['Local/lectern/Data', 'Roaming/lectern/Config', 'Local/lectern/Cache', 'Local/lectern/Log'],
  ],
])('on %s with %j the library lies where the system says', (platform, set, expected) => {
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  const spied = on(platform)
  const root = defaultDataRoot()
  const { data, config, cache, log } = placesOf(root)
  const folder = dataFolderAt(root)
  spied.mockRestore()
  const base = Object.values(set).some((value) => value !== '') ? '/h' : homedir()
  expect([data, config, cache, log].map((path) => relative(base, path))).toEqual(expected)
  expect(
    new Set(
      Object.values(folder)
        .filter((path) => path !== data)
        .map(placeOf),
    ).size,
  ).toBe(4)
  const placed = { data: folder.takesDatabase, config: folder.keys, cache: folder.encodes }
  expect(dirname(placed.data)).toBe(data)
  expect(dirname(placed.config)).toBe(config)
  expect(dirname(placed.cache)).toBe(cache)
  expect(folder.logs).toBe(log)
  function placeOf(path: string): string | undefined {
    return [data, config, cache, log].find((place) => path === place || dirname(path) === place)
  }
})

test('a library that was put elsewhere is whole there', () => {
  const outside = Object.values(dataFolderAt('/books/library')).filter(
    (path) => !path.startsWith('/books/library'),
  )
  expect(outside).toEqual([])
})

test('what lay in one folder before is found in its place, and nothing there is replaced', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-places-'))
  try {
    for (const name of ['DATA', 'CONFIG', 'CACHE', 'STATE'])
      vi.stubEnv(`XDG_${name}_HOME`, join(home, name))
    const spied = on('linux')
    const root = defaultDataRoot()
    const folder = dataFolderAt(root)
    mkdirSync(join(root, 'encodes'), { recursive: true })
    mkdirSync(dirname(folder.keys), { recursive: true })
    writeFileSync(join(root, 'settings.json'), 'old settings')
    writeFileSync(join(root, 'keys.json'), 'old keys')
    writeFileSync(join(root, 'encodes', 'k.flac'), 'a group')
    writeFileSync(folder.keys, 'new keys')
    const lock = acquireLock(folder.lockDatabase, { pid: 1, door: 'web', since: 0 })
    await expect(moveOut(folder)).rejects.toThrow('data-folder-busy')
    expect(existsSync(folder.settings)).toBe(false)
    lock.release()
    // By another way to it, it is the same library.
    symlinkSync(home, join(home, 'alias'))
    await moveOut(dataFolderAt(join(home, 'alias', 'DATA', 'lectern')))
    openDataFolder(join(home, 'alias', 'DATA', 'lectern'))
    openDataFolder(root)
    spied.mockRestore()
    expect(readFileSync(folder.settings, 'utf8')).toBe('old settings')
    expect(readFileSync(folder.keys, 'utf8')).toBe('new keys')
    expect(readFileSync(join(folder.encodes, 'k.flac'), 'utf8')).toBe('a group')
    expect(existsSync(join(root, 'settings.json'))).toBe(false)
    expect(existsSync(folder.logs)).toBe(true)
  } finally {
    rmSync(home, { recursive: true })
  }
})
