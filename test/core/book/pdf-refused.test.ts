// PDFs that cannot be read, and those made to break a reader: each is named, or read as far as it is sound.
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { pdfFile, type PdfFile } from '../../fixtures/pdf-file.ts'
import { prose, typeset } from '../../fixtures/pdf-type.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const pages = [typeset([prose(1), prose(2)])]
const whole = pdfFile({ pages })
const read = [`paragraph: ${prose(1)}`, `paragraph: ${prose(2)}`]

const outcome = async (file: Buffer): Promise<string | string[]> => {
  try {
    return (await readAll(file)).chapters.flatMap(linesOf)
  } catch (error) {
    const { code, params } = failureOf(error)
    return [code, params['scheme'] ?? params['limit'] ?? ''].join(' ').trim()
  }
}
const locked = (filter: string): string =>
  `/Encrypt << /Filter /${filter} /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> ` +
  `/U <${'42'.repeat(32)}> >> /ID [<00> <00>] `

/** A page whose content is packed, as often as there are filters. */
const packed = (content: Buffer, filters = 1): Buffer => {
  let bytes = content
  for (let turn = 0; turn < filters; turn++) bytes = deflateSync(bytes)
  const filter = `/Filter [${'/FlateDecode '.repeat(filters)}]`
  return pdfFile({ pages: [[]], content: () => bytes, contentEntries: filter })
}

describe('a PDF', () => {
  it('is told by its content, with junk before it', async () => {
    expect(await outcome(Buffer.concat([Buffer.alloc(900, '\n'), whole]))).toEqual(read)
  })

  it('without a word on any page is a scan, and that is said', async () => {
    const failure = await failureOfReading(readAll(pdfFile({ pages: [[], []] }), 'scan.pdf'))
    expect(failure).toMatchObject({ code: 'book-scanned', params: { name: 'scan.pdf' } })
  })

  it('with pages that have none says how many', async () => {
    const { warnings } = await readAll(pdfFile({ pages: [...pages, [], []] }))
    expect(warnings).toContainEqual({ code: 'pages-without-text', params: { count: 2 } })
  })

  it.each([
    [
      'with a password',
      pdfFile({ pages, trailer: locked('Standard') }),
      'book-protected a password',
    ],
    [
      'with a shop’s lock',
      pdfFile({ pages, trailer: locked('EBX_HANDLER') }),
      'book-protected encryption',
    ],
    ['cut off', whole.subarray(0, 900), 'book-damaged'],
    ['of noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), deflateSync(whole)]), 'book-damaged'],
  ])('%s is named', async (_what, file, expected) => {
    expect(await outcome(file)).toBe(expected)
  })
})

describe('a hostile PDF', () => {
  const made = (file: Partial<PdfFile>) => pdfFile({ pages, ...file })
  const tree = (pageTree: PdfFile['pageTree']) => made(pageTree ? { pageTree } : {})
  it.each([
    [
      'pages that are inside themselves',
      tree(() => '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>'),
      'book-damaged',
    ],
    [
      'more pages than there are',
      tree((kids) => `<< /Type /Pages /Kids [${kids}] /Count 1000000 >>`),
      read,
    ],
    [
      'lists inside lists',
      made({ catalog: `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
      'book-damaged',
    ],
    [
      'lists inside lists on a page',
      made({ content: () => Buffer.from('['.repeat(300_000)) }),
      'book-scanned',
    ],
    [
      'too many pages',
      made({ pages: Array.from({ length: 10_001 }, () => []) }),
      'book-hostile number of pages',
    ],
    [
      'too much text on a page',
      packed(Buffer.from('BT /F1 10 Tf 1 0 0 1 50 500 Tm (Hello world) Tj ET\n'.repeat(60_000))),
      'book-hostile text of one page',
    ],
    [
      'too many places on a page',
      packed(
        Buffer.from(
          Array.from(
            { length: 32_000 },
            (_, n) => `BT /F1 9 Tf 1 0 0 1 ${(n * 37) % 400} ${(n * 53) % 590} Tm (w) Tj ET`,
          ).join('\n'),
        ),
      ),
      'book-hostile text of one page',
    ],
    [
      'a page that unpacks to too much',
      packed(Buffer.alloc(64 * 1024 ** 2, ' ')),
      'book-hostile unpacked size',
    ],
    [
      'one packed twice',
      packed(Buffer.alloc(64 * 1024 ** 2, ' '), 2),
      'book-hostile unpacked size',
    ],
    ['an outline that leads nowhere', made({ catalog: '/Outlines << /First 2 0 R >>' }), read],
    ['a script', made({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }), read],
  ])('with %s is answered', async (_what, file, expected) => {
    expect(await outcome(file)).toEqual(expected)
  })
})
