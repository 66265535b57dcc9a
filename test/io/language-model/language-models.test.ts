// The person's language model: where it may be, what becomes of its key, and what is sent to it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LanguageModel } from '../../../src/contract/index.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { openKeyFile } from '../../../src/io/key-file.ts'
import {
  openLanguageModels,
  type OpenedLanguageModels,
} from '../../../src/io/language-model/open-language-models.ts'
import { openChatServer, type ChatServer } from '../../chat-server/chat-server.ts'
import { openBareServer, sendJson } from '../../fixtures/bare-server.ts'

let folder: string
let models: OpenedLanguageModels
let server: ChatServer
const open = () =>
  openLanguageModels({
    path: join(folder, 'language-model.json'),
    keys: openKeyFile(join(folder, 'keys.json')),
    clock: systemClock,
    concurrency: () => 3,
  })
const at = (address: string, given: Partial<LanguageModel> = {}): LanguageModel => ({
  ...{ address, model: 'loopback', allowPlain: false, price: null },
  ...given,
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-model-'))
  server = await openChatServer({ key: 'sk-right', models: ['loopback', 'other'] })
  models = open()
})
afterEach(async () => {
  await models.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a language model', () => {
  test('is none at first: nothing is in use, and a key and a check are refused', async () => {
    expect(await models.view()).toEqual({ model: null, hasKey: false, keys: 'file', check: null })
    expect(models.inUse()).toBeNull()
    const none = { failure: { code: 'no-language-model' } }
    await expect(models.setKey('sk-x')).rejects.toMatchObject(none)
    await expect(models.check(new AbortController().signal)).rejects.toMatchObject(none)
  })

  test.each([
    ['http://box.example:11434', 'address-refused'],
    ['https://me:secret@a.example', 'address-refused'],
    ['ftp://a.example', 'address-refused'],
    ['', 'address-refused'],
  ])('is not set at %j', async (address, code) => {
    await expect(models.set(at(address))).rejects.toMatchObject({ failure: { code } })
    expect(models.inUse()).toBeNull()
  })

  test('is kept with its address made plain, and its key in its own file alone', async () => {
    await models.set(at(`${server.address}/chat/completions`))
    const { model, hasKey } = await models.setKey('sk-right')
    expect([model?.address, hasKey]).toEqual([server.address, true])
    expect(readFileSync(join(folder, 'language-model.json'), 'utf8')).not.toContain('sk-right')
    await models.close()
    models = open()
    expect(await models.view()).toMatchObject({ hasKey: true, model: { model: 'loopback' } })
    expect(await models.check(new AbortController().signal)).toMatchObject({
      check: { failure: null, models: ['loopback', 'other'] },
    })
    // The check has nothing of a book in it.
    expect(server.calls.map(({ user }) => user)).toEqual(['ready?'])
  })

  test('loses its key where it moves to another address, and when it is forgotten', async () => {
    await models.set(at(server.address))
    await models.setKey('sk-right')
    expect(await models.set(at('https://elsewhere.example'))).toMatchObject({ hasKey: false })
    expect(await models.set(at(server.address))).toMatchObject({ hasKey: false })
    await models.setKey('sk-right')
    expect(await models.set(null)).toMatchObject({ model: null, hasKey: false })
    expect(await models.set(at(server.address))).toMatchObject({ hasKey: false, check: null })
  })

  test('that points elsewhere is not followed, and its key goes nowhere else', async () => {
    const there = await openBareServer((_, response) => sendJson(response, 200, {}))
    const here = await openBareServer((_, response) => {
      response.writeHead(307, { location: `${there.url}/chat/completions` }).end()
    })
    try {
      await models.set(at(here.url))
      await models.setKey('sk-right')
      const question = { system: 'a', user: 'b', schema: { name: 'c', json: {} } }
      const asked = models.inUse()?.ask(question, new AbortController().signal)
      await expect(asked).rejects.toMatchObject({ failure: { code: 'server-refused' } })
      expect(there.asked).toEqual([])
    } finally {
      await Promise.all([here.close(), there.close()])
    }
  })

  test.each([
    [200, '{"choices":[]}', 'server-failed'],
    [200, '<html><title>Sign in</title></html>', 'server-failed'],
    [200, '{"error":{"message":"Incorrect API key","code":"invalid_api_key"}}', 'key-refused'],
    [
      404,
      '{"error":{"message":"model loopback not found","code":"model_not_found"}}',
      'model-gone',
    ],
    [402, '{"error":{"message":"no credit"}}', 'quota-spent'],
    [500, 'oops', 'server-failed'],
  ])('that answers %i %s fails with what that means: %s', async (status, body, code) => {
    const odd = await openBareServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
    try {
      await models.set(at(odd.url))
      const question = { system: 'a', user: 'b', schema: { name: 'c', json: {} } }
      const asked = models.inUse()?.ask(question, new AbortController().signal)
      await expect(asked).rejects.toMatchObject({ failure: { code } })
    } finally {
      await odd.close()
    }
  })

  test('that writes without end is stopped, and let go of', async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    const piece = `data: {"choices":[{"delta":{"content":"${'On and on. '.repeat(100)}"}}]}\n\n`
    const endless = await openBareServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).once('close', resolve)
      const goOn = () => {
        while (response.write(piece));
        response.once('drain', goOn)
      }
      goOn()
    })
    try {
      await models.set(at(endless.url))
      let told = ''
      const signal = new AbortController().signal
      const question = { system: 'a', user: 'b' }
      const answer = await models.inUse()?.write(question, (text) => (told += text), signal)
      expect(answer).toMatchObject({ isCut: true, isRefused: false, tokens: null })
      expect(answer?.text).toBe(told.slice(0, 100_000))
      await gone
    } finally {
      await endless.close()
    }
  })

  test.each([
    ['data: {"error":{"message":"overloaded","code":"rate_limit"}}\n\n', 'server-busy'],
    ['data: {"choices":[{"delta":{"content":"On"}}]}\n\n', 'server-failed'],
    ['data: nothing\n\n', 'server-failed'],
  ])('that streams %j fails with what that means: %s', async (body, code) => {
    const odd = await openBareServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body)
    })
    try {
      await models.set(at(odd.url))
      const signal = new AbortController().signal
      const asked = models.inUse()?.write({ system: 'a', user: 'b' }, () => {}, signal)
      await expect(asked).rejects.toMatchObject({ failure: { code } })
    } finally {
      await odd.close()
    }
  })
})
