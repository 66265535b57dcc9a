// The language of what the app says outside of the page: the chosen one, else one that the person reads.
import { expect, it } from 'vitest'
import { createEmitter } from '../../src/core/base/emitter.ts'
import type { StudioEvents } from '../../src/core/studio/studio-context.ts'
import type { Studio } from '../../src/core/studio/studio.ts'
import { followWords, ownWords } from '../../src/main/own-words.ts'

it.each([
  ['system', ['fr-FR', 'de-AT', 'en-GB'], 'Bücher'],
  ['system', ['en-GB', 'de'], 'Books'],
  ['system', ['fr-FR'], 'Books'],
  [undefined, ['de-DE'], 'Bücher'],
  ['en', ['de-DE'], 'Books'],
  ['de', [], 'Bücher'],
])('set to %s, for a reader of %j, it says %s', (setting, preferred, books) => {
  expect(ownWords(setting, preferred).kinds.books).toBe(books)
})

it('changes with the setting, at once, and says so to what is shown already', async () => {
  const events = createEmitter<StudioEvents>((error) => {
    throw error
  })
  const studio = {
    call: async () => ({ ok: true, value: { settings: [{ name: 'language', value: 'system' }] } }),
    on: events.on,
  } as unknown as Pick<Studio, 'call' | 'on'>
  const words = await followWords(studio, ['de-AT'])
  const heard: string[] = []
  words.whenOther(() => heard.push(words.now().menu.file))
  expect(words.now().menu.file).toBe('Datei')
  const set = (name: string, value: string) =>
    events.emit('settings.changed', { setting: { name, value } } as never)
  set('theme', 'dark')
  set('language', 'de')
  expect(heard).toEqual([])
  set('language', 'en')
  set('language', 'system')
  expect(heard).toEqual(['File', 'Datei'])
})
