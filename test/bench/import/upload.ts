// A file sent to the studio as the page sends it, and hashed: streamed through the built web door.
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAsBlob } from 'node:fs'
import { addresses } from '../../../src/contract/studio-client.ts'
import { openFileSource } from '../../../src/io/books/file-source.ts'
import { startWebProcess } from '../../e2e/web-shell.ts'
import type { Figure } from '../figure.ts'

const megabyte = 1024 ** 2
const megabytes = 256
const goal = 10

export async function benchUpload(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-upload-'))
  const data = join(folder, 'data')
  const web = await startWebProcess(data)
  try {
    const file = join(folder, 'large.txt')
    writeLarge(file)
    const began = performance.now()
    await send(web.link, file)
    const sent = readdirSync(data, { recursive: true, encoding: 'utf8' })
    const arrived = sent.find((path) => path.endsWith('large.txt'))
    if (!arrived) throw new Error('the file is not there')
    const limits = { maxFileBytes: 1024 * megabyte, readChunkBytes: megabyte }
    const source = await openFileSource(join(data, arrived), limits)
    await source.digest()
    await source.close()
    const perSecond = megabytes / ((performance.now() - began) / 1000)
    return [
      {
        what: `upload of ${megabytes} MB with its digest`,
        measured: `${perSecond.toFixed(0)} MB/s`,
        comparedTo: `${goal} MB/s`,
        ratio: perSecond / goal,
        goal: '≥ 1',
      },
    ]
  } finally {
    web.process.kill()
    await web.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeLarge(path: string): void {
  const file = openSync(path, 'wx')
  const piece = Buffer.alloc(megabyte, 'All the tides of the year, written down. ')
  for (let written = 0; written < megabytes; written++) writeSync(file, piece)
  closeSync(file)
}

/** As the page does: with the cookie that the link is traded for. */
async function send(link: string, path: string): Promise<void> {
  const { origin } = new URL(link)
  const entered = await fetch(link, { redirect: 'manual' })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const answer = await fetch(`${origin}${addresses.upload}?name=large.txt`, {
    method: 'POST',
    headers: { cookie, origin, 'x-lectern': '1', 'sec-fetch-site': 'same-origin' },
    body: await openAsBlob(path),
  })
  if (!answer.ok) throw new Error(`the upload was refused: ${answer.status} ${await answer.text()}`)
}
