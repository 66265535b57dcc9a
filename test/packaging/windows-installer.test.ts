// What Windows is told of Lectern: the script of the installer as electron-builder generates it, short of compiling it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { generate } from './generate.ts'
import { root } from './pack.ts'
import {
  resourceOf,
  writeWindowsRuntime,
  writeWindowsTools,
  type Compiled,
} from './windows-tools.ts'

describe.skipIf(process.platform === 'win32')('the installer of Windows', () => {
  let folder = ''
  let made = ''
  let installer: Compiled
  let uninstaller: Compiled
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-windows-'))
    const { environment, compiled } = writeWindowsTools(folder)
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    made = await generate(
      folder,
      'WINDOWS',
      'nsis',
      'arm64',
      writeWindowsRuntime(join(folder, 'electron')),
    )
    const [first, second] = compiled()
    if (first === undefined || second === undefined) throw new Error('nothing was compiled')
    ;[uninstaller, installer] = [first, second]
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  test('says who it is', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(installer.defines).toMatchObject({
      APP_ID: 'studio.lectern.app',
      PRODUCT_NAME: 'Lectern',
      PRODUCT_FILENAME: 'Lectern',
      SHORTCUT_NAME: 'Lectern',
      UNINSTALL_DISPLAY_NAME: `Lectern ${version}`,
      VERSION: version,
      MUI_ICON: join(root, 'resources', 'icons', 'icon.ico'),
      MUI_UNICON: join(root, 'resources', 'icons', 'icon.ico'),
    })
    expect(installer.commands).toContain(`VIProductVersion ${version}.0`)
    expect(installer.commands).toContain(
      `OutFile "${join(made, `lectern-${version}-win-arm64.exe`)}"`,
    )
    expect(installer.commands).toContain(
      'VIAddVersionKey /LANG=1033 LegalCopyright "The Lectern authors, GPL-3.0-or-later"',
    )
  })

  test('is for the one who starts it, unless that one chooses otherwise, in a place of choice', () => {
    const { defines, script } = installer
    expect(defines).toMatchObject({
      INSTALL_MODE_PER_ALL_USERS_REQUIRED: true,
      MULTIUSER_INSTALLMODE_ALLOW_ELEVATION: true,
      allowToChangeInstallationDirectory: true,
    })
    for (const name of [
      'ONE_CLICK',
      'INSTALL_MODE_PER_ALL_USERS',
      'INSTALL_MODE_PER_ALL_USERS_DEFAULT',
    ])
      expect(defines).not.toHaveProperty(name)
    // The licence is shown.
    expect(script).toContain(`MUI_PAGE_LICENSE "${join(root, 'LICENSE')}"`)
  })

  test('holds the build for its own processor alone', () => {
    expect(
      Object.keys(installer.defines).filter((name) => /^APP_(32|64|ARM64)$/.test(name)),
    ).toEqual(['APP_ARM64'])
  })

  test('owns the books that are nobody else’s, and gives each back', () => {
    const associated = [...installer.script.matchAll(/APP_ASSOCIATE "(\w+)" "([^"]+)"/g)]
    const given = [...uninstaller.script.matchAll(/APP_UNASSOCIATE "(\w+)" "([^"]+)"/g)]
    const pair = ([, ending, name]: RegExpMatchArray) => `${ending}: ${name}`
    expect(associated.map(([, ending = '']) => ending).toSorted()).toEqual([
      'azw',
      'azw3',
      'epub',
      'fb2',
      'fbz',
      'lectern',
      'mobi',
      'prc',
    ])
    expect(given.map(pair)).toEqual(associated.map(pair))
  })

  test('has its uninstaller, which does not delete the library', () => {
    expect(uninstaller.defines).toHaveProperty('BUILD_UNINSTALLER', true)
    expect(installer.defines).not.toHaveProperty('BUILD_UNINSTALLER')
    expect(installer.defines).toHaveProperty('UNINSTALLER_OUT_FILE')
    for (const { defines } of [installer, uninstaller])
      expect(defines).not.toHaveProperty('DELETE_APP_DATA_ON_UNINSTALL')
  })

  test('offers what others own under "Open with", by the script of ours', () => {
    const include = join(root, 'resources', 'installer', 'windows.nsh')
    for (const { script } of [installer, uninstaller]) expect(script).toContain(`"${include}"`)
  })

  test('has a program that knows the digest of its archive', () => {
    const program = join(made, 'win-arm64-unpacked', 'Lectern.exe')
    const integrity = JSON.parse(
      resourceOf(program, 'INTEGRITY', 'ELECTRONASAR') ?? 'null',
    ) as object
    expect(integrity).toEqual([
      {
        file: 'resources\\app.asar',
        alg: 'SHA256',
        value: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
  })
})
