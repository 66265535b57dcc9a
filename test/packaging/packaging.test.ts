// The installers' configuration is valid, and what it packs is complete, lean and starts.
import { execFile, spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failure } from '../../src/core/base/failure-error.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import { engineSettings } from '../../src/io/speech/neural/engine-settings.ts'
import { plainPng } from '../fixtures/small-book.ts'
import { pdfFile } from '../fixtures/pdf-file.ts'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { isNative, secretText, sizeBudget, strays } from './manifest.ts'
import { pack, readConfiguration, root, validate } from './pack.ts'

const entries = ['main/index.js', 'main/web.js', 'main/cli.js', 'preload/index.cjs']
const unbuilt = entries.filter((entry) => !existsSync(join(root, 'out', entry)))
const reason =
  process.platform !== 'linux'
    ? 'the stand-in runtime is for Linux'
    : unbuilt.length > 0
      ? `out/ lacks ${unbuilt.join(', ')}`
      : null
if (reason !== null) console.info(`packing is skipped: ${reason}`)

describe('electron-builder.yml', () => {
  test('is valid', async () => {
    await validate(await readConfiguration())
  })

  test('is really checked: a key that does not exist is refused', async () => {
    const configuration = { ...(await readConfiguration()), asarr: true }
    await expect(validate(configuration)).rejects.toThrow('asarr')
  })

  test('closes the doors of a packaged Electron', async () => {
    const { electronFuses } = await readConfiguration()
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    })
  })
})

