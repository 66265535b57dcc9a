// The servers of models that are set, a language model and a listener: what is known of them, and what helps.
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/contract/index.ts'
import { askingCuresOf } from '../../src/renderer/src/state/asking.ts'
import { hearingOf } from '../../src/renderer/src/state/hearing.ts'
import {
  mirrorLanguageModel,
  mirrorTranscriber,
} from '../../src/renderer/src/state/model-server.ts'
import {
  languageModelKind,
  transcriberKind,
} from '../../src/renderer/src/state/model-server-kinds.ts'
import { studioByHand } from './studio-by-hand.ts'

const kept = { hasKey: false, keys: 'file', check: null }
const server = { address: 'http://a', model: 'small', allowPlain: false, price: null }

describe.each([
  { name: 'the language model', mirrorOf: mirrorLanguageModel, field: 'model', noun: 'script' },
  { name: 'the listener', mirrorOf: mirrorTranscriber, field: 'transcriber', noun: 'listen' },
])('$name', ({ mirrorOf, field, noun }) => {
  const view = { ...kept, [field]: null }

  it('is the one that was saved, whatever was on its way before', async () => {
    const studio = studioByHand()
    const mirror = mirrorOf(studio.connection)
    mirror.watch()
    const saved = mirror.save(server)
    expect(studio.waiting.map(({ name }) => name.split('.')[0])).toEqual([noun, noun])
    await studio.waiting[1]?.answer({ ...view, [field]: server })
    expect((await saved).ok).toBe(true)
    await studio.waiting[0]?.answer(view)
    expect(mirror.get().view?.server).toEqual(server)
  })

  it('tells that it is being checked, and what a check found', async () => {
    const studio = studioByHand()
    const mirror = mirrorOf(studio.connection)
    const checked = mirror.check()
    expect(mirror.get().isChecking).toBe(true)
    const check = { at: 1, failure: null, latencyMs: 12, models: ['small'] }
    await studio.waiting[0]?.answer({ ...view, [field]: server, check })
    await checked
    expect(mirror.get()).toMatchObject({ isChecking: false, view: { server, check } })
  })
})

describe('a model at work', () => {
  it('can always be gone on with', () => {
    const cures = (code: Failure['code']) => askingCuresOf({ code, params: {}, retry: 'never' })
    expect(cures('budget-spent')).toEqual(['go-on', 'raise-budget'])
    expect(cures('disk-full')).toEqual(['go-on'])
    for (const code of [
      'key-refused',
      'model-timeout',
      'server-unreachable',
      'no-transcriber',
    ] as const)
      expect(cures(code).some((cure) => cure === 'go-on' || cure === 'try-now')).toBe(true)
  })
})

describe('a price', () => {
  it('is told as it was entered, and of a minute as of an hour: cents of a cent say nothing', () => {
    const price = { perMillionIn: 0.15, perMillionOut: 0.6, currency: 'USD' }
    expect(languageModelKind.priceText(price)).toContain('$0.15')
    expect(transcriberKind.priceText({ perMinute: 0.006, currency: 'USD' })).toBe(
      '$0.36 per hour of sound',
    )
  })
})

describe('what is left to be heard', () => {
  it('is nothing before anything is spoken, and nothing when all of it was heard', () => {
    const cost = { seconds: 0, cost: null }
    expect(hearingOf({ ...cost, takes: 0, known: 0 })).toBe('unspoken')
    expect(hearingOf({ ...cost, takes: 3, known: 2 })).toBe('wanted')
    expect(hearingOf({ ...cost, takes: 3, known: 3 })).toBe('whole')
  })
})
