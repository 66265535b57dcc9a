// A speech server as it is written in its form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProviderName, type ServerPreset, SpeechServer } from '../../src/contract/index.ts'
import {
  asksPlainly,
  draftOfPreset,
  draftOfServer,
  draftProblems,
  fieldOf,
  isSameDraft,
  newServerId,
  serverOfDraft,
} from '../../src/renderer/src/state/server-draft.ts'

const price = { perMillionCharacters: 16, currency: 'USD', asOf: '2026-11-20', source: 'a page' }
const preset: ServerPreset = {
  kind: 'openai',
  name: 'OpenAI',
  address: 'https://api.openai.com/v1',
  model: 'tts-1',
  needsKey: true,
  lanes: null,
  maxCharacters: 400,
  price,
  endsAt: null,
}
const draft = draftOfPreset(preset)
const today = '2026-12-01'
const server = (change: Partial<typeof draft> = {}) =>
  serverOfDraft({ ...draft, ...change }, 'openai', today, 'by hand')

describe('a draft of a server', () => {
  it('is another one as soon as a person has written something', () => {
    expect(isSameDraft(draft, { ...draft })).toBe(true)
    expect(isSameDraft(draft, { ...draft, name: 'Mine' })).toBe(false)
    expect(isSameDraft(draft, { ...draft, allowPlain: true })).toBe(false)
    // It has got its id and its price's date by being saved.
    expect(isSameDraft(draft, { ...draft, id: 'openai', priceBefore: null })).toBe(true)
  })

  it('becomes a server that the contract knows, and the same draft again', () => {
    const made = server({
      addresses: ' http://a/v1 \n\nhttp://b/v1\nhttp://a/v1',
      languages: 'en, de-AT',
      voices: 'heart\n bella ',
      atOnce: 'number',
      lanes: '4',
      requestsPerMinute: '60',
    })
    expect(SpeechServer.parse(made)).toEqual(made)
    expect(made).toMatchObject({
      addresses: ['http://a/v1', 'http://b/v1'],
      languages: ['en', 'de-AT'],
      voices: ['heart', 'bella'],
      lanes: 4,
      requestsPerMinute: 60,
      charactersPerMinute: null,
    })
    expect(serverOfDraft(draftOfServer(made), 'openai', today, 'by hand')).toEqual(made)
  })

  it('keeps a price’s date and source until the price is written anew', () => {
    expect(server().price).toEqual(price)
    expect(server({ price: '16.00' }).price).toEqual(price)
    expect(server({ price: '7,5', currency: 'eur' }).price).toEqual({
      perMillionCharacters: 7.5,
      currency: 'EUR',
      asOf: today,
      source: 'by hand',
    })
    expect(server({ price: ' ' }).price).toBeNull()
  })

  it('tells how many segments go at once: by the settings, by itself, or a number', () => {
    expect(server({ atOnce: 'usual' }).lanes).toBeNull()
    expect(server({ atOnce: 'found' }).lanes).toBe(0)
  })

  it('names what is to be mended, field by field', () => {
    expect(draftProblems(draft)).toEqual({})
    const wrong = {
      ...draft,
      name: ' ',
      addresses: '\n',
      model: '',
      atOnce: 'number' as const,
      lanes: '65',
      requestsPerMinute: '0',
      charactersPerMinute: 'many',
      price: 'dear',
      currency: 'dollars',
    }
    expect(Object.keys(draftProblems(wrong)).sort()).toEqual([
      'addresses',
      'charactersPerMinute',
      'currency',
      'lanes',
      'model',
      'name',
      'price',
      'requestsPerMinute',
    ])
  })

  it('gets an id that is free and that the contract takes, whatever its address', () => {
    expect(newServerId(draft, [])).toBe('openai')
    expect(newServerId(draft, ['openai', 'openai-2'])).toBe('openai-3')
    const other = { ...draft, kind: 'other' as const }
    expect(newServerId({ ...other, addresses: 'http://Big.Local:8880/v1' }, [])).toBe(
      'server-big-local',
    )
    fc.assert(
      fc.property(fc.string(), (addresses) => {
        expect(ProviderName.safeParse(newServerId({ ...other, addresses }, [])).success).toBe(true)
      }),
    )
  })

  it('puts a refusal beside the field it is about', () => {
    const of = (code: 'address-refused' | 'key-refused' | 'model-gone' | 'unexpected') =>
      fieldOf({ code, params: {}, retry: 'never' })
    expect(of('address-refused')).toBe('addresses')
    expect(of('key-refused')).toBe('key')
    expect(of('model-gone')).toBe('model')
    expect(of('unexpected')).toBeNull()
  })

  it('asks about plain http only beyond this machine', () => {
    expect(asksPlainly('http://127.0.0.1:8880/v1\nhttp://localhost:1')).toBe(false)
    expect(asksPlainly('http://[::1]:8880')).toBe(false)
    expect(asksPlainly('https://a.example')).toBe(false)
    expect(asksPlainly('https://a.example\n http://big.local:8880')).toBe(true)
  })
})
