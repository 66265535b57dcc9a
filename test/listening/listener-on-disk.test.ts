// Takes heard by a model on the disk, with the real engine in its own process: what it hears, and what becomes of what goes wrong.
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from '../../src/core/base/failure-error.ts'
import { systemClock } from '../../src/io/clock.ts'
import { encodeFlac, flacFile } from '../../src/io/codecs/flac-file.ts'
import { openWasmEngine } from '../../src/io/codecs/wasm/wasm-engine.ts'
import type { Launch } from '../../src/io/process/channel.ts'
import { forkProcess } from '../../src/io/process/fork.ts'
import type { OpenedTranscribers } from '../../src/io/transcriber/open-transcribers.ts'
import { withOpenBook } from '../fixtures/open-book.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../fixtures/studio-ports.ts'
import { transcribersIn } from '../fixtures/transcribers.ts'
import { tinyListenerFiles, tonesOf, tinyWords, type TinyWord } from '../fixtures/tiny-listener.ts'
import { writeFiles } from '../fixtures/tiny-voices.ts'

const sampleRate = 24_000
const { signal } = new AbortController()

let home: string
let listeners: OpenedTranscribers
let launched: number
let sounds: number
/** Whether the process dies over a sound, by its number. */
let killsOn: (sound: number) => boolean
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lectern-on-disk-'))
  launched = 0
  sounds = 0
  killsOn = () => false
  const launch: Launch = (entry, options) => {
    launched += 1
    const channel = forkProcess(entry, options)
    return {
      ...channel,
      post(message) {
        channel.post(message)
        if ((message as { operation?: string }).operation !== 'hear') return
        sounds += 1
        if (killsOn(sounds)) channel.kill()
      },
    }
  }
  listeners = transcribersIn(home, launch)
})
afterEach(async () => {
  await listeners.close()
  rmSync(home, { recursive: true, force: true })
})

const folder = (missing?: string) => writeFiles(join(home, 'tiny'), tinyListenerFiles(missing))

async function flacOf(words: readonly (TinyWord | number)[]): Promise<Uint8Array> {
  const engine = await openWasmEngine()
  return flacFile(await encodeFlac(engine, { samples: tonesOf(words, sampleRate), sampleRate }))
}

const hear = async (words: readonly (TinyWord | number)[]) => {
  const listener = listeners.inUse()
  if (!listener) throw new Error('a model is chosen')
  return listener.hear({ flac: await flacOf(words), language: 'en' }, signal)
}

test('a model hears takes of any length with the time of each word, and shows on a second of silence that it works', async () => {
  const view = await listeners.choose(folder())
  expect(view).toMatchObject({
    transcriber: null,
    onDisk: { name: 'tiny', family: 'nemo-ctc', timesWords: true },
    check: null,
  })
  expect(launched).toBe(0)
  expect((await listeners.check(signal)).check).toMatchObject({ failure: null })
  // Longer than the model takes at once: the silence in it is where it is cut.
  const { text, words } = await hear(['one', 'three', 40, 'two', 40, 'four', 'one'])
  expect(text).toBe('one three two four one')
  const starts = words?.map(({ start }) => start) ?? []
  for (const [index, expected] of [0.2, 0.7, 41.2, 81.7, 82.2].entries())
    expect(Math.abs((starts[index] ?? 0) - expected)).toBeLessThan(0.05)
  expect(launched).toBe(1)
  // What is chosen is known at the next start.
  expect(JSON.parse(readFileSync(join(home, 'listener-model.json'), 'utf8'))).toMatchObject({
    found: { name: 'tiny' },
  })
})

test('a process that dies costs the take that it died over, and three in a row condemn the model', async () => {
  await listeners.choose(folder())
  killsOn = (sound) => sound !== 2
  const attempt = () =>
    hear(['one']).then(
      ({ text }) => text,
      (error) => failureOf(error).code,
    )
  const came: string[] = []
  while (came.length < 6) came.push(await attempt())
  const crash = 'listener-crashed'
  expect(came).toEqual([crash, 'one', crash, crash, crash, 'listener-damaged'])
  // Chosen again, it has another chance.
  killsOn = () => false
  await listeners.choose(folder())
  expect(await attempt()).toBe('one')
})

