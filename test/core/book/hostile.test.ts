// Books made to break a reader: each ends soon, with a name for it or a clean import, within the archive.
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/core/base/failure-error.ts'
import { epubFile, onePage, page } from '../../fixtures/epub-file.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const laughs =
  '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">' +
  '<!ENTITY % p SYSTEM "http://example.org/p.dtd"> %p; ]>'

const outcome = async (file: Buffer | string): Promise<string> => {
  const read = readAll(file).then(({ chapters }) => `${chapters.length} chapters`)
  return read.catch((error: unknown) => {
    const { code, params, detail } = failureOf(error)
    return `${code} ${params['limit'] ?? detail ?? ''}`.trim()
  })
}

describe('entities', () => {
  it('are never expanded, fetched or spoken', async () => {
    const body = page('<p>Words &a; and &b;&x; more.</p>').replace('<html', `${laughs}<html`)
    const { chapters } = await readAll(epubFile({ documents: [{ name: 'a.xhtml', body }] }))
    expect(chapters.map(linesOf)).toEqual([['paragraph: Words and more.']])
  })

  it('do no harm in the package either', async () => {
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: '<p>Words here.</p>' }],
      entries: (all) =>
        all.map((entry) =>
          entry.name.endsWith('.opf')
            ? {
                ...entry,
                bytes: String(entry.bytes)
                  .replace('<package', `${laughs}<package`)
                  .replace('A Book', 'A &x;Book'),
              }
            : entry,
        ),
    })
    expect((await readAll(file)).header.title).toBe('A Book')
  })
})

describe('markup', () => {
  const large = 400_000
  it.each([
    ['nested without end', '<div>'.repeat(large), 'book-hostile nesting'],
    ['a comment without end', `<p>Words.</p><!-- ${'x'.repeat(9_000_000)}`, 'book-hostile markup'],
    [
      'an attribute without end',
      `<p class="${'x'.repeat(9_000_000)}">Words.</p>`,
      'book-hostile markup',
    ],
    ['many attributes', `<p ${'a="b" '.repeat(large)}>Words.</p>`, '1 chapters'],
    ['many signs', `<p>Words. ${'< '.repeat(large)}</p>`, '1 chapters'],
    ['many entities', `<p>Words. ${'&amp;'.repeat(large)}</p>`, '1 chapters'],
    ['white space in a mark', `<p>Words.<sup>${' '.repeat(large)}x</sup></p>`, '1 chapters'],
    ['stars', `<p>${'*'.repeat(large)}x</p>`, '1 chapters'],
    ['open tables', `<p>Words.</p>${'<table><tr><td>'.repeat(300)}a`, '1 chapters'],
    ['one letter a paragraph', '<p>a</p>'.repeat(50_000), '1 chapters'],
  ])('with %s is answered', async (_what, body, expected) => {
    expect(await outcome(onePage(body))).toBe(expected)
  })

  it('in the table of contents is answered too', async () => {
    const documents = [{ name: 'a.xhtml', body: '<p>Words here.</p>' }]
    const deep = `${'<ol><li><a href="a.xhtml">x</a>'.repeat(2000)}`
    const nav = (text: string) =>
      epubFile({
        documents,
        entries: (all) =>
          all.map((entry) =>
            entry.name.endsWith('nav.xhtml') ? { ...entry, bytes: text } : entry,
          ),
      })
    expect(await outcome(nav(page(`<nav epub:type="toc">${deep}</nav>`)))).toBe(
      'book-hostile nesting',
    )
    const wide = '<li><a href="a.xhtml#nowhere">x</a></li>'.repeat(60_000)
    expect(await outcome(nav(page(`<nav epub:type="toc"><ol>${wide}</ol></nav>`)))).toBe(
      '1 chapters',
    )
  })
})

describe('references', () => {
  it('lead nowhere but into the archive', async () => {
    const { chapters, warnings } = await readAll(
      epubFile({
        documents: [{ name: 'a.xhtml', body: '<p>Words here.</p>' }],
        manifest:
          '<item id="e1" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>' +
          '<item id="e2" href="file:///etc/passwd" media-type="application/xhtml+xml"/>' +
          '<item id="e3" href="%2e%2e/%2e%2e/%2e%2e/etc/passwd" media-type="application/xhtml+xml"/>' +
          '<item id="c1" href="x.bin" media-type="a/b" fallback="c2"/><item id="c2" href="y.bin" media-type="a/b" fallback="c1"/>' +
          '<item id="d0" href="other.xhtml" media-type="application/xhtml+xml"/>',
        entries: (all) =>
          all.map((entry) =>
            entry.name.endsWith('.opf')
              ? {
                  ...entry,
                  bytes: String(entry.bytes).replace(
                    '<spine >',
                    '<spine ><itemref idref="e1"/><itemref idref="e2"/><itemref idref="e3"/><itemref idref="c1"/>',
                  ),
                }
              : entry,
          ),
      }),
    )
    expect(chapters.map(linesOf)).toEqual([['paragraph: Words here.']])
    expect(warnings).toEqual([{ code: 'resource-missing', params: { name: 'OEBPS/x.bin' } }])
  })

  it('to one document a thousand times cost no more than the limit', async () => {
    const spine = '<itemref idref="d0"/>'.repeat(800)
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: `<p>Words.</p><!-- ${'x'.repeat(500_000)} -->` }],
      entries: (all) =>
        all.map((entry) =>
          entry.name.endsWith('.opf')
            ? { ...entry, bytes: String(entry.bytes).replace('</spine>', `${spine}</spine>`) }
            : entry,
        ),
    })
    expect(await outcome(file)).toBe('book-hostile content size')
  })
})

describe('text', () => {
  it.each([
    ['lone surrogates', Buffer.from('A wo\ud800rd in a sentence. '.repeat(50), 'utf16le')],
    [
      'an odd length',
      Buffer.concat([Buffer.from('Words here. '.repeat(50), 'utf16le'), Buffer.from([65])]),
    ],
    ['marks upon marks', `A z${'\u0301\u0323'.repeat(20_000)} word.`],
    ['no space', 'word'.repeat(300_000)],
    ['NULs here and there', `Words\u0000 here. ${'And more of them. '.repeat(200)}`],
  ])('with %s is read', async (_what, content) => {
    const { chapters } = await readAll(content)
    expect(chapters[0]?.blocks[0]?.text).toMatch(/\p{L}/u)
    // oxlint-disable-next-line no-control-regex
    expect(
      chapters[0]?.blocks.filter(({ text }) => /\u0000/.test(text) || !text.isWellFormed()),
    ).toEqual([])
  })

  it.each([
    ['lists', `# a\n\n${'- '.repeat(5000)}x`],
    ['quotes', `# a\n\n${'>'.repeat(20_000)}x`],
    ['brackets', `# a\n\n# b\n\n${'['.repeat(50_000)}x`],
    [
      'backticks',
      `# a\n\n# b\n\n${Array.from({ length: 500 }, (_, n) => `${'`'.repeat(n)} `).join('')}`,
    ],
    ['raw blocks', `# a\n\n# b\n\n${'```{=html}\n'.repeat(5000)}`],
    ['emphasis', `# a\n\n# b\n\n${'*a **b '.repeat(10_000)}`],
  ])('of Markdown’s %s is answered', async (_what, content) => {
    expect(await outcome(content)).toMatch(/chapters|book-hostile|book-without-text/)
  })
})