describe.skipIf(reason !== null)('the package', () => {
  let folder = ''
  let payload = ''
  let resources = ''
  let files: string[] = []
  let bytes = 0

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-package-'))
    ;({ files, payload, resources, bytes } = await pack(folder))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('holds the built entries, the page, the sample and the licence', () => {
    for (const file of [
      ...entries.map((entry) => `out/${entry}`),
      'out/renderer/index.html',
      'package.json',
      'LICENSE',
      'THIRD-PARTY.md',
    ])
      expect(files).toContain(file)
    expect(files.filter((file) => file.startsWith('resources/sample/')).length).toBeGreaterThan(0)
  })

  test('has the terminal’s lectern beside it, to be run as it is', () => {
    const bin = join(resources, 'bin')
    expect(readdirSync(bin)).toEqual(['lectern'])
    expect(statSync(join(bin, 'lectern')).mode & 0o111).toBe(0o111)
  })

  test('holds the native builds of this platform alone', () => {
    const here = `linux-${process.arch}`
    expect(files.filter(isNative).toSorted()).toEqual([
      `node_modules/@seydx/node-av-${here}/node-av.node`,
      `node_modules/better-sqlite3/prebuilds/${here}.node`,
      ...['libonnxruntime.so', 'libsherpa-onnx-c-api.so', 'libsherpa-onnx-cxx-api.so'].map(
        (name) => `node_modules/sherpa-onnx-${here}/${name}`,
      ),
      `node_modules/sherpa-onnx-${here}/sherpa-onnx.node`,
    ])
  })

  test('holds what the manifest says: no source, no map, no test, no tool, no secret', () => {
    expect(files.length).toBeGreaterThan(1000)
    expect(strays(files)).toEqual([])
  })

  test('tells no key, and not where it was built', () => {
    const built = files.filter((file) => /^(out\/.*\.(c?js|html|css)|package\.json)$/.test(file))
    expect(built.length).toBeGreaterThan(20)
    const telling = built.filter((file) => {
      const text = readFileSync(join(payload, file), 'utf8')
      return text.includes(root) || secretText.test(text)
    })
    expect(telling).toEqual([])
  })

  test('is no larger than it may be', () => {
    const figure = (size: number) => `${(size / 1e6).toFixed(1)} MB`
    console.info(
      `linux ${process.arch}: ${figure(bytes)} beyond Electron, of ${figure(sizeBudget)}`,
    )
    expect(bytes).toBeGreaterThan(200e6)
    expect(bytes).toBeLessThanOrEqual(sizeBudget)
  })

  test('speaks with every embedded voice it lists, without anything beside it', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(payload, 'out', 'main', 'cli.js'), 'voices', '--json'],
      { cwd: folder, timeout: 30_000 },
    )
    expect(stdout.trim().split('\n').length).toBeGreaterThan(100)
  })

  test('speaks with a neural voice', async () => {
    const voice = writeFiles(join(folder, 'voice'), tinyVoiceFiles('vits'))
    const entry = join(payload, 'out', 'main', 'workers', 'neural-voice.js')
    const spoken = {
      family: 'vits',
      folder: voice,
      files: { model: 'model.onnx', tokens: 'tokens.txt' },
      scales: {},
      speechData: null,
      language: 'en',
    } as const
    const channel = forkProcess(pathToFileURL(entry), {
      name: 'lectern-neural-voice',
      parameters: { spool: folder, settings: engineSettings(spoken, 1, 'cpu') },
    })
    try {
      const remote = connect(channel, (code) => failure('voice-crashed', {}, String(code)))
      expect(await remote.call('load', { voice: 'tiny' })).toEqual({
        sampleRate: 16_000,
        speakers: 3,
      })
    } finally {
      channel.kill()
    }
  })

  test('reads a PDF, by the tables that come with the reader', async () => {
    const book = join(folder, 'book.pdf')
    const text = '吾輩は猫である。'
    writeFileSync(book, pdfFile({ pages: [[{ text, x: 60, y: 90, font: 'japanese' }]] }))
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(payload, 'out', 'main', 'cli.js'), 'inspect', book, '--json'],
      { cwd: folder, timeout: 30_000 },
    )
    expect(stdout).toContain(text)
    expect(stderr).toBe('')
  })

  test('narrates the sample to an audiobook', async () => {
    const book = join(payload, 'resources', 'sample', 'the-lamp-room.md')
    const out = join(folder, 'sample.m4b')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(payload, 'out', 'main', 'cli.js'),
        ...['narrate', book, '--out', out, '--data', join(folder, 'terminal'), '--json'],
      ],
      { cwd: folder, timeout: 110_000, maxBuffer: 64 * 1024 * 1024 },
    )
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { event?: string }
    expect(last.event).toBe('done')
    expect(existsSync(out)).toBe(true)
  })

  test('makes an audiobook with the codecs in WASM too', async () => {
    const book = join(folder, 'short.md')
    writeFileSync(book, '# One\n\nA lamp burned in the upper room.\n')
    const narrate = (...more: string[]) =>
      promisify(execFile)(
        process.execPath,
        [join(payload, 'out', 'main', 'cli.js'), 'narrate', book, '--json', ...more],
        { cwd: folder, timeout: 60_000, env: { ...process.env, LECTERN_CODECS: 'wasm' } },
      )
    const cover = join(folder, 'cover.png')
    writeFileSync(cover, plainPng(900, 1400, [30, 40, 50]))
    for (const format of ['m4b', 'mp3']) {
      const out = join(folder, `short.${format}`)
      const data = join(folder, 'wasm')
      await narrate('--format', format, '--out', out, '--data', data, '--cover', cover)
      expect(existsSync(out)).toBe(true)
    }
  })

  test('serves the studio', async () => {
    const child = spawn(
      process.execPath,
      [join(payload, 'out', 'main', 'web.js'), '--data', join(folder, 'web')],
      { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    try {
      let link: string | undefined
      for await (const line of createInterface(child.stdout)) {
        link = /http:\/\/\S+/.exec(line)?.[0]
        if (link !== undefined) break
      }
      expect(link).toBeDefined()
      const reply = await fetch(link ?? '', { redirect: 'manual' })
      expect(reply.status).toBeLessThan(400)
      expect(reply.headers.get('set-cookie')).toContain('HttpOnly')
    } finally {
      child.kill()
    }
  })
})
