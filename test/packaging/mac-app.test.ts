// What a Mac is told of Lectern: the Info.plist as electron-builder generates it from Electron's.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBuilderLibrary } from '../../scripts/builder.js'
import { noticesName } from '../../scripts/notices.js'
import { openedEndings } from '../../src/contract/book-endings.ts'
import { inventoryOf } from './differences.ts'
import { generate } from './generate.ts'
import { root } from './pack.ts'

type DocumentType = {
  CFBundleTypeExtensions: string[]
  CFBundleTypeRole: string
  LSHandlerRank: string
}
type Info = Record<string, unknown> & {
  CFBundleDocumentTypes: DocumentType[]
  ElectronAsarIntegrity: Record<string, { algorithm: string; hash: string }>
}
const { parse, build } = fromBuilderLibrary('plist') as {
  parse(text: string): Info
  build(value: object): string
}

const usage = ['AudioCapture', 'BluetoothAlways', 'BluetoothPeripheral', 'Camera', 'Microphone']
const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`)

/** Electron.app as its makers lay it out, as far as packing looks at it. */
function writeElectronApp(folder: string): string {
  const write = (at: string, name: string, info: object) => {
    mkdirSync(join(folder, at, 'Contents', 'MacOS'), { recursive: true })
    writeFileSync(join(folder, at, 'Contents', 'MacOS', name), '')
    writeFileSync(join(folder, at, 'Contents', 'Info.plist'), build(info))
  }
  write('Electron.app', 'Electron', {
    CFBundleExecutable: 'Electron',
    CFBundleIconFile: 'electron.icns',
    CFBundlePackageType: 'APPL',
    LSMinimumSystemVersion: '12.0',
    NSHighResolutionCapable: true,
    ...Object.fromEntries(usage.map((name) => [`NS${name}UsageDescription`, 'This app needs it'])),
  })
  for (const name of helpers)
    write(join('Electron.app', 'Contents', 'Frameworks', `${name}.app`), name, {
      CFBundleExecutable: name,
    })
  mkdirSync(join(folder, 'Electron.app', 'Contents', 'Resources'))
  writeFileSync(join(folder, 'Electron.app', 'Contents', 'Resources', 'electron.icns'), '')
  return folder
}

describe.skipIf(process.platform === 'win32')('Lectern.app', () => {
  let folder = ''
  let contents = ''
  let info: Info
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-mac-'))
    const made = await generate(
      folder,
      'MAC',
      'dir',
      'arm64',
      writeElectronApp(join(folder, 'electron')),
    )
    contents = join(made, 'mac-arm64', 'Lectern.app', 'Contents')
    info = parse(readFileSync(join(contents, 'Info.plist'), 'utf8'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('says who it is, and what system it needs', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(info).toMatchObject({
      CFBundleIdentifier: 'studio.lectern.app',
      CFBundleName: 'Lectern',
      CFBundleDisplayName: 'Lectern',
      CFBundleExecutable: 'Lectern',
      CFBundleIconFile: 'icon.icns',
      CFBundleShortVersionString: version,
      CFBundleVersion: version,
      LSApplicationCategoryType: 'public.app-category.music',
      NSHumanReadableCopyright: 'The Lectern authors, GPL-3.0-or-later',
      // Electron's own: lower than that it does not start.
      LSMinimumSystemVersion: '12.0',
    })
  })

  test('asks for nothing that it never uses', () => {
    expect(Object.keys(info).filter((key) => key.endsWith('UsageDescription'))).toEqual([])
  })

  test('owns the books that are nobody else’s, and is an alternative for the rest', () => {
    const ranks = Map.groupBy(info.CFBundleDocumentTypes, ({ LSHandlerRank }) => LSHandlerRank)
    const endings = (rank: string) =>
      (ranks.get(rank) ?? []).flatMap(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)
    expect([...ranks.keys()].toSorted()).toEqual(['Alternate', 'Default'])
    expect(endings('Default').toSorted()).toEqual(
      ['azw', 'azw3', 'epub', 'fb2', 'fbz', 'lectern', 'mobi', 'prc'].toSorted(),
    )
    expect([...endings('Default'), ...endings('Alternate')].toSorted()).toEqual(
      openedEndings.toSorted(),
    )
    // It writes its own alone.
    const editors = info.CFBundleDocumentTypes.filter((type) => type.CFBundleTypeRole === 'Editor')
    expect(editors.map(({ CFBundleTypeExtensions }) => CFBundleTypeExtensions)).toEqual([
      ['lectern'],
    ])
  })

  test('opens links of its own scheme', () => {
    expect(info['CFBundleURLTypes']).toEqual([
      { CFBundleURLName: 'Lectern', CFBundleTypeRole: 'Viewer', CFBundleURLSchemes: ['lectern'] },
    ])
  })

  test('knows the digest of its archive, which Electron asks for at each start', () => {
    expect(info.ElectronAsarIntegrity).toEqual({
      'Resources/app.asar': { algorithm: 'SHA256', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  test('has the notices in it, and helpers of its own name', () => {
    const files = [...inventoryOf(contents, '').keys()]
    expect(files).toEqual(
      expect.arrayContaining([
        '/MacOS/Lectern',
        '/Resources/app.asar',
        '/Resources/icon.icns',
        `/Resources/${noticesName}`,
        '/Frameworks/Lectern Helper (Renderer).app/Contents/MacOS/Lectern Helper (Renderer)',
      ]),
    )
    expect(files.filter((file) => file.includes('/Electron'))).toEqual([])
  })
})
