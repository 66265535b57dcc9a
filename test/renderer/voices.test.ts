// Voices and where they come from: the list, the servers' form, neural voices on their way.
import { describe, expect, it } from 'vitest'
import {
  englishFace as words,
  type ServerPreset,
  type ServerView,
  SpeechServer,
  type Voice,
  type VoiceKind,
  type VoiceSource,
} from '../../src/contract/index.ts'
import { mirrorNeural, openOffers, shownVoiceJobs } from '../../src/renderer/src/state/neural.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { endingOf, mirrorServers } from '../../src/renderer/src/state/servers.ts'
import {
  findVoices,
  isPaid,
  kindsOf,
  labelOf,
  mirrorVoices,
  standIns,
  voiceLines,
} from '../../src/renderer/src/state/voices.ts'
import { jobOf, studioByHand } from './studio-by-hand.ts'

const voice = (
  name: string,
  languages: string[],
  label: string,
  kind: VoiceKind = 'embedded',
): Voice => ({
  id: `${kind}:${name}`,
  provider: kind,
  kind,
  name,
  label,
  languages,
  gender: 'unknown',
})
const source = (kind: VoiceKind, change: Partial<VoiceSource> = {}): VoiceSource => ({
  name: kind,
  label: `The ${kind} source`,
  kind,
  paid: false,
  ageSeconds: null,
  ...change,
})
const sources = [source('embedded'), source('server', { paid: true })]
const all = [
  voice('de', ['de'], 'German'),
  voice('en', ['en-GB'], 'English (Great Britain)'),
  voice('en-us', ['en-US'], 'English (America)'),
  voice('heart', [], 'heart', 'server'),
  voice('coral', ['fr', 'en'], 'coral', 'server'),
]
const found = (search: string, bookLanguage = 'en', kind: VoiceKind | null = null) =>
  findVoices(all, sources, { search, kind, bookLanguage, nameOf: words.language })
const sizes = (...wish: Parameters<typeof found>) =>
  found(...wish).map((group) => [group.language, group.voices.length])

describe('voices', () => {
  it('stand by language: the book’s own first, then those of unknown language', () => {
    expect(sizes('')).toEqual([
      ['en', 3],
      ['und', 1],
      ['de', 1],
    ])
    expect(sizes('', 'de')[0]).toEqual(['de', 1])
  })

  it('stand with the book’s language if they speak it among others, before draft voices', () => {
    expect(found('')[0]?.voices.map(({ label }) => label)).toEqual([
      'coral',
      'English (Great Britain)',
      'English (America)',
    ])
    expect(sizes('coral', 'fr')).toEqual([['fr', 1]])
  })

  it('are found by every word of a search, also by their source', () => {
    expect(sizes('english amer')).toEqual([['en', 1]])
    expect(sizes('GERMAN embedded')).toEqual([['de', 1]])
    expect(sizes('server source heart')).toEqual([['und', 1]])
    expect(sizes('klingon')).toEqual([])
  })

  it('are left to one kind by a chip', () => {
    expect(sizes('', 'en', 'server')).toEqual([
      ['en', 1],
      ['und', 1],
    ])
    expect(kindsOf(sources)).toEqual(['server', 'embedded'])
  })

  it('become lines of one list, counted without the languages', () => {
    const lines = voiceLines(found(''))
    expect(lines).toHaveLength(8)
    expect(lines[0]).toEqual({ kind: 'language', language: 'en' })
    expect(lines.at(-1)).toMatchObject({ kind: 'voice', position: 5 })
  })

  it('may stand in for the voice of a book when they speak its language, or may do so', () => {
    const book = { language: 'en-GB', voice: 'embedded:en', fallbackVoice: null }
    const ids = (change: Partial<typeof book> | { fallbackVoice: string } = {}) =>
      standIns({ voices: all, sources }, { ...book, ...change }).map(({ id }) => id)
    expect(ids()).toEqual(['server:coral', 'embedded:en-us', 'server:heart'])
    expect(ids({ fallbackVoice: 'embedded:de' })[0]).toBe('embedded:de')
    expect(ids({ fallbackVoice: 'gone:x' })).toEqual(ids())
    const fewer = all.filter(({ id }) => id.startsWith('embedded'))
    const strange = { ...book, language: 'fi' }
    expect(standIns({ voices: fewer, sources }, strange)).toHaveLength(2)
  })

  it('are called by their own name where the list does not have them', () => {
    expect(labelOf(all, 'embedded:de')).toBe('German')
    expect(labelOf([], 'espeak:gmw/en-US')).toBe('gmw/en-US')
  })

  it('cost money when their source does', () => {
    expect(isPaid({ sources }, 'server:heart')).toBe(true)
    expect(isPaid({ sources }, 'embedded:de')).toBe(false)
    expect(isPaid({ sources }, 'gone:x')).toBe(false)
  })

  it('stay listed while every source is asked again, and a late answer changes nothing', async () => {
    const studio = studioByHand()
    const mirror = mirrorVoices(studio.connection)
    await studio.waiting[0]?.answer({ voices: all, sources })
    void mirror.refresh(true)
    expect(mirror.get()).toMatchObject({ state: 'ready', refreshing: true, voices: all })
    studio.say('voices.changed', {})
    const [older, newer] = [...studio.waiting]
    expect(older?.args).toEqual({ fresh: true })
    await newer?.answer({ voices: all.slice(0, 1), sources })
    await older?.answer({ voices: all, sources })
    expect(mirror.get()).toMatchObject({ refreshing: false, voices: all.slice(0, 1) })
  })
})

