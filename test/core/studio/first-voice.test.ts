// The rule by which a new book gets its voice, case by case.
import { describe, expect, it } from 'vitest'
import type { Voice, VoiceKind } from '../../../src/contract/index.ts'
import { firstVoice, type SourceAtHand } from '../../../src/core/studio/voices/first-voice.ts'

const voice = (id: string, languages: string[], draft = false): Voice => ({
  id,
  provider: id.split(':')[0] ?? '',
  kind: 'server',
  name: id.split(':')[1] ?? '',
  label: id,
  languages,
  gender: 'unknown',
  ...(draft ? { draft } : {}),
})
const source = (
  kind: VoiceKind,
  voices: Voice[],
  more: Partial<SourceAtHand> = {},
): SourceAtHand => ({ kind, paid: false, speaksAnyLanguage: false, voices, ...more })

const embedded = source('embedded', [
  voice('espeak:gmw/en', ['en-GB', 'en']),
  voice('espeak:gmw/en-US', ['en-US', 'en']),
  voice('espeak:gmw/de', ['de']),
  voice('espeak:roa/pt-BR', ['pt-BR']),
  voice('espeak:roa/fr-BE', ['fr-BE', 'fr']),
  voice('espeak:roa/fr', ['fr-FR', 'fr']),
])
const kokoro = source('server', [
  voice('box:af_heart', ['en-US']),
  voice('box:bf_emma', ['en-GB']),
  voice('box:ff_siwis', ['fr']),
])
const unnamed = source('server', [voice('plain:one', [])])
const openAi = source('server', [voice('openai:alloy', [])], {
  paid: true,
  speaksAnyLanguage: true,
})
const neural = source('neural', [voice('neural:thorsten', ['de-DE'])])
const system = source('system', [
  voice('system:espeak-ng/gmw/de', ['de'], true),
  voice('system:Albert', ['en-US'], true),
  voice('system:Anna', ['de-DE']),
])
const drafts = source('system', [voice('system:espeak-ng/gmw/en-US', ['en-US', 'en'], true)])

describe('the first voice', () => {
  it.each<[string, string, SourceAtHand[], string]>([
    ['a server’s goes before all', 'en', [embedded, system, neural, kokoro], 'box:af_heart'],
    ['the region is as the book names it', 'en-GB', [embedded, kokoro], 'box:bf_emma'],
    ['a language without a region is spoken as most speak it', 'fr', [embedded], 'espeak:roa/fr'],
    ['a region nobody names is no hindrance', 'en-AU', [embedded, kokoro], 'box:af_heart'],
    ['a book without a language is English', 'und', [embedded, kokoro], 'box:af_heart'],
    ['and so is one that says nothing', '', [embedded], 'espeak:gmw/en-US'],
    ['a server must speak the language', 'de', [embedded, kokoro], 'espeak:gmw/de'],
    ['else a neural voice that does', 'de', [embedded, kokoro, neural], 'neural:thorsten'],
    ['then one of the system', 'de', [embedded, kokoro, system], 'system:Anna'],
    ['a neural voice goes before the system’s', 'de', [system, neural], 'neural:thorsten'],
    ['a draft of the system is no better than ours', 'en', [drafts, embedded], 'espeak:gmw/en-US'],
    ['nor is it where ours is missing', 'en', [drafts], 'espeak:gmw/en-US'],
    ['a voice without a language speaks English', 'en-US', [unnamed, embedded], 'plain:one'],
    ['and nothing else', 'fr', [unnamed, embedded], 'espeak:roa/fr'],
    ['unless its server says so', 'ja', [embedded, openAi], 'openai:alloy'],
    ['one that names the language goes first', 'fr', [openAi, kokoro], 'box:ff_siwis'],
    ['what costs nothing goes first among servers', 'en', [openAi, kokoro], 'box:af_heart'],
    ['the first of two free servers', 'en', [unnamed, kokoro], 'plain:one'],
    ['a paid server goes before the disk', 'de', [neural, openAi], 'openai:alloy'],
    ['another region of a small language', 'pt', [embedded], 'espeak:roa/pt-BR'],
    ['an underscore is a hyphen', 'pt_PT', [embedded], 'espeak:roa/pt-BR'],
    ['nobody speaks it', 'tlh', [embedded, kokoro, neural, system], 'espeak:gmw/en-US'],
    ['nobody is there', 'de', [], 'espeak:gmw/en-US'],
    ['a source that lists nothing', 'de', [source('server', []), embedded], 'espeak:gmw/de'],
  ])('%s (%s)', (_, language, sources, expected) => {
    expect(firstVoice(language, sources)).toBe(expected)
  })
})
