// Previews as a page hears them: appended one behind the other to one media element.
import { chromium, type Browser, type Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flacFragment } from '../../../src/core/export/flac-fragment.ts'
import { encodeFlac } from '../../../src/io/codecs/flac-file.ts'
import { nativeEngine } from '../../../src/io/codecs/native/native-engine.ts'
import { systemChromium } from '../../fixtures/chromium.ts'
import { syllables } from './sounds.ts'

const rate = 24_000

type Heard = { stretches: number; end: number; stoppedAt: number }

async function preview(count: number, seed: number): Promise<string> {
  const sound = { samples: syllables(count, rate, seed), sampleRate: rate }
  const flac = await encodeFlac(nativeEngine, sound)
  return Buffer.from(flacFragment({ ...flac, sampleRate: rate, samples: count })).toString('base64')
}

describe.skipIf(systemChromium === null)('previews in Chromium (needs one)', () => {
  let browser: Browser
  beforeAll(async () => {
    const args = ['--no-sandbox', '--autoplay-policy=no-user-gesture-required']
    browser = await chromium.launch({ executablePath: systemChromium ?? '', args })
  })
  afterAll(() => browser.close())

  test('that follow each other are one stretch of sound, played to its end', async () => {
    const lengths = [60_001, 4608, 33_333]
    const files = await Promise.all(lengths.map((count, seed) => preview(count, seed)))
    const page = await browser.newPage()
    const heard = await evaluate<Heard>(page, playAll, { files, lengths, rate })
    const seconds = lengths.reduce((sum, count) => sum + count, 0) / rate
    expect(heard.stretches).toBe(1)
    expect(Math.abs(heard.end - seconds)).toBeLessThan(1e-4)
    expect(Math.abs(heard.stoppedAt - seconds)).toBeLessThan(0.05)
  })

  test('decode to exactly their samples', async () => {
    const page = await browser.newPage()
    const samples = await evaluate<number[]>(page, decodeOne, {
      file: await preview(50_001, 9),
      rate,
    })
    const source = syllables(50_001, rate, 9)
    expect(samples.length).toBe(source.length)
    const worst = samples.reduce(
      (most, value, i) => Math.max(most, Math.abs(value * 32_768 - (source[i] ?? 0))),
      0,
    )
    expect(worst).toBeLessThan(0.5)
  })
})

/** Has the page run a script, which has its own globals, with arguments. */
const evaluate = <T>(page: Page, script: string, args: object): Promise<T> =>
  page.evaluate<T>(`(${script})(${JSON.stringify(args)})`)

const playAll = `async ({ files, lengths, rate }) => {
  const next = (target, event) =>
    new Promise((resolve) => target.addEventListener(event, resolve, { once: true }))
  const source = new MediaSource()
  const audio = new Audio(URL.createObjectURL(source))
  await next(source, 'sourceopen')
  const buffer = source.addSourceBuffer('audio/mp4; codecs="flac"')
  let samples = 0
  for (const [index, file] of files.entries()) {
    buffer.timestampOffset = samples / rate
    buffer.appendBuffer(Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0)))
    await next(buffer, 'updateend')
    samples += lengths[index]
  }
  source.endOfStream()
  const stretches = audio.buffered.length
  const end = audio.buffered.end(stretches - 1)
  audio.playbackRate = 4
  const ended = next(audio, 'ended')
  await audio.play()
  await ended
  return { stretches, end, stoppedAt: audio.currentTime }
}`

const decodeOne = `async ({ file, rate }) => {
  const context = new OfflineAudioContext(1, 1, rate)
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))
  return [...(await context.decodeAudioData(bytes.buffer)).getChannelData(0)]
}`
