// A server that says 200 and sends no sound: nothing of it is kept, and what it said is told.
import { afterEach, expect, it } from 'vitest'
import { failureSentences } from '../../src/contract/index.ts'
import { FailureError } from '../../src/core/base/failure-error.ts'
import { openBareServer } from '../fixtures/bare-server.ts'
import { openServerProvider } from '../fixtures/server-provider.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const answers = async (bytes: Uint8Array | string, type: string) => {
  const server = await openBareServer((_, response) => {
    response.writeHead(200, { 'content-type': type })
    response.end(bytes)
  })
  closing.push(server.close)
  const box = openServerProvider([server.url], { voices: ['anna'] })
  closing.push(box.close)
  const [voice] = await box.provider.voices(new AbortController().signal)
  if (!voice) throw new Error('a voice is listed')
  const wish = { voice, spoken: [{ text: 'Hello there.' }], rate: 1 }
  const ended = box.provider.speak(wish, new AbortController().signal)
  const failed = await ended.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : null),
  )
  return { box, failed }
}

it.each([
  ['a page of HTML', '<!doctype html><title>Welcome</title><p>It works!', 'text/html'],
  ['a page of HTML called sound', '<html><body>Sign in</body></html>', 'audio/wav'],
  ['nothing', '', 'audio/wav'],
])('%s is told as no sound', async (_, bytes, type) => {
  const { box, failed } = await answers(bytes, type)
  expect(failed?.code).toBe('sound-refused')
  expect(failureSentences['sound-refused'](failed?.params ?? {})).toContain('not this text')
  expect(box.spooled()).toEqual([])
})
