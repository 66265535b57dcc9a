import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Media } from '../../../src/core/ports/media.ts'
import { mediaResponse } from '../../../src/io/site/media-response.ts'

let folder: string
let file: string
const content = Uint8Array.from({ length: 400_000 }, (_, index) => (index * 7 + (index >> 8)) & 255)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-media-'))
  file = join(folder, 'sound.bin')
  writeFileSync(file, content)
})
afterAll(() => rmSync(folder, { recursive: true }))

const media = (parts: Media['parts'], more: Partial<Media> = {}): Media => ({
  mediaType: 'audio/wav',
  immutable: true,
  parts,
  ...more,
})
const get = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://127.0.0.1/media/x', { method, headers })
const bytesOf = async (response: Response | Promise<Response>) =>
  new Uint8Array(await (await response).arrayBuffer())

describe('media', () => {
  test('is served whole, part after part, with its length', async () => {
    const head = new Uint8Array([1, 2, 3])
    const parts = [{ bytes: head }, { file, offset: 100, length: 300_000 }, { bytes: head }]
    const response = await mediaResponse(media(parts), get())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe('300006')
    expect(await bytesOf(response)).toEqual(
      Uint8Array.from([...head, ...content.subarray(100, 300_100), ...head]),
    )
  })

  test('any range equals the same cut of the whole', async () => {
    const span = fc.record({ offset: fc.nat(1000), length: fc.nat(1000) })
    const part = fc.oneof(
      span.map(({ offset, length }) => ({ file, offset, length })),
      fc.uint8Array({ maxLength: 500 }).map((bytes) => ({ bytes })),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        async (parts, a, b) => {
          const whole = await bytesOf(mediaResponse(media(parts), get()))
          if (whole.length === 0) return
          const start = a % whole.length
          const end = start + (b % (whole.length - start))
          const response = await mediaResponse(
            media(parts),
            get({ range: `bytes=${start}-${end}` }),
          )
          expect(response.status).toBe(206)
          expect(response.headers.get('content-range')).toBe(
            `bytes ${start}-${end}/${whole.length}`,
          )
          expect(await bytesOf(response)).toEqual(whole.slice(start, end + 1))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('says 416 and its size for a range behind its end', async () => {
    const response = await mediaResponse(
      media([{ bytes: new Uint8Array(10) }]),
      get({ range: 'bytes=10-' }),
    )
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  test('answers HEAD with the headers of GET and no body', async () => {
    const response = await mediaResponse(
      media([{ file, offset: 0, length: 400_000 }]),
      get({ range: 'bytes=5-' }, 'HEAD'),
    )
    expect([response.status, response.body]).toEqual([206, null])
    expect(response.headers.get('content-length')).toBe('399995')
  })

  test('gives the whole when the range is conditional, for it has no validators', async () => {
    const response = await mediaResponse(
      media([{ bytes: new Uint8Array(10) }]),
      get({ range: 'bytes=5-', 'if-range': '"x"' }),
    )
    expect(response.status).toBe(200)
  })

  test('a download keeps its name, in every script', async () => {
    const response = await mediaResponse(media([], { downloadName: 'Ä "Book" (1).m4b' }), get())
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_ _Book_ (1).m4b"; filename*=UTF-8''%C3%84%20%22Book%22%20%281%29.m4b`,
    )
  })

  test('only what names its content is kept by the browser', async () => {
    const kept = await mediaResponse(media([]), get())
    const fresh = await mediaResponse(media([], { immutable: false }), get())
    expect(kept.headers.get('cache-control')).toContain('immutable')
    expect(fresh.headers.get('cache-control')).toBe('no-store')
  })

  test('a file is served to its end when its length is not said', async () => {
    const rest = { file, offset: 399_998, length: Number.MAX_SAFE_INTEGER }
    const response = await mediaResponse(media([rest]), get())
    expect(response.headers.get('content-length')).toBe('2')
    expect(await bytesOf(response)).toEqual(content.slice(-2))
    const gone = { ...rest, file: `${file}.gone` }
    expect((await mediaResponse(media([gone]), get())).status).toBe(404)
  })

  test('a file that became shorter breaks the stream instead of lying about the length', async () => {
    const response = await mediaResponse(media([{ file, offset: 399_990, length: 50 }]), get())
    await expect(response.arrayBuffer()).rejects.toThrow('shorter')
  })
})
