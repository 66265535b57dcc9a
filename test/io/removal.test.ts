import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { dataFolderAt, openDataFolder } from '../../src/io/data-folder.ts'
import { keychainRemover } from '../../src/io/forget-keychain.ts'
import { keptAt, removeAt } from '../../src/io/removal.ts'
import { defaultDataRoot, updaterCache } from '../../src/io/system-places.ts'

test.skipIf(process.platform !== 'linux')('the usual library goes with all four places', () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-removal-'))
  try {
    const names = ['DATA', 'CONFIG', 'CACHE', 'STATE']
    for (const name of names) vi.stubEnv(`XDG_${name}_HOME`, join(home, name))
    const root = defaultDataRoot()
    expect(keptAt(root)).toEqual([])
    const folder = openDataFolder(root)
    for (const file of [folder.keys, join(root, 'of a newer Lectern'), join(folder.logs, 'a.log')])
      writeFileSync(file, 'ten bytes.')
    mkdirSync(updaterCache())
    writeFileSync(join(updaterCache(), 'update.deb'), 'ten bytes.')
    writeFileSync(join(home, 'DATA', 'a neighbour'), '')
    expect(keptAt(root)).toEqual(
      [root, dirname(folder.keys), dirname(folder.encodes), folder.logs, updaterCache()].map(
        (path) => ({ path, bytes: path === dirname(folder.encodes) ? 0 : 10 }),
      ),
    )
    removeAt(root)
    const left = readdirSync(home, { recursive: true, encoding: 'utf8' })
    expect(left.toSorted()).toEqual([...names, join('DATA', 'a neighbour')].toSorted())
  } finally {
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true })
  }
})

test('of a folder that a person named only what is the library’s goes', () => {
  const root = mkdtempSync(join(tmpdir(), 'lectern-removal-'))
  try {
    const folder = openDataFolder(root)
    const ours = [folder.lockDatabase, `${folder.takesDatabase}-wal`, `${folder.settings}.new`]
    mkdirSync(join(root, 'window'))
    const others = ['books of mine', 'projects.db.txt', 'window.png', 'voices-to-come']
    for (const file of [...ours, ...others.map((name) => join(root, name))]) writeFileSync(file, '')
    expect(keptAt(root)).toEqual([])
    writeFileSync(folder.projectsDatabase, '')
    const told = keptAt(root).map(({ path }) => path)
    expect(told).toEqual(expect.arrayContaining([folder.projectsDatabase, folder.books]))
    expect(told).not.toContain(root)
    removeAt(root, [folder.lockDatabase])
    expect(readdirSync(root)).toEqual([...others, 'lock.db'].toSorted())
    removeAt(root)
    expect(readdirSync(root)).toEqual(others.toSorted())
    for (const name of others) rmSync(join(root, name))
    openDataFolder(root)
    removeAt(root)
    expect(existsSync(dataFolderAt(root).root)).toBe(false)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

test.skipIf(process.platform !== 'linux')(
  'where a place of the system leads elsewhere, what else is there stays',
  () => {
    const home = mkdtempSync(join(tmpdir(), 'lectern-removal-'))
    try {
      for (const name of ['DATA', 'CONFIG', 'CACHE', 'STATE'])
        vi.stubEnv(`XDG_${name}_HOME`, join(home, name))
      const disk = join(home, 'disk')
      for (const folder of [disk, join(home, 'DATA')]) mkdirSync(folder)
      symlinkSync(disk, defaultDataRoot())
      openDataFolder(defaultDataRoot())
      writeFileSync(join(disk, 'photo.jpg'), '')
      expect(keptAt(defaultDataRoot()).map(({ path }) => path)).toContain(
        join(defaultDataRoot(), 'books'),
      )
      removeAt(defaultDataRoot())
      expect(readdirSync(disk)).toEqual(['photo.jpg'])
    } finally {
      vi.unstubAllEnvs()
      rmSync(home, { recursive: true })
    }
  },
)

test('each system’s keychain forgets the entry of the app', () => {
  expect(keychainRemover('darwin')).toContain('Lectern Safe Storage')
  expect(keychainRemover('linux')).toEqual(['secret-tool', 'clear', 'application', 'Lectern'])
  expect(keychainRemover('win32')).toBeNull()
})
