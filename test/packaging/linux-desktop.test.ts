// What a Linux desktop and its package manager are told, as electron-builder generates it for a deb.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import envPaths from 'env-paths'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openedEndings } from '../../src/contract/book-endings.ts'
import { generateDeb, type Deb } from './generate-deb.ts'
import { readConfiguration, root } from './pack.ts'

const isThere = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const judge = isThere('desktop-file-validate')
if (!judge) console.info('desktop-file-validate is not installed: the desktop file is not judged')
const lintian = isThere('lintian') && isThere('dpkg-deb')
if (!lintian) console.info('lintian is not installed: the deb is not judged')
/** What Debian asks of its own packages, and not of those that bring all along in /opt. */
const forDebianItself = ['no-copyright-file', 'no-changelog']

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
    const names = [
      'name',
      'architecture',
      'license',
      'category',
      'deb-priority',
      'maintainer',
      'url',
    ]
    expect(Object.fromEntries(names.map((name) => [name, told(name)]))).toEqual({
      name: 'lectern',
      architecture: 'arm64',
      license: 'GPL-3.0-or-later',
      category: 'sound',
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

  /** What a script would do to the system: its commands stand aside, and say with what they were called. */
  function deedsOf(script: string, word: string, fails: readonly string[] = []): string[] {
    const tools = mkdtempSync(join(folder, 'tools-'))
    const names = 'update-alternatives unshare chmod cp rm ln aa-enabled apparmor_parser'.split(' ')
    for (const name of names)
      writeFileSync(
        join(tools, name),
        `#!/bin/sh\necho "${name} $*" >> "${tools}/deeds"\nexit ${fails.includes(name) ? 1 : 0}\n`,
        { mode: 0o755 },
      )
    writeFileSync(join(tools, 'deeds'), '')
    execFileSync('/bin/sh', ['-c', script, 'script', word], { env: { PATH: tools } })
    return readFileSync(join(tools, 'deeds'), 'utf8').split('\n').slice(0, -1)
  }

  test('puts the terminal where commands are, and no more rights than this system needs', () => {
    const { afterInstall } = deb.scripts
    const link =
      'update-alternatives --install /usr/bin/lectern lectern /opt/Lectern/resources/bin/lectern 100'
    const profile = '/opt/Lectern/resources/apparmor-profile'
    expect(deedsOf(afterInstall, 'configure')).toEqual([
      link,
      'unshare --user true',
      'chmod 0755 /opt/Lectern/chrome-sandbox',
      'aa-enabled --quiet',
      `apparmor_parser --skip-kernel-load ${profile}`,
      `cp -f ${profile} /etc/apparmor.d/lectern`,
      'apparmor_parser --replace /etc/apparmor.d/lectern',
    ])
    const old = deedsOf(afterInstall, 'configure', ['unshare', 'aa-enabled'])
    expect(old).toContain('chmod 4755 /opt/Lectern/chrome-sandbox')
    expect(old.join()).not.toContain('/etc/apparmor.d')
    expect(readFileSync(deb.desktopFile, 'utf8')).toContain('Exec=/opt/Lectern/lectern %U')
  })

  test('takes the terminal away when it is removed, and not when it is brought up to date', () => {
    const { afterRemove } = deb.scripts
    expect(deedsOf(afterRemove, 'remove')).toEqual([
      'update-alternatives --remove lectern /opt/Lectern/resources/bin/lectern',
    ])
    expect(deedsOf(afterRemove, 'upgrade')).toEqual([])
  })

  test('says at a purge where the library is, and leaves it', () => {
    const last = deb.scripts.afterRemove.slice(deb.scripts.afterRemove.lastIndexOf('\nif ['))
    const run = (word: string) =>
      execFileSync('sh', ['-c', last, 'postrm', word], { encoding: 'utf8' })
    for (const word of ['remove', 'upgrade']) expect(run(word)).toBe('')
    const home = envPaths('lectern', { suffix: '' })
    for (const folder of [home.data, home.config, home.cache, home.log])
      expect(run('purge')).toContain(folder.replace(homedir(), '~'))
    expect(deb.scripts.afterRemove).not.toMatch(/rm .*(share|home|~)/)
  })

  test.skipIf(!judge)('has a desktop file that desktop-file-validate likes', () => {
    const { status, stdout, stderr } = spawnSync('desktop-file-validate', [deb.desktopFile], {
      encoding: 'utf8',
    })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  test.skipIf(!lintian)('is one that lintian has no other error to tell of', () => {
    // As fpm would write it, which is not at hand offline: the same words, in dpkg's own form.
    const control = {
      Package: told('name'),
      Version: told('version'),
      Architecture: told('architecture'),
      Maintainer: told('maintainer'),
      Section: told('category'),
      Priority: told('deb-priority'),
      Homepage: told('url'),
      Description: told('description'),
    }
    const tree = join(folder, 'tree')
    const applications = join(tree, 'usr', 'share', 'applications')
    mkdirSync(join(tree, 'DEBIAN'), { recursive: true })
    mkdirSync(applications, { recursive: true })
    const fields = Object.entries(control).map(([name, value]) => `${name}: ${value}\n`)
    writeFileSync(join(tree, 'DEBIAN', 'control'), fields.join(''))
    copyFileSync(deb.desktopFile, join(applications, 'lectern.desktop'))
    const archive = join(folder, 'lectern.deb')
    execFileSync('dpkg-deb', ['--root-owner-group', '--build', tree, archive])
    const { stdout } = spawnSync('lintian', [archive], { encoding: 'utf8' })
    const tags = [...stdout.matchAll(/^([EW]): \S+: (\S+)/gm)]
    expect(
      tags.filter(([, kind, tag = '']) => kind === 'E' && !forDebianItself.includes(tag)),
    ).toEqual([])
    expect(tags.map(([, , tag]) => tag)).not.toContain('unknown-section')
    // It did judge.
    expect(tags.map(([, , tag]) => tag)).toContain('no-copyright-file')
  })
})
