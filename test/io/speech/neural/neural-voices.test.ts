// Neural voices as a whole, with the real engine: what they say, and what becomes of what goes wrong.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { failureOf } from '../../../../src/core/base/failure-error.ts'
import type { Channel, Launch } from '../../../../src/io/process/channel.ts'
import { forkProcess } from '../../../../src/io/process/fork.ts'
import { neuralEngine } from '../../../../src/io/speech/neural/neural-voices.ts'
import { readSpoken } from '../../../conformance/voice-provider.ts'
import { openNeuralVoices, type OpenedNeuralVoices } from '../../../fixtures/neural-voices.ts'
import {
  tinySampleRate,
  tinyTokenSamples,
  tinyVoiceFiles,
  type TinyFamily,
} from '../../../fixtures/tiny-voices.ts'
import { createVirtualClock } from '../../../fixtures/virtual-clock.ts'

let opened: OpenedNeuralVoices | null = null
const open = (options: Parameters<typeof openNeuralVoices>[0] = {}) =>
  (opened = openNeuralVoices(options))
afterEach(async () => {
  await opened?.close()
  opened = null
})

const samplesIn = (sound: { file: string }): Int16Array => {
  const { samples, sampleRate } = readSpoken(sound)
  expect(sampleRate).toBe(tinySampleRate)
  return new Int16Array(Uint8Array.from(samples).buffer)
}
/** How often the sound swings, which is its pitch. */
const swings = (samples: Int16Array): number =>
  samples.reduce((sum, sample, at) => sum + (sample >= 0 && (samples[at - 1] ?? 0) < 0 ? 1 : 0), 0)

/** Launches real children; ends one, or keeps it from hearing, as soon as a message says so. */
function launchWithPoison(does: (message: string) => 'kill' | 'drop' | null) {
  let launched = 0
  const launch: Launch = (entry, options): Channel => {
    launched += 1
    const channel = forkProcess(entry, options)
    return {
      ...channel,
      post(message) {
        const deed = does(JSON.stringify(message))
        if (deed !== 'drop') channel.post(message)
        if (deed === 'kill') channel.kill()
      },
    }
  }
  return { launch, launched: () => launched }
}

describe('a neural voice', () => {
  it('speaks exactly what the model makes of each character', async () => {
    const { add, speak } = open()
    await add('vits')
    // Five letters and the sign of the beginning.
    expect(samplesIn(await speak('vits#0', 'hello'))).toHaveLength(6 * tinyTokenSamples)
    expect(samplesIn(await speak('vits#0', 'hello', { rate: 2 }))).toHaveLength(
      3 * tinyTokenSamples,
    )
    const [low, high] = [await speak('vits#0', 'aaaa'), await speak('vits#2', 'aaaa')].map(
      samplesIn,
    )
    // 'a' is the fourth symbol: 120 + 6 × 4 Hz, and 80 Hz more for the third speaker, of 4 × 50 ms.
    expect(swings(low as Int16Array)).toBeGreaterThanOrEqual(Math.floor(144 * 0.2))
    expect(swings(high as Int16Array)).toBeGreaterThanOrEqual(Math.floor(224 * 0.2))
    expect(swings(low as Int16Array)).toBeLessThan(144 * 0.2 + 8)
  })

  it('speaks long texts in parts, with pauses of exactly their length', async () => {
    const { add, speak } = open()
    await add('vits')
    const sentence = 'abcdefghi, '
    const whole = samplesIn(await speak('vits#1', sentence.repeat(80)))
    expect(whole.length).toBeGreaterThan(80 * 10 * tinyTokenSamples)
    const parts = [{ text: 'ab' }, { pauseMs: 250 }, { text: 'cd' }]
    expect(samplesIn(await speak('vits#1', parts))).toHaveLength(
      2 * 3 * tinyTokenSamples + tinySampleRate / 4,
    )
  })

  it.each<[TinyFamily, string[]]>([
    ['piper', ['en_us-tiny-low']],
    ['kokoro', ['kokoro#0', 'kokoro#1']],
    ['kitten', ['kitten#0', 'kitten#1']],
    ['matcha', ['matcha']],
  ])('of the family %s speaks by phonemes', async (family, names) => {
    const { add, speak, root } = open()
    await add(family)
    const sounds = await Promise.all(names.map((name) => speak(name, 'Hello there.')))
    const [first = new Int16Array(), second] = sounds.map(samplesIn)
    expect(first.length % tinyTokenSamples).toBe(0)
    expect(first.length).toBeGreaterThan(10 * tinyTokenSamples)
    if (second) expect(swings(second)).toBeGreaterThan(swings(first) * 1.2)
    const data = readdirSync(join(root, '.shared', 'espeak-ng-data-0.3.5'), { recursive: true })
    expect(data).toContain(join('lang', 'gmw', 'en-US'))
    expect(data.length).toBeGreaterThan(459)
  })

  it('is silent where there is nothing to say, and refuses what it has no sound for', async () => {
    const { add, speak } = open()
    await add('vits')
    for (const nothing of ['', ' ', '🙂', '\u0000', '—'])
      expect(samplesIn(await speak('vits#0', nothing))).toHaveLength(0)
    await expect(speak('vits#0', 'ß')).rejects.toMatchObject({
      failure: { code: 'voice-failed', params: { voice: 'neural:vits#0' } },
    })
    expect(samplesIn(await speak('vits#0', 'ab')).length).toBeGreaterThan(0)
  })

  it('is unknown with a speaker that the model does not have', async () => {
    const { add, provider } = open()
    await add('vits')
    const [voice] = await provider.voices(new AbortController().signal)
    for (const name of ['vits#3', 'vits#-1', 'vits', 'other']) {
      const request = { voice: { ...voice, id: `neural:${name}`, name }, spoken: [], rate: 1 }
      await expect(
        provider.speak(request as never, new AbortController().signal),
      ).rejects.toMatchObject({ failure: { code: 'voice-unknown' } })
    }
  })

  it('costs nothing again when its folder is moved, and is another voice when its model is', async () => {
    const one = open()
    await one.add('vits')
    const before = one.provider.endpointOf?.('neural:vits#1')
    await one.library.remove('vits')
    expect(one.provider.endpointOf?.('neural:vits#1')).toBe('gone')
    await one.add('vits')
    expect(one.provider.endpointOf?.('neural:vits#1')).toBe(before)
    await one.library.add(
      one.outside('other', {
        ...tinyVoiceFiles('vits'),
        'tokens.txt': `${tinyVoiceFiles('vits')['tokens.txt'] as string}ß 90\n`,
      }),
    )
    expect(one.provider.endpointOf?.('neural:other#1')).not.toBe(before)
  })
})

