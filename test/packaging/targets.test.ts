// What each target would hold and tell its system, by electron-builder's own reading of the configuration.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { notesOf, packageVersion } from '../../scripts/changelog.js'
import { feedWords } from '../../scripts/feed.js'
import { openedEndings } from '../../src/contract/book-endings.ts'
import { savedBookMark } from '../../src/contract/saved-book.ts'
import { moduleFilter, readConfiguration, root, validate } from './pack.ts'

type Locked = { os?: string | string[]; cpu?: string | string[]; dev?: boolean }

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
/** A file of every package that the lock has for some system only, and every build of SQLite. */
const natives = [
  ...Object.entries(packages)
    .filter(([, { os, cpu, dev }]) => (os ?? cpu) !== undefined && dev !== true)
    .map(([place]) => `${place}/native.node`),
  ...readdirSync(join(root, 'node_modules', 'better-sqlite3', 'prebuilds')).map(
    (name) => `node_modules/better-sqlite3/prebuilds/${name}`,
  ),
]
const sqlite = (name: string) => `node_modules/better-sqlite3/prebuilds/${name}.node`
const codecs = (name: string) => `node_modules/@seydx/node-av-${name}/native.node`
const voices = (name: string) => `node_modules/sherpa-onnx-${name}/native.node`

describe('of the native builds of all systems', () => {
  test.each([
    ['linux', 'x64', [sqlite('linux-x64'), codecs('linux-x64'), voices('linux-x64')]],
    ['linux', 'arm64', [sqlite('linux-arm64'), codecs('linux-arm64'), voices('linux-arm64')]],
    ['darwin', 'x64', [sqlite('darwin-x64'), codecs('darwin-x64'), voices('darwin-x64')]],
    ['darwin', 'arm64', [sqlite('darwin-arm64'), codecs('darwin-arm64'), voices('darwin-arm64')]],
    // Codecs in WASM alone (docs/decisions/0009).
    ['win32', 'x64', [sqlite('win32-x64'), voices('win-x64')]],
    // No build of the neural voices is published for it.
    ['win32', 'arm64', [sqlite('win32-arm64'), codecs('win32-arm64-msvc')]],
  ] as const)('the one for %s %s keeps its own alone', async (platform, arch, kept) => {
    expect(natives.length).toBeGreaterThan(30)
    const isPacked = moduleFilter(await readConfiguration(), platform, arch)
    expect(natives.filter(isPacked).toSorted()).toEqual([...kept].toSorted())
  })
})

test('no system has files of its own, which would pack the whole folder', async () => {
  const { win, mac, linux } = await readConfiguration()
  expect([win?.files, mac?.files, linux?.files]).toEqual([undefined, undefined, undefined])
})

describe('what the system is told', () => {
  const systems = ['win', 'mac', 'linux'] as const
  const script = readFileSync(join(root, 'resources', 'installer', 'windows.nsh'), 'utf8')

  test.each(systems)('on %s is every ending that opens, and no other', async (system) => {
    const { fileAssociations = [], ...all } = await readConfiguration()
    const associated = [...fileAssociations, ...(all[system]?.fileAssociations ?? [])]
    const told = associated.flatMap(({ ext }) => ext)
    if (system === 'win')
      told.push(
        ...[...script.matchAll(/SupportedTypes" "\.(\w+)"/g)].map(([, ending = '']) => ending),
      )
    expect(told.toSorted()).toEqual(openedEndings.toSorted())
    const own = associated.find(({ ext }) => ext === 'lectern')
    expect(own?.mimeType).toBe(savedBookMark.text)
  })

  test('are links of our own scheme', async () => {
    const { protocols } = await readConfiguration()
    expect(protocols).toEqual([{ name: 'Lectern', schemes: ['lectern'], role: 'Viewer' }])
  })

  test('is what each system installs from', async () => {
    const { win, mac, linux } = await readConfiguration()
    expect({ win: win?.target, mac: mac?.target, linux: linux?.target }).toEqual({
      win: 'nsis',
      mac: ['dmg', 'zip'],
      linux: ['AppImage', 'deb'],
    })
  })

  test('on a Mac is how little the hardened runtime has to allow', async () => {
    const { mac } = await readConfiguration()
    expect(mac?.hardenedRuntime).toBe(true)
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements)
    const granted = readFileSync(join(root, mac?.entitlements ?? ''), 'utf8')
    expect(
      [...granted.matchAll(/<key>com\.apple\.security\.(.*)<\/key>/g)].map(([, key]) => key),
    ).toEqual(['cs.allow-jit', 'cs.disable-library-validation'])
  })
})

describe('the update feed', () => {
  test('is nowhere by default', async () => {
    expect((await readConfiguration()).publish).toBeNull()
  })

  test('is a valid one where the environment names it', async () => {
    const yargs = createRequire(
      createRequire(join(root, 'package.json')).resolve('electron-builder/package.json'),
    )('yargs') as (words: string[]) => { parse(): { c: object } }
    const words = feedWords(
      { LECTERN_UPDATE_URL: 'https://updates.lectern.example/' },
      packageVersion(),
    )
    const configuration = await readConfiguration(yargs(words).parse().c)
    expect(configuration.publish).toEqual({
      provider: 'generic',
      url: 'https://updates.lectern.example/',
      channel: 'latest',
    })
    expect(configuration.releaseInfo).toEqual({ releaseNotes: notesOf(packageVersion()) })
    await validate(configuration)
  })
})
