// The terminal beside the packed app: its shim, the built main and the workers, on the stand-in for Electron.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const runtime = join(root, 'test', 'stand-in', 'electron')

describe.skipIf(process.platform === 'win32')('the packed app', () => {
  let folder = ''
  let lectern = ''
  beforeAll(() => {
    // As a deb lays it out: /opt/Lectern, and a link to the shim.
    folder = mkdtempSync(join(tmpdir(), 'lectern-beside-'))
    const bin = join(folder, 'Lectern', 'resources', 'bin')
    mkdirSync(bin, { recursive: true })
    copyFileSync(join(root, 'resources', 'bin', 'lectern'), join(bin, 'lectern'))
    lectern = join(folder, 'lectern')
    symlinkSync(join(bin, 'lectern'), lectern)
    writeFileSync(join(folder, 'short.md'), '# One\n\nA lamp burned in the upper room.\n')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const runsAs = (script: string) =>
    writeFileSync(join(folder, 'Lectern', 'lectern'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const asStandIn = () =>
    runsAs(`LECTERN_STAND_IN_RESOURCES='${folder}' exec '${runtime}' '${root}' "$@"`)
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...withoutDisplay } = process.env
  const run = (words: string[], display: Record<string, string> = {}) =>
    new Promise<{ code: number | null; out: string; errors: string }>((resolve) => {
      const home = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
      const env = { ...withoutDisplay, ...home, LECTERN_NODE: process.execPath, ...display }
      const child = spawn(lectern, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
      const ended = { out: '', errors: '' }
      child.stdout.on('data', (chunk: Buffer) => {
        ended.out += chunk.toString()
        if (ended.out.includes('Lectern is at')) child.kill('SIGINT')
      })
      child.stderr.on('data', (chunk: Buffer) => (ended.errors += chunk.toString()))
      child.on('close', (code) => resolve({ ...ended, code }))
    })

  const switches = [
    '--ozone-platform=headless',
    '--log-level=3',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  const display = { DISPLAY: ':0' }
  test.skipIf(process.platform !== 'linux').each<[string[], Record<string, string>, string[]]>([
    [
      ['narrate', 'a b.epub', '--json'],
      display,
      [...switches, '--', 'narrate', 'a b.epub', '--json'],
    ],
    [['--help'], {}, [...switches, '--', '--help']],
    [['a b.epub'], display, ['a b.epub']],
    [['./serve'], { WAYLAND_DISPLAY: 'wayland-0' }, ['./serve']],
    [[], display, []],
    [['--safe-mode'], {}, [...switches, '--', '--safe-mode']],
  ])('is started with %j where the display is %j', async (words, shown, expected) => {
    runsAs(`for word; do printf '%s\\n' "$word"; done; exit 3`)
    const { out, code } = await run(words, shown)
    expect(out.split('\n').slice(0, -1)).toEqual(expected)
    expect(code).toBe(3)
  })

  test('is a terminal: it prints, ends with the command’s code, and opens no window', async () => {
    asStandIn()
    const found = await run(['inspect', 'short.md', '--json'])
    expect(found).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(found.out)).toMatchObject({ format: 'markdown', segments: 2 })
    const served = await run(['serve', '--data', join(folder, 'library')])
    expect(served).toMatchObject({ code: 130, out: expect.stringContaining('http://127.0.0.1:') })
    const odd = await run(['nothing-of-ours'])
    expect(odd).toMatchObject({
      code: 2,
      out: '',
      errors: expect.stringContaining('lectern narrate'),
    })
  })
})
