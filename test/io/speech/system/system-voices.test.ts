// What all the systems' voices keep to: listing, time, cancellation, failures, closing.
import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Voice } from '../../../../src/contract/index.ts'
import { languageTags } from '../../../../src/io/speech/system/language-tags.ts'
import { plainText, withoutText } from '../../../../src/io/speech/system/plain-text.ts'
import {
  isRunning,
  openSystemPrograms,
  type SystemPrograms,
} from '../../../fixtures/system-programs.ts'

const never = new AbortController().signal

let system: SystemPrograms
afterEach(() => system.close())
const open = (
  platform: NodeJS.Platform,
  programs: string[],
  options: { callTimeoutSeconds?: () => number } = {},
) => (system = openSystemPrograms({ platform, programs, ...options }))
const firstVoice = async (): Promise<Voice> => {
  const [voice] = await system.provider.voices(never)
  if (!voice) throw new Error('a voice is listed')
  return voice
}
const speak = (voice: Voice, text: string, signal = never) =>
  system.provider.speak({ voice, spoken: [{ text }], rate: 1 }, signal)
/** Lets time pass until the promise has settled. */
const inTime = async <T>(promise: Promise<T>, stepMs: number): Promise<T> => {
  let isSettled = false
  const settled = () => void (isSettled = true)
  promise.then(settled, settled)
  while (!isSettled) await system.clock.advance(stepMs)
  return promise
}
const systems: [NodeJS.Platform, string][] = [
  ['darwin', 'say'],
  ['win32', 'powershell.exe'],
  ['linux', 'espeak-ng'],
]

describe('listing', () => {
  it.each(systems)(
    'on %s starts nothing before it is asked for, and is done once',
    async (...of) => {
      open(of[0], [of[1]])
      expect(system.provider.capabilities.kind).toBe('system')
      expect(system.provider.endpointId).not.toBe('')
      expect(system.recorded()).toEqual([])
      const lists = await Promise.all([1, 2, 3].map(() => system.provider.voices(never)))
      expect(lists[0]?.length).toBeGreaterThan(0)
      expect(lists[2]).toEqual(lists[0])
      expect(system.recorded()).toHaveLength(1)
    },
  )

  it.each<[NodeJS.Platform]>([['darwin'], ['win32'], ['linux'], ['freebsd']])(
    'finds none on %s without its programs',
    async (platform) => {
      open(platform, [])
      expect(await system.provider.voices(never)).toEqual([])
    },
  )

  it('is done again when somebody asks for it afresh', async () => {
    open('linux', [])
    expect(await system.provider.voices(never)).toEqual([])
    system.install('espeak-ng')
    expect(await system.provider.voices(never)).toEqual([])
    expect((await system.provider.voices(never, { fresh: true })).length).toBeGreaterThan(0)
  })

  it('goes on for the others when one of those who ask gives up', async () => {
    open('linux', ['espeak-ng'])
    const controller = new AbortController()
    const [given, kept] = [system.provider.voices(controller.signal), system.provider.voices(never)]
    controller.abort()
    await expect(given).rejects.toMatchObject({ name: 'AbortError' })
    expect((await kept).length).toBeGreaterThan(0)
  })
})

