// A server of a model as it is written in its form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LanguageModel } from '../../src/contract/language-model.ts'
import { Transcriber } from '../../src/contract/transcriber.ts'
import {
  draftOfModel,
  isSameModel,
  modelFieldOf,
  modelOfDraft,
  modelProblems,
} from '../../src/renderer/src/state/model-draft.ts'
import type { TokenAmount } from '../../src/renderer/src/state/model-server.ts'

const empty = draftOfModel(null, ['perMillionIn', 'perMillionOut'])
const draft = { ...empty, address: 'http://127.0.0.1:11434/v1', model: 'small' }
const priced = (perMillionIn: string, perMillionOut: string) => ({
  ...draft,
  amounts: { perMillionIn, perMillionOut },
})

describe('a draft of a language model', () => {
  it('begins empty and asks for an address and a name', () => {
    expect(modelProblems(empty)).toEqual({ address: 'address', model: 'model' })
    expect(modelProblems({ ...draft, address: 'localhost:11434' })).toEqual({ address: 'address' })
    expect(modelProblems(draft)).toEqual({})
  })

  it('needs a whole price or none', () => {
    expect(modelProblems(priced('much', '2'))).toEqual({ perMillionIn: 'price' })
    expect(modelProblems({ ...priced('', '-1'), currency: 'euro' })).toEqual({
      perMillionOut: 'price',
      currency: 'currency',
    })
    expect(modelProblems({ ...priced(' ', ''), currency: '?' })).toEqual({})
    expect(modelOfDraft({ ...priced('0,15', ''), currency: 'eur' }).price).toEqual({
      perMillionIn: 0.15,
      perMillionOut: 0,
      currency: 'EUR',
    })
    expect(modelOfDraft(draft).price).toBeNull()
  })

  it('is another one as soon as a person has written something', () => {
    expect(isSameModel(draft, { ...draft, amounts: { ...draft.amounts } })).toBe(true)
    for (const change of [{ model: 'large' }, { allowPlain: true }, priced('', '2')])
      expect(isSameModel(draft, { ...draft, ...change })).toBe(false)
  })

  it('becomes a model that the contract knows, and the same one again', () => {
    const amounts = fc.double({ min: 0, max: 1000, noNaN: true })
    fc.assert(
      fc.property(amounts, amounts, fc.boolean(), (perMillionIn, perMillionOut, allowPlain) => {
        const price = { perMillionIn, perMillionOut, currency: 'USD' }
        const model = { address: 'https://a/v1', model: 'large', allowPlain, price }
        const drafted = draftOfModel<TokenAmount>(model, ['perMillionIn', 'perMillionOut'])
        expect(modelOfDraft(drafted)).toEqual(model)
        expect(LanguageModel.safeParse(model).success).toBe(true)
      }),
    )
    const made = modelOfDraft({ ...draft, address: ' http://a ', model: ' small ' })
    expect(LanguageModel.parse(made)).toEqual(made)
    expect(made).toMatchObject({ address: 'http://a', model: 'small' })
  })

  it('is told beside the field that it is about', () => {
    const field = (code: Parameters<typeof modelFieldOf>[0]['code']) =>
      modelFieldOf({ code, params: {}, retry: 'never' })
    expect(field('address-refused')).toBe('address')
    expect(field('key-refused')).toBe('key')
    expect(field('model-gone')).toBe('model')
    expect(field('unexpected')).toBeNull()
  })
})

describe('a draft of a listener', () => {
  const listener = { ...draftOfModel(null, ['perMinute']), address: 'http://a', model: 'whisper-1' }

  it('has one price, for a minute', () => {
    expect(modelProblems({ ...listener, amounts: { perMinute: 'cheap' } })).toEqual({
      perMinute: 'price',
    })
    const made = modelOfDraft({ ...listener, amounts: { perMinute: '0,006' } })
    expect(Transcriber.parse(made)).toEqual(made)
    expect(made.price).toEqual({ perMinute: 0.006, currency: 'USD' })
    expect(modelOfDraft(draftOfModel(made, ['perMinute']))).toEqual(made)
  })
})
