// Keys that pass are kept out of the log: as they are, however they are kept.
import { expect, test } from 'vitest'
import type { KeyStore } from '../../src/core/ports/servers.ts'
import { hiddenKeys } from '../../src/io/hidden-keys.ts'
import { createServerKeys } from '../../src/io/servers/server-keys.ts'

const server = { id: 'box', addresses: ['https://box.example/v1'] }

function memoryKeys(): KeyStore {
  const kept = new Map<string, string>()
  return {
    get: async (id) => kept.get(id) ?? null,
    has: async (id) => kept.has(id),
    set: async (id, key) => void kept.set(id, key),
    clear: async (id) => void kept.delete(id),
    place: async () => 'file',
  }
}

test('a key that is entered, and one that is read, are hidden by their own word', async () => {
  const hidden: string[] = []
  const store = memoryKeys()
  await createServerKeys(hiddenKeys(store, (secret) => hidden.push(secret))).set(server, 'sk-one')
  expect(hidden).toEqual(['sk-one'])
  const read = createServerKeys(hiddenKeys(store, (secret) => hidden.push(secret)))
  expect(await read.get(server)).toBe('sk-one')
  expect(new Set(hidden)).toEqual(new Set(['sk-one']))
})

test('what somebody else has kept is hidden as it is', async () => {
  const hidden: string[] = []
  const store = memoryKeys()
  await store.set('box', 'sk-plain')
  await hiddenKeys(store, (secret) => hidden.push(secret)).get('box')
  expect(hidden).toEqual(['sk-plain'])
})