describe.each(systems)('on %s, %s', (platform, program) => {
  it('is killed when the time for one text is over', async () => {
    open(platform, [program], { callTimeoutSeconds: () => 7 })
    const voice = await firstVoice()
    const stalled = speak(voice, 'stall')
    stalled.catch(() => {})
    const asked = await system.whenAsked(2)
    await system.clock.advance(6999)
    expect(isRunning(asked[1]?.pid ?? 0)).toBe(true)
    await expect(inTime(stalled, 1)).rejects.toMatchObject({
      failure: { code: 'voice-timeout', params: { voice: voice.id, seconds: 7 } },
    })
    expect(isRunning(asked[1]?.pid ?? 0)).toBe(false)
    expect(soundsIn(system.spool)).toEqual([])
  })

  it('is killed when the text is cancelled', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    const controller = new AbortController()
    const stalled = speak(voice, 'stall', controller.signal)
    const asked = await system.whenAsked(2)
    controller.abort()
    await expect(stalled).rejects.toMatchObject({ name: 'AbortError' })
    expect(isRunning(asked[1]?.pid ?? 0)).toBe(false)
  })

  it('says voice-crashed when something else kills it', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    await expect(speak(voice, 'crash')).rejects.toMatchObject({
      failure: { code: 'voice-crashed', params: { voice: voice.id }, retry: 'now' },
    })
  })

  it('says voice-failed when it refuses, with its complaint but without the text', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    const refused = speak(voice, 'I refuse to go, said the butler.')
    await expect(refused).rejects.toMatchObject({
      failure: { code: 'voice-failed', params: { voice: voice.id } },
    })
    const told = String(await refused.catch((error: unknown) => error))
    expect(told).toContain('cannot speak this')
    expect(told).not.toContain('butler')
    expect(soundsIn(system.spool)).toEqual([])
  })

  it('says voice-failed when it ends well and has made nothing', async () => {
    open(platform, [program])
    await expect(speak(await firstVoice(), 'mute')).rejects.toMatchObject({
      failure: { code: 'voice-failed' },
    })
  })

  it('runs twice at once and never more, and whoever waits can give up', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    const controller = new AbortController()
    const stalled = ['stall', 'stall'].map((text) => speak(voice, text, controller.signal))
    const waiter = new AbortController()
    const waiting = speak(voice, 'Third.', waiter.signal)
    await system.whenAsked(3)
    waiter.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(system.recorded()).toHaveLength(3)
    controller.abort()
    await Promise.allSettled(stalled)
    expect(soundsIn(system.spool)).toEqual([])
    await speak(voice, 'Fourth.')
  })

  it('leaves nothing running when Lectern closes, and speaks no more', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    const stalled = speak(voice, 'stall')
    const ended = expect(stalled).rejects.toMatchObject({ name: 'AbortError' })
    const asked = await system.whenAsked(2)
    await system.close()
    await ended
    expect(isRunning(asked[1]?.pid ?? 0)).toBe(false)
    await expect(speak(voice, 'More.')).rejects.toMatchObject({ name: 'AbortError' })
    await expect(system.provider.voices(never)).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('makes silence of a text without a word, and asks nobody', async () => {
    open(platform, [program])
    const voice = await firstVoice()
    const { file } = await speak(voice, '* * *')
    expect(soundsIn(system.spool)).toHaveLength(1)
    expect(file.endsWith('.wav')).toBe(true)
    expect(system.recorded()).toHaveLength(1)
  })
})

describe('text for a system', () => {
  it.each([
    [[{ text: 'One ' }, { ipa: 'tuː', text: 'two' }, { text: '.' }], 'One two.'],
    [[{ text: 'Before.' }, { pauseMs: 500 }, { text: 'After.' }], 'Before. After.'],
    [[{ text: 'a\u0000b\r\nc\u2028d\u001b[0m' }], 'a b c d [0m'],
    [[{ text: '[[[rate 9]]' }], '[ [ [rate 9]]'],
    [[{ text: 'half \ud83d' }], 'half \ufffd'],
  ])('%j is %j', (spoken, text) => {
    expect(plainText(spoken)).toBe(text)
  })

  it.each([
    ['Error: no voice', 'Error: no voice'],
    ['cannot read "It was a dark and stormy', 'cannot read "…'],
    ['cannot say stormy in this voice', 'cannot say … in this voice'],
  ])('is not in the complaint %j', (complaint, told) => {
    expect(withoutText(complaint, 'It was a dark and stormy night.')).toBe(told)
  })
})

it.each([
  [['en_US'], ['en-US', 'en']],
  [['en-gb-scotland'], ['en-GB-scotland', 'en']],
  [
    ['pt', 'pt-pt'],
    ['pt', 'pt-PT'],
  ],
  [['zh-cmn'], ['zh']],
  [['hy-arevela'], ['hy']],
  [['en-us-nyc'], ['en-US', 'en']],
  [['piqd'], []],
  [['???'], []],
  [[], []],
])('what a system calls %j is %j', (words, tags) => {
  expect(languageTags(words)).toEqual(tags)
})

/** Sound and text, but not the script. */
function soundsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => !name.endsWith('.ps1'))
}