describe('the process of a neural voice', () => {
  it('is started by the first segment, one for each model, and ends when it rests', async () => {
    const neural = open()
    await neural.add('vits')
    await neural.add('kitten')
    expect(neural.pids).toEqual([])
    await Promise.all([neural.speak('vits#0', 'ab'), neural.speak('kitten#1', 'ab')])
    await neural.speak('vits#1', 'ab')
    expect(neural.pids).toHaveLength(2)
    await neural.provider.rest()
    expect(neural.pids).toEqual([])
    expect(samplesIn(await neural.speak('vits#0', 'ab'))).toHaveLength(3 * tinyTokenSamples)
  })

  it('ends by itself after two minutes without a segment', async () => {
    const clock = createVirtualClock()
    const neural = open({ clock })
    await neural.add('vits')
    await neural.speak('vits#0', 'ab')
    await clock.advance(119_000)
    expect(neural.pids).toHaveLength(1)
    await clock.advance(2000)
    expect(neural.pids).toEqual([])
  })

  it('is ended over a segment that takes too long, and another one speaks the next', async () => {
    let seconds = 60
    const neural = open({ callTimeoutSeconds: () => seconds })
    await neural.add('vits')
    seconds = 0.000_001
    await expect(neural.speak('vits#0', 'Too slow.')).rejects.toMatchObject({
      failure: { code: 'voice-timeout', params: { voice: 'neural:vits#0' }, retry: 'now' },
    })
    seconds = 60
    expect(samplesIn(await neural.speak('vits#0', 'ab')).length).toBeGreaterThan(0)
  })

  it('does not drag the segment beside one that hangs along', async () => {
    const clock = createVirtualClock()
    let mayHear = false
    const { launch } = launchWithPoison((message) =>
      message.includes('hang') || (message.includes('beside') && !mayHear) ? 'drop' : null,
    )
    const neural = open({ launch, clock })
    await neural.add('vits')
    await neural.speak('vits#0', 'warm')
    const hanging = neural.speak('vits#0', 'hang').catch((error: unknown) => error)
    await clock.advance(1000)
    const beside = neural.speak('vits#0', 'beside')
    await clock.advance(58_000)
    mayHear = true
    await clock.advance(1000)
    expect(failureOf(await hanging).code).toBe('voice-timeout')
    expect(samplesIn(await beside).length).toBeGreaterThan(0)
  })

  it('crashes with a failure, is started again, and gives up the segment that crashes it twice', async () => {
    const { launch, launched } = launchWithPoison((message) =>
      message.includes('crash') ? 'kill' : null,
    )
    const neural = open({ launch })
    await neural.add('vits')
    const before = launched()
    for (const code of ['voice-crashed', 'voice-failed', 'voice-failed'])
      await expect(neural.speak('vits#0', 'crash')).rejects.toMatchObject({ failure: { code } })
    expect(launched()).toBe(before + 2)
    expect(samplesIn(await neural.speak('vits#0', 'ab')).length).toBeGreaterThan(0)
    expect(await neural.library.list()).toMatchObject([{ state: { kind: 'ready' } }])
  })

  it('is not started any more for a model that has ended it three times', async () => {
    const { launch, launched } = launchWithPoison(() => null)
    const neural = open({ launch })
    await neural.add('vits')
    // As a failing disk would have it: the engine ends its process over this one.
    writeFileSync(
      join(neural.root, 'vits', 'model.onnx'),
      tinyVoiceFiles('vits', 'sample_rate')['model.onnx'] as Uint8Array,
    )
    const before = launched()
    const damaged = {
      failure: {
        code: 'voice-damaged',
        params: { voice: 'neural:vits#0' },
        // The engine's own words, for the log.
        detail: expect.stringContaining('sample_rate'),
      },
    }
    const [voice] = await neural.provider.voices(new AbortController().signal)
    if (!voice) throw new Error('it is listed')
    const request = { voice, spoken: [{ text: 'ab' }], rate: 1 }
    const speak = () => neural.provider.speak(request, new AbortController().signal)
    await expect(speak()).rejects.toMatchObject(damaged)
    expect(launched()).toBe(before + 3)
    await expect(speak()).rejects.toMatchObject(damaged)
    expect(launched()).toBe(before + 3)
    expect(await neural.provider.voices(new AbortController().signal)).toEqual([])
    expect(await neural.library.list()).toMatchObject([{ state: { kind: 'damaged' } }])
  })

  it('leaves no sound of a segment that is no longer wanted', async () => {
    const { add, speak, spool } = open()
    await add('vits')
    rmSync((await speak('vits#0', 'warm')).file)
    const controller = new AbortController()
    const unwanted = ['one', 'two', 'On and on. '.repeat(200)].map((text) =>
      speak('vits#0', text, { signal: controller.signal }),
    )
    // Once they have found their voice and are on their way.
    await new Promise<void>((resolve) => setImmediate(resolve))
    controller.abort()
    for (const each of unwanted) await expect(each).rejects.toMatchObject({ name: 'AbortError' })
    rmSync((await speak('vits#0', 'wanted')).file)
    rmSync((await speak('vits#1', 'wanted')).file)
    expect(readdirSync(spool)).toEqual([])
  })

  it('ends with the studio: what is under way is cancelled, and so is what comes after', async () => {
    const neural = open()
    await neural.add('vits')
    await neural.speak('vits#0', 'warm')
    const speaking = neural.speak('vits#0', 'Never ending. '.repeat(60))
    await new Promise<void>((resolve) => setImmediate(resolve))
    await neural.close()
    for (const unspoken of await Promise.allSettled([
      speaking,
      neural.speak('vits#0', 'Too late.'),
    ]))
      expect(unspoken.status === 'rejected' && failureOf(unspoken.reason).code).toBe('cancelled')
    expect(neural.pids).toEqual([])
  })

  it('falls back to the processor where the wished-for one is not offered, and says so', async () => {
    const warnings: string[] = []
    const log = {
      error() {},
      info() {},
      debug() {},
      warn: (text: string) => void warnings.push(text),
    }
    const { add, speak } = open({ log, executionProvider: () => 'cuda' })
    await add('vits')
    expect(samplesIn(await speak('vits#0', 'ab'))).toHaveLength(3 * tinyTokenSamples)
    expect(warnings).toContain('a voice is computed by cpu')
  })
})

it('the engine that recipes name is the one that is installed', () => {
  const { resolve } = createRequire(import.meta.url)
  const text = readFileSync(resolve('sherpa-onnx-node/package.json'), 'utf8')
  expect(neuralEngine).toBe(`sherpa-onnx@${(JSON.parse(text) as { version: string }).version}`)
})
