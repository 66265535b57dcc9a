// Books with bytes changed at random, always the same ones: an import or a named refusal, never anything else.
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../../src/core/base/failure-error.ts'
import { docxFile, para } from '../../fixtures/docx-file.ts'
import { mobiFile } from '../../fixtures/mobi-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { readAll } from '../../fixtures/read-all.ts'

const prose = 'It was a dark and stormy night, and the rain fell in torrents. '.repeat(10)
const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
const html = `<h1>One</h1><p>${prose}</p><h1>Two</h1><p>${prose}</p>`

/** Uncompressed where the format allows it: changes reach the reader, not the checksum. */
const books: [name: string, file: Buffer][] = [
  [
    'docx',
    docxFile({
      body: `${para('One', 'Heading1')}<w:p>${note}</w:p>${para(prose)}`,
      footnotes: `<w:footnote w:id="2">${para('A note.')}</w:footnote>`,
      entries: (all) => all.map((each) => ({ ...each, stored: true })),
    }),
  ],
  [
    'odt',
    odtFile({
      body: `<text:h>One</text:h><text:p>${prose}<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>`,
      entries: (all) => all.map((each) => ({ ...each, stored: true })),
    }),
  ],
  [
    'fb2',
    Buffer.from(
      `<?xml version="1.0"?><FictionBook><description><title-info><book-title>x</book-title></title-info></description><body><section><title><p>One</p></title><p>${prose}</p></section></body></FictionBook>`,
    ),
  ],
  [
    'rtf',
    Buffer.from(
      `{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset238 A;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title x}}\\pard\\s1 One\\par\\pard ${prose}{\\footnote note\\par}\\u8212?\\'e1\\par{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}`,
    ),
  ],
  ['mobi', mobiFile({ html, compression: 'palmdoc', toc: [{ title: 'One', at: '<h1>One' }] })],
  ['mobi, huff', mobiFile({ html, compression: 'huff' }, { html, compression: 'huff' })],
]

/** A generator that is the same on every machine. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function mutate(file: Buffer, seed: number): Buffer {
  const next = numbers(seed * 7919 + 1)
  const copy = Buffer.from(file)
  const changes = 1 + Math.floor(next() * 12)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(next() * copy.length)
    const kind = next()
    if (kind < 0.6) copy[at] = Math.floor(next() * 256)
    else if (kind < 0.8) copy.copy(copy, at, Math.floor(next() * copy.length))
    else copy.fill(next() < 0.5 ? 0 : 255, at, Math.min(at + 4, copy.length))
  }
  return next() < 0.1 ? copy.subarray(0, Math.floor(next() * copy.length)) : copy
}

describe('a book with changed bytes', () => {
  it.each(books)('is read or refused by name: %s', async (_name, file) => {
    const surprises: string[] = []
    for (let seed = 0; seed < 200; seed++) {
      await readAll(mutate(file, seed)).catch((error: unknown) => {
        if (!(error instanceof FailureError)) surprises.push(`${seed}: ${String(error)}`)
      })
    }
    expect(surprises).toEqual([])
  })
})
