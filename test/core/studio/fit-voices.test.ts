// Characters get voices out of those at hand: fitting, none that costs money, and one step for undo.
import { expect, test } from 'vitest'
import type { Voice } from '../../../src/contract/index.ts'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const named = (provider: string, name: string, gender: Voice['gender']): Voice => ({
  ...plainVoice,
  ...{ id: `${provider}:${name}`, provider, name, label: name, gender },
})
const source = (
  name: string,
  voices: Voice[],
  price: VoiceProvider['capabilities']['price'] = null,
): VoiceProvider => {
  const plain = voiceOf(async () => ({ file: 'sound' }))
  return {
    ...plain,
    name,
    voices: async () => voices,
    capabilities: { ...plain.capabilities, price },
  }
}
const price = { perMillionCharacters: 15, currency: 'USD', asOf: '2026-11-28', source: 'here' }
const paragraphs = [
  'Anna rose. She took her coat. Anna went to the window. She opened it herself.',
  '“We sail at dawn,” said Anna. She looked at the sea. “Not before,” said Anna.',
  '“Not in this fog,” said Mr. Brook. He looked at the sea.',
]

test('who is not told of by the book gets a voice that fits the description', async () => {
  const voices = [
    { ...plainVoice, id: 'espeak:gmw/en-US' },
    named('espeak', 'slt', 'female'),
    named('espeak', 'bob', 'male'),
  ]
  const sources = sourcesOf(source('espeak', voices))
  const test = studioPorts(systemClock, { reader: readerOf([paragraphs]), sources })
  await withOpenBook(test, async ({ call, projectId }) => {
    const description = { gender: 'he' as const, age: 'old' as const, phrase: '' }
    const guard = { id: 'guard', name: 'The guard', voice: null, colour: 0, description }
    await call('cast.change', { projectId, put: [guard], remove: [] })
    await call('cast.fitVoices', { projectId })
    const { cast } = (await call('project.open', { projectId })).project
    expect(cast).toEqual([{ ...guard, voice: 'espeak:bob' }])
  })
})

test('characters get a voice that fits them, and undo takes all of them back', async () => {
  const narrator = { ...plainVoice, id: 'espeak:gmw/en-US' }
  const sources = sourcesOf(
    source('espeak', [narrator, named('espeak', 'bob', 'male')]),
    source('flite', [named('flite', 'slt', 'female')]),
    source('dear', [named('dear', 'alloy', 'female')], price),
  )
  const test = studioPorts(systemClock, { reader: readerOf([paragraphs]), sources })
  await withOpenBook(test, async ({ call, projectId }) => {
    const voices = async () =>
      (await call('project.open', { projectId })).project.cast.map(({ id, voice }) => [id, voice])
    await expect(call('cast.fitVoices', { projectId })).rejects.toMatchObject({
      failure: { code: 'nothing-to-cast' },
    })
    await call('cast.takeUp', { projectId, characters: ['anna', 'mr-brook'], confidence: 0.9 })
    expect(await call('cast.fitVoices', { projectId })).toMatchObject({ given: 2, left: 0 })
    expect(await voices()).toEqual([
      ['anna', 'flite:slt'],
      ['mr-brook', 'espeak:bob'],
    ])
    await call('project.undo', { projectId })
    expect(await voices()).toEqual([
      ['anna', null],
      ['mr-brook', null],
    ])
  })
})
