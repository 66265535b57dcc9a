// What a Linux desktop and its package manager are told, as electron-builder generates it for a deb.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openedEndings } from '../../src/contract/book-endings.ts'
import { generateDeb, type Deb } from './generate-deb.ts'
import { readConfiguration, root } from './pack.ts'

const isThere = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const judge = isThere('desktop-file-validate')
if (!judge) console.info('desktop-file-validate is not installed: the desktop file is not judged')
const dist = join(root, 'dist')
const debs = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith('.deb')) : []
const lintian = debs.length > 0 && isThere('lintian')
if (!lintian)
  console.info('lintian is skipped: it needs itself and a deb that npm run package made')

describe.skipIf(process.platform !== 'linux')('a deb', () => {
  let folder = ''
  let deb: Deb
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-deb-'))
    deb = await generateDeb(folder, 'arm64')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const told = (name: string) => deb.words[deb.words.indexOf(`--${name}`) + 1]

  test('has a control file that says what it is and whose', () => {
    const names = ['name', 'architecture', 'license', 'deb-priority', 'maintainer', 'url']
    expect(Object.fromEntries(names.map((name) => [name, told(name)]))).toEqual({
      name: 'lectern',
      architecture: 'arm64',
      license: 'GPL-3.0-or-later',
      'deb-priority': 'optional',
      maintainer: 'The Lectern authors <authors@lectern.example>',
      url: 'https://lectern.example',
    })
    expect(told('description')).toMatch(/^Audiobook studio\n \S/)
    expect(deb.words.at(-1)).toContain('=/usr/share/applications/lectern.desktop')
  })

  test('names each media type once, with an ending of ours', async () => {
    const { fileAssociations = [], linux } = await readConfiguration()
    const named = [...fileAssociations, ...(linux?.fileAssociations ?? [])].filter(
      ({ mimeType }) => mimeType !== undefined,
    )
    const types = [...deb.types.matchAll(/type="([^"]+)">\s*<glob pattern="\*\.([^"]+)"/g)]
    expect(types.map(([, type]) => type)).toEqual(named.map(({ mimeType }) => mimeType))
    expect(new Set(types.map(([, type]) => type)).size).toBe(types.length)
    const endings = types.map(([, , ending]) => ending ?? '')
    expect(endings.filter((ending) => !openedEndings.includes(ending))).toEqual([])
  })

  test.skipIf(!judge)('has a desktop file that desktop-file-validate likes', () => {
    const { status, stdout, stderr } = spawnSync('desktop-file-validate', [deb.desktopFile], {
      encoding: 'utf8',
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  test.skipIf(!lintian)('that was made has no error that lintian finds', () => {
    const { status, stdout } = spawnSync('lintian', ['--fail-on', 'error', ...debs], {
      cwd: dist,
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})
