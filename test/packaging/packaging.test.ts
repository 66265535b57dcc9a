// The installers' configuration is valid, and what it packs is complete, lean and starts.
import { execFile, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { judge } from '../../scripts/licences.js'
import { bundledThings, noticesName, packedThings } from '../../scripts/notices.js'
import { failure } from '../../src/core/base/failure-error.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import { connect } from '../../src/io/process/remote.ts'
import { engineSettings } from '../../src/io/speech/neural/engine-settings.ts'
import { layers } from '../architecture/table.ts'
import { askStudio } from '../e2e/page/in-page.js'
import { openElectronShell } from '../e2e/electron-shell.ts'
import { plainPng } from '../fixtures/small-book.ts'
import { pdfFile } from '../fixtures/pdf-file.ts'
import { tinyVoiceFiles, writeFiles } from '../fixtures/tiny-voices.ts'
import { hasTool, probe } from '../io/codecs/reference-tools.ts'
import { isNative, secretText, strays } from './manifest.ts'
import { pack, packedFeed, readConfiguration, root, validate } from './pack.ts'

const entries = ['main/index.js', 'main/web.js', 'main/cli.js', 'preload/index.cjs']
const unbuilt = entries.filter((entry) => !existsSync(join(root, 'out', entry)))
const reason =
  process.platform !== 'linux'
    ? 'the stand-in runtime is for Linux'
    : unbuilt.length > 0
      ? `out/ lacks ${unbuilt.join(', ')}`
      : null
if (reason !== null) console.info(`packing is skipped: ${reason}`)

/** Of all books there are. */
async function unreadySegments(page: Page): Promise<number> {
  type Library = { projects: { segments: number; ready: number }[] }
  const { projects } = (await page.evaluate(askStudio, {
    name: 'library.list',
    args: {},
  })) as Library
  return projects.reduce((sum, { segments, ready }) => sum + segments - ready, 0)
}

/** A player finds the story's chapters, to its end. */
function expectSample(file: string): void {
  const { chapters, format, streams } = probe(file)
  expect(chapters.map(({ tags }) => tags.title)).toEqual(sampleChapters)
  expect(Number(format.duration)).toBeGreaterThan(100)
  expect(format.tags).toMatchObject({ title: 'The Lamp Room', artist: 'The Lectern authors' })
  expect(streams.map(({ codec_name }) => codec_name)).toContain('aac')
}
const sample = readFileSync(join(root, 'resources', 'sample', 'the-lamp-room.md'), 'utf8')
const sampleChapters = [...sample.matchAll(/^## (.*)$/gm)].map(([, title]) => title)

type Named = { name: string; version: string }

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

const measure = (dist: string) =>
  promisify(execFile)(process.execPath, [join(root, 'scripts', 'sizes.js'), dist])

test('a package that is too large, or is not there, is told of', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'lectern-large-'))
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }))
  await expect(measure(dist)).rejects.toThrow('There are 0 packed apps')
  const resources = join(dist, 'mac', 'Lectern.app', 'Contents', 'Resources')
  mkdirSync(join(resources, 'app.asar.unpacked'), { recursive: true })
  for (const name of ['app.asar', noticesName]) writeFileSync(join(resources, name), '')
  await measure(dist)
  truncateSync(join(resources, 'app.asar'), 321e6)
  await expect(measure(dist)).rejects.toThrow('That is more than it may be.')
})

describe.skipIf(reason !== null)('the package', () => {
  let folder = ''
  let payload = ''
  let resources = ''
  let files: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-package-'))
    ;({ files, payload, resources } = await pack(folder))
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

  test('has the notices of all that is in it beside it, and of nothing that may not go out', () => {
    expect(readdirSync(resources).toSorted()).toEqual([
      'app-update.yml',
      'app.asar',
      'app.asar.unpacked',
      'bin',
      noticesName,
    ])
    const notices = readFileSync(join(resources, noticesName), 'utf8')
    const packed = files.filter((file) =>
      /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(file),
    )
    const named = packed.map((file) => {
      const { name, version } = JSON.parse(readFileSync(join(payload, file), 'utf8')) as Named
      return `${name}@${version}`
    })
    const page = layers.find(({ at }) => at === 'renderer')?.packages ?? []
    expect(named.length).toBeGreaterThan(100)
    for (const label of named) expect(notices).toContain(`\n${label}: `)
    for (const name of page) expect(notices).toMatch(new RegExp(`\n${name}@\\d`))

    const things = [...packedThings(join(resources, 'app.asar')), ...bundledThings()]
    expect(things.map(({ name, version }) => `${name}@${version}`)).toEqual(
      expect.arrayContaining(named),
    )
    expect(judge(things)).toEqual({
      wrong: [],
      // What is open before installers go to people.
      unsettled: [expect.stringMatching(/^@seydx\/node-av-\S+: FDK-AAC \(docs\/decisions\/0001/)],
    })
  })

  test('knows where new versions are, and holds all that the updater needs', async () => {
    const fromPayload = createRequire(join(payload, 'package.json'))
    const { AppImageUpdater } = fromPayload('electron-updater') as {
      AppImageUpdater: new (feed: null, app: object) => { configOnDisk: { value: Promise<object> } }
    }
    const appUpdateConfigPath = join(resources, 'app-update.yml')
    const updater = new AppImageUpdater(null, { version: '1.0.0', appUpdateConfigPath })
    expect(await updater.configOnDisk.value).toEqual({
      ...packedFeed,
      updaterCacheDirName: 'lectern-updater',
    })
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

  test('is no larger than it may be', async () => {
    const { stdout } = await measure(join(folder, 'dist'))
    console.info(stdout.trimEnd())
    const kept = join(folder, 'dist', `sizes-linux-${process.arch}.json`)
    const { bytes } = JSON.parse(readFileSync(kept, 'utf8')) as { bytes: number }
    expect(bytes).toBeGreaterThan(200e6)
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

  test('starts in a window, and narrates and exports the sample there', async () => {
    const problems: string[] = []
    const window = join(folder, 'window')
    const studio = await openElectronShell('stand-in', window, problems, {
      packed: { resources, payload },
    })
    const { page } = studio
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    try {
      await press('Listen to the sample')
      await page.getByRole('heading', { level: 1, name: 'The Lamp Room' }).waitFor()
      await press('Narrate')
      await expect.poll(() => unreadySegments(page), { timeout: 100_000, interval: 200 }).toBe(0)
      await press('Export')
      const file = await studio.exported('sample.m4b', () => press('Choose where and export'))
      expect(readFileSync(file).subarray(4, 8).toString()).toBe('ftyp')
      if (hasTool('ffprobe')) expectSample(file)
    } finally {
      await studio.close()
    }
    expect(problems).toEqual([])
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
