// The voices of Windows against a stand-in for PowerShell: what it is asked, its crash and its return.
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Voice } from '../../../../src/contract/index.ts'
import { sapiRate, windowsVoices } from '../../../../src/io/speech/system/windows-sapi.ts'
import { windowsScript } from '../../../../src/io/speech/system/windows-script.ts'
import {
  isRunning,
  openSystemPrograms,
  type SystemPrograms,
} from '../../../fixtures/system-programs.ts'
import { windowsList } from '../../../fixtures/system-programs/lists.ts'

const never = new AbortController().signal

it('the list of Windows becomes voices', () => {
  expect(windowsVoices(windowsList)).toEqual([
    {
      name: 'Microsoft David Desktop',
      label: 'Microsoft David Desktop - English (United States)',
      languages: ['en-US', 'en'],
      gender: 'male',
    },
    {
      name: 'Microsoft Hedda Desktop',
      label: 'Microsoft Hedda Desktop - German',
      languages: ['de-DE', 'de'],
      gender: 'female',
    },
    { name: 'Élodie', label: 'Élodie', languages: [], gender: 'unknown' },
  ])
})

it('a factor on the pace becomes the number of SAPI that is nearest', () => {
  expect([0.1, 1 / 3, 0.7, 1, 1.2, 2, 3, 9].map(sapiRate)).toEqual([-10, -10, -3, 0, 2, 6, 10, 10])
})

describe('Windows', () => {
  let windows: SystemPrograms
  let david: Voice
  let elodie: Voice
  beforeEach(async () => {
    windows = openSystemPrograms({
      platform: 'win32',
      release: '10.0.22631',
      programs: ['powershell.exe'],
    })
    const voices = await windows.provider.voices(never)
    const [first, , last] = voices
    if (!first || !last) throw new Error('three voices are listed')
    david = first
    elodie = last
  })
  afterEach(() => windows.close())
  const speak = (text: string, voice = david, signal = never) =>
    windows.provider.speak({ voice, spoken: [{ text }], rate: 1 }, signal)
  /** Questions for sound, without the listing. */
  const asked = () => windows.recorded().slice(1)

  it('runs a script of its own by file, for nobody’s profile and nobody’s prompt', async () => {
    await speak('Good day.')
    const script = asked()[0]?.args.at(-1) ?? ''
    expect(asked()[0]?.args.slice(0, -1)).toEqual([
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'],
    ])
    expect(readFileSync(script, 'utf8')).toBe(windowsScript)
    // PowerShell 5.1 reads a script as the system's code page.
    expect(windowsScript).toMatch(/^[\x20-\x7e\n]+$/)
  })

  it('asks in ASCII, the text as Base64', async () => {
    const { file } = await speak('“Größe” <b>', elodie)
    const line = asked()[0]?.said ?? ''
    expect(line).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(line)).toMatchObject({
      ask: 'speak',
      voice: 'Élodie',
      rate: 0,
      file,
      text: Buffer.from('“Größe” <b>').toString('base64'),
    })
  })

  it('keeps a process for the next text, and never has more than two', async () => {
    await speak('One.')
    await speak('Two.')
    expect(new Set(asked().map(({ pid }) => pid)).size).toBe(1)
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => speak(text)))
    expect(asked()).toHaveLength(7)
    expect(new Set(asked().map(({ pid }) => pid)).size).toBe(2)
  })

  it('says voice-crashed for the text a process ended at, and starts another for the next', async () => {
    await expect(speak('crash here')).rejects.toMatchObject({
      failure: { code: 'voice-crashed', params: { voice: david.id }, retry: 'now' },
    })
    const { file } = await speak('And on.')
    expect(existsSync(file)).toBe(true)
    expect(new Set(asked().map(({ pid }) => pid)).size).toBe(2)
  })

  it('says voice-failed for what the script refuses, and keeps the process', async () => {
    const refused = await speak('Please refuse this sentence.').catch((error: unknown) => error)
    expect(refused).toMatchObject({ failure: { code: 'voice-failed' } })
    expect(String(refused)).not.toContain('this sentence')
    await speak('And on.')
    expect(new Set(asked().map(({ pid }) => pid)).size).toBe(1)
  })

  it('ends a process that was aborted, and starts another for the next', async () => {
    const controller = new AbortController()
    const stalled = speak('stall', david, controller.signal)
    const [, first] = await windows.whenAsked(2)
    controller.abort()
    await expect(stalled).rejects.toMatchObject({ name: 'AbortError' })
    expect(isRunning(first?.pid ?? 0)).toBe(false)
    await speak('And on.')
    expect(asked()[1]?.pid).not.toBe(first?.pid)
  })

  it('keeps none after listing', async () => {
    const [listing] = windows.recorded()
    await speak('One.')
    expect(asked()[0]?.pid).not.toBe(listing?.pid)
  })

  it('names the release of Windows, and reads numbers itself', () => {
    expect(windows.provider.endpointId).toBe('windows-sapi@10.0.22631')
    expect(windows.provider.capabilities.normalizesText).toBe(true)
  })
})
