import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createSite, type Site, type SiteOptions } from '../../../src/io/site/site.ts'

let folder: string
let site: Site
const issued: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  mkdirSync(join(folder, 'transfers'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(
    join(folder, 'page/index.html'),
    '<html data-look="__LANGUAGE__ __THEME__ __TEXT_SIZE__ __MOTION__ __DIRECTION__ __ACCENT__ __SYSTEM_COLOUR__"><meta nonce="__CSP_NONCE__">',
  )
  writeFileSync(join(folder, 'page/assets/app-1a2b.js'), 'void 0')
  writeFileSync(join(folder, 'page/notes.xyz'), 'no type')
  site = createSite(options())
})
afterAll(() => rmSync(folder, { recursive: true }))

const options = () =>
  ({
    media: async (path) =>
      path === '/media/cover/1'
        ? { mediaType: 'image/png', immutable: true, parts: [{ bytes: new Uint8Array(4) }] }
        : null,
    tickets: {
      issue: (_purpose, path) => `ticket-${issued.push(path)}`,
      peek(_purpose, ticket) {
        const path = issued[Number(ticket.split('-')[1]) - 1]
        if (path === undefined) throw fail('not-found', { kind: 'file' })
        return { path, download: false, release: async () => {} }
      },
    },
    maxFileBytes: async () => 1000,
    look: async () => ({
      language: 'de',
      theme: 'dark',
      textSize: 'large',
      motion: 'reduced',
      direction: 'rtl',
      accent: 'system',
      systemAccent: '#0a84ff',
    }),
    pageFolder: join(folder, 'page'),
    transfersFolder: join(folder, 'transfers'),
  }) satisfies SiteOptions

const ask = (path: string, init: RequestInit = {}) =>
  site(new Request(`lectern://app${path}`, init))

describe('the site', () => {
  test('serves the page with its look and a nonce of its own each time, never cached', async () => {
    const [first, second] = [await ask('/'), await ask('/')]
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    expect(await first.text()).toBe(
      `<html data-look="de dark large reduced rtl system #0a84ff"><meta nonce="${nonce}">`,
    )
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-")
    expect(policy).not.toMatch(/unsafe|ws:|http:/)
  })

  test('serves the development server’s page instead, where there is one', async () => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', request.url === '/' ? 'text/html' : 'text/javascript')
      response.end(`${request.url} __CSP_NONCE__`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const developing = createSite({
      ...options(),
      developmentServer: new URL(`http://127.0.0.1:${port}/`),
    })
    const page = await developing(new Request('lectern://app/'))
    expect(await page.text()).not.toContain('__CSP_NONCE__')
    expect(page.headers.get('content-security-policy')).toContain('ws://127.0.0.1:*')
    const script = await developing(new Request('lectern://app/src/main.tsx?v=1'))
    expect(await script.text()).toBe('/src/main.tsx?v=1 __CSP_NONCE__')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    server.close()
  })

  test('keeps hashed assets for ever and gives them their type', async () => {
    const response = await ask('/assets/app-1a2b.js')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%',
    '//secret.txt',
    '/notes.xyz',
    '/assets',
    '/media/none',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  test('says in every answer that it may not be sniffed, framed or embedded', async () => {
    for (const path of ['/', '/none', '/media/cover/1', '/upload/']) {
      const { headers } = await ask(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })

  test('takes nothing but GET and HEAD where nothing can be changed', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
    expect((await ask('/media/cover/1', { method: 'DELETE' })).status).toBe(405)
    expect((await ask('/', { method: 'HEAD' })).body).toBeNull()
  })
})

describe('an upload', () => {
  const upload = (name: string, body: RequestInit['body'], headers = { 'x-lectern': '1' }) =>
    ask(`/upload/?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: body ?? null,
      headers,
      ...({ duplex: 'half' } as object),
    })
  const left = () => readdirSync(join(folder, 'transfers')).length

  test('becomes a file under the name it had, behind a ticket', async () => {
    const response = await upload('Märchen: 1.epub', 'once upon a time')
    expect(await response.json()).toEqual({ ok: true, value: { ticket: 'ticket-1' } })
    expect(basename(issued[0] ?? '')).toBe('Märchen_ 1.epub')
    expect(readFileSync(issued[0] ?? '', 'utf8')).toBe('once upon a time')
  })

  test('cannot choose its folder', async () => {
    await upload('../../../etc/passwd', 'x')
    expect(issued[1]?.startsWith(join(folder, 'transfers'))).toBe(true)
    expect(basename(issued[1] ?? '')).toBe('passwd')
  })

  test('that is too large is refused with the reason, and nothing of it is kept', async () => {
    const before = left()
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(400)),
    })
    const response = await upload('big.epub', endless)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      ok: false,
      failure: { code: 'file-too-large', params: { name: 'big.epub', limitBytes: 1000 } },
    })
    expect(left()).toBe(before)
  })

  test('that breaks off leaves nothing behind', async () => {
    const before = left()
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      pull: (controller) => controller.error(new Error('gone')),
    })
    expect((await upload('half.epub', broken)).status).toBe(400)
    expect(left()).toBe(before)
  })

  describe('of files that belong together', () => {
    const send = async (query: Record<string, string>, body: RequestInit['body']) => {
      const path = `/upload/?${new URLSearchParams(query).toString()}`
      const response = await ask(path, {
        method: 'POST',
        body: body ?? null,
        headers: { 'x-lectern': '1' },
        ...({ duplex: 'half' } as object),
      })
      return (await response.json()) as { ok: boolean; value?: { ticket: string } }
    }
    const begin = async () => {
      const first = await send({ name: 'alba.onnx', folder: '../en_GB alba' }, 'a model')
      return first.value?.ticket ?? ''
    }

    test('lays them in one folder, behind one ticket', async () => {
      const ticket = await begin()
      const second = await send({ name: 'x/alba.onnx.json', beside: ticket }, '{}')
      expect(second).toEqual({ ok: true, value: { ticket } })
      const place = issued.at(-1) ?? ''
      expect(basename(place)).toBe('en_GB alba')
      expect(readdirSync(place).sort()).toEqual(['alba.onnx', 'alba.onnx.json'])
    })

    test('takes them all away when one is not taken', async () => {
      const before = left()
      const ticket = await begin()
      expect((await send({ name: 'big.bin', beside: ticket }, 'x'.repeat(2000))).ok).toBe(false)
      expect(left()).toBe(before)
    })

    test('takes no two files of one name, and says so without a path', async () => {
      const before = left()
      const ticket = await begin()
      expect(await send({ name: 'x/alba.onnx', beside: ticket }, 'another')).toMatchObject({
        ok: false,
        failure: { code: 'not-a-voice', params: { name: 'alba.onnx' } },
      })
      expect(left()).toBe(before)
    })

    test('writes into no folder but one of its own', async () => {
      mkdirSync(join(folder, 'mine'))
      const mine = `ticket-${issued.push(join(folder, 'mine'))}`
      await upload('alone.epub', 'once')
      const alone = `ticket-${issued.length}`
      for (const beside of [mine, alone, 'ticket-99999'])
        expect((await send({ name: 'a.onnx', beside }, 'x')).ok).toBe(false)
      expect(readdirSync(join(folder, 'mine'))).toEqual([])
      expect(readFileSync(issued.at(-1) ?? '', 'utf8')).toBe('once')
    })
  })

  test('needs the mark that only our page can set', async () => {
    expect((await upload('a.epub', 'x', {} as { 'x-lectern': string })).status).toBe(403)
  })
})