const server: SpeechServer = SpeechServer.parse({
  id: 'box',
  name: 'Box',
  kind: 'openai',
  addresses: ['http://127.0.0.1:1/v1'],
  model: 'm',
  voices: [],
  languages: [],
  format: 'wav',
  instructions: '',
  allowPlain: false,
  lanes: null,
  requestsPerMinute: null,
  charactersPerMinute: null,
  price: null,
})
const view: ServerView = { server, hasKey: false, fixed: false, check: null }

describe('speech servers', () => {
  it('take the place of their older selves', async () => {
    const studio = studioByHand()
    const mirror = mirrorServers(studio.connection)
    await studio.waiting[0]?.answer({ servers: [view], presets: [], keys: 'keychain' })
    const saving = mirror.save({ ...server, name: 'Other' })
    await studio.waiting[0]?.answer({ ...view, server: { ...server, name: 'Other' } })
    expect((await saving).ok).toBe(true)
    expect(mirror.get().servers.map((one) => one.server.name)).toEqual(['Other'])
    expect(mirror.get().keys).toBe('keychain')
  })

  it('are fetched again when another page has changed them, the last answer counting', async () => {
    const studio = studioByHand()
    const mirror = mirrorServers(studio.connection)
    await studio.waiting[0]?.answer({ servers: [view], presets: [], keys: 'file' })
    studio.say('voices.changed', {})
    studio.say('voices.changed', {})
    const [older, newer] = [...studio.waiting]
    expect([older?.name, newer?.name]).toEqual(['server.list', 'server.list'])
    await newer?.answer({ servers: [], presets: [], keys: 'file' })
    await older?.answer({ servers: [view], presets: [], keys: 'file' })
    expect(mirror.get().servers).toEqual([])
  })

  it('are marked for as long as they are tested', async () => {
    const studio = studioByHand()
    const mirror = mirrorServers(studio.connection)
    await studio.waiting[0]?.answer({ servers: [view], presets: [], keys: 'file' })
    const checking = mirror.check('box')
    expect(mirror.get().checking.has('box')).toBe(true)
    await studio.waiting[0]?.answer(view)
    await checking
    expect(mirror.get().checking.size).toBe(0)
  })

  it('warn of an end in sight, of their model before their kind', () => {
    const presets = [{ kind: 'openai', endsAt: '2027-01-06' }] as ServerPreset[]
    const at = (date: string) => endingOf(view, presets, Date.parse(date))
    expect(at('2026-01-01')).toBeNull()
    expect(at('2026-12-01')).toEqual({ what: 'kind', date: '2027-01-06', past: false })
    expect(at('2027-02-01')).toMatchObject({ past: true })
    const check = { models: [{ id: 'm', shutdownDate: '2026-12-24' }] } as ServerView['check']
    expect(endingOf({ server, check }, presets, Date.parse('2026-12-01'))).toMatchObject({
      what: 'model',
      date: '2026-12-24',
    })
  })
})

describe('neural voices', () => {
  it('are fetched again when one has come or gone, wherever that was done', async () => {
    const studio = studioByHand()
    const mirror = mirrorNeural(
      studio.connection,
      createNews(() => false),
    )
    await studio.waiting[0]?.answer({ voices: [], offers: [] })
    expect(mirror.get().state).toBe('ready')
    studio.say('voices.changed', {})
    expect(studio.waiting.map(({ name }) => name)).toEqual(['neural.list'])
    await studio.waiting[0]?.answer({ voices: [{ id: 'a' }], offers: [] })
    expect(mirror.get().voices).toEqual([{ id: 'a' }])
  })

  it('are offered until they are here and whole', () => {
    const offers = [{ id: 'a' }, { id: 'b' }] as never
    const voices = [
      { id: 'a', state: { kind: 'ready' } },
      { id: 'b', state: { kind: 'damaged', reason: 'x' } },
    ] as never
    expect(openOffers({ state: 'ready', voices, offers, failure: null })).toEqual([{ id: 'b' }])
  })

  it('show a row while they come, and when they could not', () => {
    const jobs = new Map([
      ['a', jobOf('a', { kind: 'voice', startedAt: 1 })],
      ['b', jobOf('b', { kind: 'voice', state: 'failed', startedAt: 5 })],
      ['c', jobOf('c', { kind: 'voice', state: 'done', startedAt: 5 })],
      ['old', jobOf('old', { kind: 'voice', state: 'failed', startedAt: 1 })],
      ['book', jobOf('book')],
    ])
    expect(shownVoiceJobs(jobs, new Set(), 3).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(shownVoiceJobs(jobs, new Set(['b']), 3).map(({ id }) => id)).toEqual(['a'])
  })
})
