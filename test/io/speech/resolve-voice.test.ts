// Which voice a word means.
import { describe, expect, it } from 'vitest'
import { espeakVoices } from '../../../src/io/speech/espeak-voices.ts'
import { fliteVoices } from '../../../src/io/speech/flite-voices.ts'
import { resolveVoice } from '../../../src/io/speech/resolve-voice.ts'

const voices = [...espeakVoices, ...fliteVoices]

describe('a word for a voice', () => {
  it.each([
    ['espeak:gmw/en-US', 'espeak:gmw/en-US'],
    ['ESPEAK:GMW/EN-us', 'espeak:gmw/en-US'],
    ['gmw/en-US', 'espeak:gmw/en-US'],
    ['slt', 'flite:slt'],
    ['flite:awb', 'flite:awb'],
    ['en-us', 'espeak:gmw/en-US'],
    ['en_US', 'espeak:gmw/en-US'],
    ['en-GB', 'espeak:gmw/en'],
    ['en', 'espeak:gmw/en'],
    ['en-AU', 'espeak:gmw/en'],
    ['de', 'espeak:gmw/de'],
    ['de-AT', 'espeak:gmw/de'],
    ['fr', 'espeak:roa/fr'],
    ['fr-CH', 'espeak:roa/fr-CH'],
    ['pt-br', 'espeak:roa/pt-BR'],
    ['zh', 'espeak:sit/cmn'],
    ['zh-Hant-TW', 'espeak:sit/cmn'],
    ['no', 'espeak:gmq/nb'],
    [' es ', 'espeak:roa/es'],
  ])('%j is %s', (word, id) => {
    expect(resolveVoice(voices, word).id).toBe(id)
  })

  it.each(['', 'robot', 'espeak:', 'gmw', 'espeak:gmw/xx', 'x-klingon'])('%j is nobody', (word) => {
    expect(() => resolveVoice(voices, word)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'voice-unknown' }) }),
    )
  })

  it('leads from every id and every name to its own voice', () => {
    for (const voice of voices) {
      expect(resolveVoice(voices, voice.id)).toBe(voice)
      expect(resolveVoice(voices, voice.name)).toBe(voice)
    }
  })
})
