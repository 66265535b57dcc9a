// The voices of macOS against a stand-in for `say`: what it is asked, and what is made of its list.
import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Voice } from '../../../../src/contract/index.ts'
import { parseSayVoices } from '../../../../src/io/speech/system/macos-say.ts'
import { openSystemPrograms, type SystemPrograms } from '../../../fixtures/system-programs.ts'
import { sayVoices } from '../../../fixtures/system-programs/lists.ts'

const never = new AbortController().signal

describe('the list of say', () => {
  const listed = parseSayVoices(sayVoices)

  it.each([
    ['Albert', ['en-US', 'en']],
    ['Amélie', ['fr-CA', 'fr']],
    ['Bad News', ['en-US', 'en']],
    ['Eddy (English (UK))', ['en-GB', 'en']],
    ['Eddy (German (Germany))', ['de-DE', 'de']],
    ['Fiona', ['en-scotland', 'en']],
    ['Majed', ['ar-001', 'ar']],
    ['Meijia', ['zh-TW', 'zh']],
    ['Samantha (Enhanced)', ['en-US', 'en']],
  ])('has %s, who speaks %j', (name, languages) => {
    expect(listed).toContainEqual(expect.objectContaining({ name, label: name, languages }))
  })

  it('knows the ones that are jokes or small, which no book is given by itself', () => {
    const drafts = listed.filter(({ draft }) => draft).map(({ name }) => name)
    expect(drafts).toEqual(['Albert', 'Bad News', 'Eddy (English (UK))', 'Eddy (German (Germany))'])
  })

  it('has each name once', () => {
    expect(listed.filter(({ name }) => name === 'Daniel')).toHaveLength(1)
    expect(listed).toHaveLength(11)
  })

  it('passes over what is no voice', () => {
    expect(parseSayVoices('\nsay: something went wrong\n  # no name\n')).toEqual([])
  })
})

describe('macOS', () => {
  let mac: SystemPrograms
  let bad: Voice
  beforeEach(async () => {
    mac = openSystemPrograms({ platform: 'darwin', programs: ['say'] })
    const voices = await mac.provider.voices(never)
    const found = voices.find(({ id }) => id === 'system:Bad News')
    if (!found) throw new Error('Bad News is listed')
    bad = found
  })
  afterEach(() => mac.close())
  const speak = (text: string, rate = 1) =>
    mac.provider.speak({ voice: bad, spoken: [{ text }], rate }, never)

  it('gives the text by a file that is gone afterwards, and nothing of it as an argument', async () => {
    const { file } = await speak('Wîth the [[slnc 900]] rain.\u0000 “Good”')
    const [, asked] = mac.recorded()
    expect(asked?.args).toEqual([
      ...['-v', 'Bad News', '-o', file],
      ...['--file-format=WAVE', '--data-format=LEI16@22050', '-f', `${file}.txt`],
    ])
    expect(asked?.said).toBe('Wîth the [ [slnc 900]] rain.  “Good”')
    expect(readdirSync(mac.spool).map((name) => `${mac.spool}/${name}`)).toEqual([file])
  })

  it('asks for a pace only where it is not the voice’s own', async () => {
    await speak('Quick.', 1.5)
    expect(mac.recorded()[1]?.args.slice(0, 4)).toEqual(['-v', 'Bad News', '-r', '263'])
  })

  it('leaves no text behind when the program refuses', async () => {
    await expect(speak('refuse this')).rejects.toMatchObject({ failure: { code: 'voice-failed' } })
    expect(readdirSync(mac.spool)).toEqual([])
    expect(existsSync(mac.spool)).toBe(true)
  })

  it('names the kernel’s release from the beginning, and reads numbers itself', () => {
    expect(mac.provider.endpointId).toBe('macos-say@darwin-23.5')
    expect(mac.provider.capabilities).toMatchObject({ kind: 'system', normalizesText: true })
  })
})
