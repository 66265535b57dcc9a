// The embedded voices as a whole: lanes, time-outs, crashes, the end.
import { afterEach, describe, expect, it } from 'vitest'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { SpokenPart } from '../../../src/contract/index.ts'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import type { Channel, Launch } from '../../../src/io/process/channel.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { resolveVoice } from '../../../src/io/speech/resolve-voice.ts'
import { readSpoken } from '../../conformance/voice-provider.ts'
import { openEmbeddedVoices } from '../../fixtures/embedded-voices.ts'

let opened: ReturnType<typeof openEmbeddedVoices> | null = null
const open = (options: Parameters<typeof openEmbeddedVoices>[0] = {}) => {
  opened = openEmbeddedVoices(options)
  const [espeak] = opened.providers as [VoiceProvider]
  const speak = async (text: string, signal = new AbortController().signal) => {
    const voice = resolveVoice(await espeak.voices(signal), 'en-US')
    const spoken: SpokenPart[] = [{ text }]
    return espeak.speak({ voice, spoken, rate: 1 }, signal)
  }
  return { voices: opened, espeak, speak }
}
afterEach(async () => {
  await opened?.close()
  opened = null
})

/** Launches real children; ends one as soon as it is asked to speak a text that `kills` knows. */
function launchWithPoison(kills: (text: string) => boolean) {
  let launched = 0
  const launch: Launch = (entry, options): Channel => {
    launched += 1
    const channel = forkProcess(entry, options)
    return {
      ...channel,
      post(message) {
        channel.post(message)
        if (kills(JSON.stringify(message))) channel.kill()
      },
    }
  }
  return { launch, launched: () => launched }
}

describe('the embedded voices', () => {
  it('list their voices without starting a process', async () => {
    const { voices } = open({
      launch: () => {
        throw new Error('nothing is launched')
      },
    })
    const lists = await Promise.all(
      voices.providers.map((provider) => provider.voices(new AbortController().signal)),
    )
    expect(lists.map((list) => list.length)).toEqual([140, 5])
  })

  it('speak more segments than there are lanes', async () => {
    const { speak } = open({ lanes: 2 })
    const sounds = await Promise.all(
      Array.from({ length: 12 }, (_, index) => speak(`Segment number ${index}.`)),
    )
    expect(new Set(sounds.map(({ file }) => file)).size).toBe(12)
    for (const sound of sounds) expect(readSpoken(sound).samples.length).toBeGreaterThan(10_000)
  })

  it('leave no sound behind of a segment that was no longer wanted', async () => {
    const { speak, voices } = open({ lanes: 1 })
    const controller = new AbortController()
    await speak('Warm.')
    const unwanted = ['One.', 'Two.', 'Three.'].map((text) => speak(text, controller.signal))
    controller.abort()
    for (const each of unwanted) await expect(each).rejects.toMatchObject({ name: 'AbortError' })
    const last = await speak('Wanted.')
    rmSync(last.file)
    expect(readdirSync(voices.spool)).toHaveLength(1)
  })

  it('fail a segment that takes too long, and speak the next one in a new lane', async () => {
    let seconds = 0.000_001
    const { speak } = open({ lanes: 1, callTimeoutSeconds: () => seconds })
    await expect(speak('Too slow.')).rejects.toMatchObject({
      failure: { code: 'voice-timeout', params: { voice: 'espeak:gmw/en-US' }, retry: 'now' },
    })
    seconds = 60
    expect(readSpoken(await speak('In time.')).samples.length).toBeGreaterThan(0)
  })

  it('fail what was under way when the process ends, and start another for the next', async () => {
    const { launch, launched } = launchWithPoison((message) => message.includes('crash'))
    const { speak } = open({ launch })
    const both = await Promise.allSettled([speak('Innocent.'), speak('crash')])
    for (const each of both)
      expect(each).toMatchObject({
        reason: { failure: { code: 'voice-crashed', params: { voice: 'espeak:gmw/en-US' } } },
      })
    expect(readSpoken(await speak('Next.')).samples.length).toBeGreaterThan(0)
    expect(launched()).toBe(2)
  })

  it('give up a segment that ends the process twice, and clear the one that was only there', async () => {
    const { launch, launched } = launchWithPoison((message) => message.includes('crash'))
    const { speak } = open({ launch })
    await Promise.allSettled([speak('Innocent.'), speak('crash')])
    const [innocent, guilty, other] = await Promise.allSettled([
      speak('Innocent.'),
      speak('crash'),
      speak('Another.'),
    ])
    expect(innocent.status).toBe('fulfilled')
    expect(other.status).toBe('fulfilled')
    const givenUp = { failure: { code: 'voice-failed', retry: 'never' } }
    expect(guilty).toMatchObject({ reason: givenUp })
    const before = launched()
    await expect(speak('crash')).rejects.toMatchObject(givenUp)
    expect(launched()).toBe(before)
  })

  it('say so when the spool cannot be written', async () => {
    const { speak, voices } = open()
    rmSync(voices.spool, { recursive: true })
    writeFileSync(voices.spool, 'a file where the folder was')
    await expect(speak('Where to?')).rejects.toMatchObject({
      failure: { code: 'folder-not-writable', params: { folder: voices.spool } },
    })
  })

  it('free their process when they rest, and all at the end', async () => {
    const { speak, voices, espeak } = open()
    await speak('Awake.')
    expect(voices.pid).toBeGreaterThan(0)
    await espeak.rest()
    expect(voices.pid).toBeUndefined()
    await speak('Awake again.')
    const speaking = speak('Never ending. '.repeat(60))
    await voices.close()
    for (const unspoken of [speaking, speak('Too late.')])
      expect(failureOf(await unspoken.catch((error: unknown) => error)).code).toBe('cancelled')
  })
})