test('a sound that is none is a failure of its own, and a model that has gone is told as damaged', async () => {
  await listeners.choose(folder())
  const listener = listeners.inUse()
  const sound = { flac: Buffer.from('no sound'), language: 'en' }
  await expect(listener?.hear(sound, signal)).rejects.toMatchObject({
    failure: { code: 'listener-failed' },
  })
  expect((await hear(['two'])).text).toBe('two')
  await listeners.choose(folder())
  writeFiles(join(home, 'tiny'), tinyListenerFiles('vocab_size'))
  expect((await listeners.check(signal)).check?.failure).toMatchObject({
    code: 'listener-damaged',
    params: { reason: 'the model does not say its vocab_size' },
  })
})

test('a server that is set stays set beside it, and either can take the other’s place', async () => {
  const server = { address: 'http://127.0.0.1:9', model: 'm', allowPlain: false, price: null }
  await listeners.set(server)
  expect(await listeners.choose(folder())).toMatchObject({ transcriber: { model: 'm' } })
  expect(listeners.inUse()?.label).toBe('tiny')
  expect(await listeners.set(null)).toMatchObject({ transcriber: { model: 'm' }, onDisk: null })
  expect(listeners.inUse()?.model).toBe('m')
  await listeners.choose(folder())
  expect(await listeners.set(server)).toMatchObject({ onDisk: null })
  expect(await listeners.set(null)).toMatchObject({ transcriber: null, onDisk: null })
  expect(listeners.inUse()).toBeNull()
})

test('a book’s takes are heard and flagged, and its captions have the times that were heard', async () => {
  const lines = ['one two three four', 'four three two one', 'two two one three']
  let spoken = 0
  const voice = voiceOf(async ({ spoken: parts }) => {
    const text = parts.map((part) => ('text' in part ? part.text : '')).join('')
    const said = text.split(/\s+/).filter((word) => word in tinyWords) as TinyWord[]
    const file = join(home, `take-${spoken++}`)
    // The second line loses a word.
    writeFileSync(file, await flacOf(spoken === 2 ? said.toSpliced(1, 1) : said))
    return { file }
  }, 1)
  const ports = studioPorts(systemClock, {
    ...{ reader: readerOf([lines]), sources: sourcesOf(voice), transcribers: listeners },
  })
  await withOpenBook(ports, async ({ call, end, narrate, rows, projectId, studio }) => {
    await narrate()
    const ticket = studio.tickets.issue('folder', folder())
    expect((await call('listen.chooseModel', { ticket })).onDisk?.name).toBe('tiny')
    expect(await call('listen.estimate', { projectId })).toMatchObject({ takes: 3, cost: null })
    const { jobId } = await call('listen.start', { projectId })
    expect(await end(jobId)).toMatchObject({ state: 'done', done: 3, failed: 0 })
    const flags = (await rows()).map(({ status }) =>
      status.state === 'ready'
        ? status.flags.map(({ code, params }) => [code, params['word']])
        : null,
    )
    expect(flags).toEqual([[], [['word-missing', 'three']], []])
    const target = studio.tickets.issue('target', join(home, 'book.m4b'))
    const wish = { format: 'm4b', captions: 'vtt-words' } as const
    await end((await call('export.start', { projectId, ticket: target, ...wish })).jobId)
    const [first = ''] = readFileSync(join(home, 'book.vtt'), 'utf8').split('\n\n').slice(1)
    // The stores of this test say that each take is a second: the last words lie behind its end.
    const times = [...first.matchAll(/<00:00:0(\d\.\d{3})>two/g)].map(([, time]) => Number(time))
    const begin = Number(/^00:00:0(\d\.\d{3}) -->/m.exec(first)?.[1])
    expect(Math.abs((times[0] ?? 0) - begin - 0.7)).toBeLessThan(0.06)
  })
})
