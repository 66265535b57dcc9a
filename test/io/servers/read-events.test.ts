// Server-sent events as servers send them, cut anywhere.
import { expect, test } from 'vitest'
import { readEvents } from '../../../src/io/servers/read-events.ts'

const body = (text: string, chunk: number) => {
  const bytes = new TextEncoder().encode(text)
  const count = Math.ceil(bytes.length / chunk)
  const chunks = Array.from({ length: count }, (_, at) =>
    bytes.subarray(at * chunk, (at + 1) * chunk),
  )
  return { body: ReadableStream.from(chunks) as ReadableStream<Uint8Array<ArrayBuffer>> }
}

async function read(text: string, chunk: number, most = 1000): Promise<unknown[]> {
  const events: unknown[] = []
  for await (const event of readEvents(body(text, chunk), most)) events.push(event)
  return events
}

test.each([
  ['to their own end', 'data: {"a":"ä"}\n\ndata: 2\n\ndata: [DONE]\n\n', [{ a: 'ä' }, 2, null]],
  ['with other line ends', 'data: 1\r\n\r\ndata:[DONE]\r\n\r\n', [1, null]],
  ['with comments, names and ids', ': hello\n\nevent: x\nid: 3\ndata: 1\n\n', [1]],
  ['of several lines', 'data: {"a":\ndata: 1}\n\n', [{ a: 1 }]],
  ['that end without an empty line', 'data: 1\n\ndata: [DONE]', [1, null]],
  ['that break off', 'data: 1\n\ndata: {"a', [1]],
  ['with more behind their end', 'data: [DONE]\n\ndata: 1\n\n', [null]],
])('events %s are read', async (_, text, events) => {
  for (const chunk of [1, 7, 1000]) expect(await read(text, chunk)).toEqual(events)
})

test('what is no JSON, and a stream without end, fail', async () => {
  await expect(read('data: {"a\n\n', 5)).rejects.toThrow(SyntaxError)
  await expect(read('data: 1\n\n'.repeat(200), 100)).rejects.toThrow(SyntaxError)
})
