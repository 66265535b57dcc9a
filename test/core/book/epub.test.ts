// EPUB: where chapters begin, what they are called and which of them are spoken.
import { describe, expect, it } from 'vitest'
import { failureSentences } from '../../../src/contract/index.ts'
import { epubFile } from '../../fixtures/epub-file.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const text = 'Some words that make a paragraph, long enough to be one. '.repeat(3).trim()
const chapter = (number: number, id = '') =>
  `<section id="${id || `s${number}`}"><h2>Chapter ${number}</h2><p>${number}: ${text}</p></section>`
const titles = async (file: Buffer) =>
  (await readAll(file)).chapters.map(({ title, level }) => `${level} ${title}`)

describe('the table of contents of an EPUB', () => {
  it('begins a chapter at each of its entries, nested levels kept', async () => {
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: `<h1>Part One</h1>${chapter(1)}${chapter(2)}` }],
      toc: [
        {
          title: 'Part One',
          href: 'a.xhtml',
          children: [
            { title: 'The Start', href: 'a.xhtml#s1' },
            { title: 'The End of It', href: 'a.xhtml#s2' },
          ],
        },
      ],
    })
    const { chapters } = await readAll(file)
    expect(chapters.map(({ title, level }) => [title, level])).toEqual([
      ['Part One', 1],
      ['The Start', 2],
      ['The End of It', 2],
    ])
    expect(chapters[0]?.matter).toBe('part')
    expect(linesOf(chapters[1])).toEqual(['heading: Chapter 1', `paragraph: 1: ${text}`])
  })

  it('is read from the NCX where there is no navigation document', async () => {
    const documents = [1, 2].map((n) => ({ name: `c${n}.xhtml`, body: chapter(n) }))
    const toc = [1, 2].map((n) => ({ title: `No. ${n}`, href: `c${n}.xhtml` }))
    expect(await titles(epubFile({ documents, toc, navigation: 'ncx' }))).toEqual([
      '1 No. 1',
      '1 No. 2',
    ])
  })

  it('lets a chapter go on over several files', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          { name: 'a.xhtml', body: chapter(1) },
          { name: 'b.xhtml', body: '<p>It went on in another file.</p>' },
          { name: 'c.xhtml', body: chapter(2) },
        ],
        toc: [
          { title: 'One', href: 'a.xhtml' },
          { title: 'Two', href: 'c.xhtml' },
        ],
      }),
    )
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(linesOf(chapters[0]).at(-1)).toBe('paragraph: It went on in another file.')
  })

  it('gives documents that it forgets a chapter of their own when they begin with a heading', async () => {
    const file = epubFile({
      documents: [
        { name: 'fore.xhtml', body: `<h2>Before All</h2><p>${text}</p>` },
        { name: 'a.xhtml', body: chapter(1) },
        { name: 'between.xhtml', body: `<h2>An Interlude</h2><p>${text}</p>` },
      ],
      toc: [{ title: 'One', href: 'a.xhtml' }],
    })
    expect(await titles(file)).toEqual(['1 Before All', '1 One', '1 An Interlude'])
  })

  it('joins the titles of entries that name the same place', async () => {
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: chapter(1) }],
      toc: [
        {
          title: 'Part One',
          href: 'a.xhtml',
          children: [{ title: 'The Start', href: 'a.xhtml#s1' }],
        },
      ],
    })
    expect(await titles(file)).toEqual(['1 Part One · The Start'])
  })

  it('warns of entries without a place and begins the others', async () => {
    const { chapters, warnings } = await readAll(
      epubFile({
        documents: [{ name: 'a.xhtml', body: chapter(1) }],
        toc: [
          { title: 'One', href: 'a.xhtml' },
          { title: 'Gone', href: 'gone.xhtml' },
          { title: 'Outside', href: '../../../etc/passwd' },
          { title: 'Elsewhere', href: 'https://example.org/x.xhtml' },
          { title: 'A Group', children: [{ title: 'Lost', href: 'a.xhtml#nowhere' }] },
        ],
      }),
    )
    expect(chapters.map(({ title }) => title)).toEqual(['One'])
    expect(warnings.map(({ params }) => params['title'])).toEqual([
      'Gone',
      'Outside',
      'Elsewhere',
      'Lost',
    ])
  })

  it('finds percent-encoded names and ids, and names that differ in case alone', async () => {
    const file = epubFile({
      documents: [
        { name: 'caf%C3%A9%20one.xhtml', body: chapter(1, 'é') },
        { name: 'Two.xhtml', body: chapter(2) },
      ],
      toc: [
        { title: 'One', href: 'caf%C3%A9%20one.xhtml#%C3%A9' },
        { title: 'Two', href: './sub/../Two.xhtml' },
      ],
    })
    expect(await titles(file)).toEqual(['1 One', '1 Two'])
  })

  it('makes the paragraph a heading that repeats the title of the chapter', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          { name: 'a.xhtml', body: `<p class="h">CHAPTER ONE</p><p>The Start</p><p>${text}</p>` },
        ],
        toc: [{ title: 'Chapter One: The Start', href: 'a.xhtml' }],
      }),
    )
    expect(chapters[0]?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'paragraph'])
  })

  it('takes a heading along that stands before its anchor', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          { name: 'a.xhtml', body: `${chapter(1)}<h2>Chapter 2</h2><p id="two">Two: ${text}</p>` },
        ],
        toc: [
          { title: 'Chapter 1', href: 'a.xhtml' },
          { title: 'Chapter 2', href: 'a.xhtml#two' },
        ],
      }),
    )
    expect(linesOf(chapters[1])).toEqual(['heading: Chapter 2', `paragraph: Two: ${text}`])
  })
})

describe('an EPUB without a table of contents', () => {
  it('has its documents and their headings for chapters, and says so', async () => {
    const { chapters, warnings } = await readAll(
      epubFile({
        navigation: 'none',
        documents: [
          { name: 'a.xhtml', body: `${chapter(1)}${chapter(2)}` },
          { name: 'b.xhtml', body: chapter(3) },
        ],
      }),
    )
    expect(chapters.map(({ title }) => title)).toEqual(['Chapter 1', 'Chapter 2', 'Chapter 3'])
    expect(warnings.map(({ code }) => code)).toEqual(['no-toc'])
  })

  it('is read without mimetype and without container, as long as there is a package', async () => {
    const documents = [{ name: 'a.xhtml', body: chapter(1) }]
    const file = epubFile({ documents, entries: (all) => all.slice(2) })
    expect((await readAll(file)).header.format).toBe('epub')
  })
})

describe('what an EPUB says of itself', () => {
  it('becomes title, authors and language', async () => {
    const { header } = await readAll(
      epubFile({
        title: 'Fish & Chips',
        language: 'en_gb',
        metadata:
          '<dc:creator id="t">Tina Translator</dc:creator><meta refines="#t" property="role">trl</meta>' +
          '<dc:creator>Bob Second</dc:creator>',
        documents: [{ name: 'a.xhtml', body: chapter(1) }],
      }),
    )
    expect(header).toEqual({
      format: 'epub',
      title: 'Fish & Chips',
      authors: ['Ada Writer', 'Bob Second'],
      language: 'en-GB',
    })
  })

  it('is nothing that only an entity says', async () => {
    const laughs = '<!DOCTYPE package [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "ha">]>'
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: chapter(1) }],
      entries: (all) =>
        all.map((entry) => {
          const bytes = String(entry.bytes).replace('A Book', 'A &x;Book&a;')
          return entry.name.endsWith('.opf')
            ? { ...entry, bytes: bytes.replace('<package', `${laughs}<package`) }
            : entry
        }),
    })
    expect((await readAll(file)).header.title).toBe('A Book')
  })

  it('leaves the language to the text when it says none', async () => {
    const german =
      'Als Gregor Samsa eines Morgens aus unruhigen Träumen erwachte, fand er sich verwandelt. '
    const { header, kinds } = await readAll(
      epubFile({
        language: '',
        documents: [{ name: 'a.xhtml', body: `<p>${german.repeat(8)}</p>` }],
      }),
    )
    expect(header.language).toBe('de')
    expect(kinds.find((kind) => kind !== 'progress')).toBe('header')
  })

  it.each([
    ['the cover property', '', 'properties="cover-image"', ''],
    ['EPUB 2’s meta', '<meta name="cover" content="img"/>', '', ''],
    ['the guide’s cover page', '', '', '<reference type="cover" href="cover.xhtml"/>'],
  ])(
    'finds the cover by %s and tells its type from its bytes',
    async (_by, metadata, property, guide) => {
      const head = '89504e470d0a1a0a0000000d49484452'
      const png = Buffer.from(`${head}0000000200000003`, 'hex')
      const { cover } = await readAll(
        epubFile({
          metadata,
          guide,
          manifest: `<item id="img" href="pics/front.jpg" media-type="image/jpeg" ${property}/>`,
          documents: [
            { name: 'cover.xhtml', body: '<svg><image xlink:href="pics/front.jpg"/></svg>' },
            { name: 'a.xhtml', body: chapter(1) },
          ],
          extra: [{ name: 'OEBPS/pics/front.jpg', bytes: png }],
        }),
      )
      expect(cover?.mediaType).toBe('image/png')
      expect(Buffer.from(cover?.bytes ?? []).equals(png)).toBe(true)
    },
  )

  it('is still a book with a cover that is no image', async () => {
    const { warnings, chapters } = await readAll(
      epubFile({
        manifest: '<item id="i" href="c.png" media-type="image/png" properties="cover-image"/>',
        documents: [{ name: 'a.xhtml', body: chapter(1) }],
        extra: [{ name: 'OEBPS/c.png', bytes: 'no image' }],
      }),
    )
    expect(warnings.map(({ code }) => code)).toEqual(['cover-unreadable'])
    expect(chapters).toHaveLength(1)
  })
})

describe('front and back matter', () => {
  const matterOf = async (title: string, body: string, more: object = {}) => {
    const { chapters } = await readAll(
      epubFile({
        documents: [{ name: 'x.xhtml', body }],
        toc: [{ title, href: 'x.xhtml' }],
        ...more,
      }),
    )
    return chapters.map(({ matter, spoken }) => `${matter} ${spoken ? 'spoken' : 'unticked'}`)
  }

  it.each([
    ['Copyright', 'copyright unticked'],
    ['Del mismo autor', 'advertisement unticked'],
    ['Vorwort', 'preface spoken'],
    ['Épilogue', 'epilogue spoken'],
    ['Dedicatoria', 'dedication spoken'],
    ['The Contents of a Drawer', 'body spoken'],
  ])('is told by its title: %s is %s', async (title, expected) => {
    expect(await matterOf(title, `<p>${text}</p>`)).toEqual([expected])
  })

  it.each([
    ['Inhalt', 'contents unticked'],
    ['Anmerkungen', 'notes unticked'],
    ['Table des matières', 'contents unticked'],
    ['Index', 'index unticked'],
    ['Cover', 'cover unticked'],
  ])('is told by its title, unless its text is whole sentences: %s', async (title, expected) => {
    const entries = ['Anna, 12', 'Bells, 14–16', '1. So in the first edition, which Ada printed.']
    const list = entries.map((entry) => `<p>${entry}</p>`).join('')
    expect(await matterOf(title, list)).toEqual([expected])
    const sentence =
      'The book came to us in a box of papers, and the first thing that she did was to put it back.'
    expect(await matterOf(title, `<p>${sentence}</p><p>${sentence}</p>`)).toEqual(['body spoken'])
  })

  it.each([
    ['imprint', 'imprint unticked'],
    ['halftitlepage', 'title-page unticked'],
    ['colophon', 'copyright unticked'],
    ['index', 'index unticked'],
    ['chapter', 'body spoken'],
  ])('is told by the section’s type: %s is %s', async (type, expected) => {
    expect(
      await matterOf('Something', `<section epub:type="${type}"><p>${text}</p></section>`),
    ).toEqual([expected])
  })

  it('is told by landmarks and by the guide', async () => {
    const landmarks = '<ol><li><a epub:type="bibliography" href="x.xhtml">B</a></li></ol>'
    expect(await matterOf('Something', `<p>${text}</p>`, { landmarks })).toEqual([
      'bibliography unticked',
    ])
    const guide = '<reference type="toc" href="x.xhtml"/>'
    expect(await matterOf('Something', `<p>${text}</p>`, { guide })).toEqual(['contents unticked'])
  })

  it('is told by its shape: a page of links, a page of rights', async () => {
    const links = Array.from(
      { length: 8 },
      (_, n) => `<p><a href="c${n}.xhtml">Chapter number ${n}</a></p>`,
    )
    expect(await matterOf('Overview', links.join(''))).toEqual(['contents unticked'])
    expect(
      await matterOf('Legal', '<p>© 2020 A. Writer. All rights reserved. ISBN 123</p>'),
    ).toEqual(['copyright unticked'])
  })

  it('comes unticked when the book keeps it out of the reading order', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          { name: 'a.xhtml', body: chapter(1) },
          { name: 'b.xhtml', body: `<p>${text}</p>`, linear: false },
        ],
        toc: [{ title: 'One', href: 'a.xhtml' }],
      }),
    )
    expect(chapters.map(({ spoken }) => spoken)).toEqual([true, false])
  })

  it('is Project Gutenberg’s header and licence, wherever chapters begin and end', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          {
            name: 'a.xhtml',
            body:
              '<section class="pg-boilerplate" id="pg-header"><h2 id="h">The Project Gutenberg eBook of A Book</h2>' +
              `<p>Free.</p></section>${chapter(1)}`,
          },
          {
            name: 'b.xhtml',
            body: `${chapter(2)}<section class="pg-boilerplate" id="pg-footer"><p>*** END OF THE PROJECT GUTENBERG EBOOK A BOOK ***</p></section>`,
          },
        ],
        toc: [
          { title: 'The Project Gutenberg eBook of A Book', href: 'a.xhtml#h' },
          { title: 'One', href: 'a.xhtml#s1' },
          { title: 'Two', href: 'b.xhtml' },
        ],
      }),
    )
    expect(chapters.map(({ matter, spoken }) => [matter, spoken])).toEqual([
      ['copyright', false],
      ['body', true],
      ['body', true],
      ['copyright', false],
    ])
  })

  it('is the notes at a chapter’s end, which become a chapter of their own', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          {
            name: 'a.xhtml',
            body: `${chapter(1)}<aside epub:type="footnote"><p>1. A note.</p></aside>`,
          },
        ],
        toc: [{ title: 'One', href: 'a.xhtml' }],
      }),
    )
    expect(chapters.map(({ matter }) => matter)).toEqual(['body', 'notes'])
    expect(linesOf(chapters[0])).not.toContain('paragraph: 1. A note.')
  })
})

describe('an EPUB that cannot be read', () => {
  const documents = [{ name: 'a.xhtml', body: chapter(1) }]
  const encrypted = (algorithm: string, uri: string) =>
    `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`

  it.each([
    ['Adobe ADEPT', 'META-INF/rights.xml'],
    ['Readium LCP', 'META-INF/license.lcpl'],
    ['Apple FairPlay', 'META-INF/sinf.xml'],
  ])('because of %s is called protected', async (scheme, mark) => {
    const bytes = encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/a.xhtml')
    const extra = [
      { name: 'META-INF/encryption.xml', bytes },
      { name: mark, bytes: 'x' },
    ]
    expect(await failureOfReading(readAll(epubFile({ documents, extra })))).toMatchObject({
      code: 'book-protected',
      params: { scheme },
    })
  })

  it('is not one whose fonts are obfuscated', async () => {
    const bytes = encrypted('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf')
    const extra = [{ name: 'META-INF/encryption.xml', bytes }]
    expect((await readAll(epubFile({ documents, extra }))).chapters).toHaveLength(1)
  })

  it('because it has no words is called so', async () => {
    const file = epubFile({
      documents: [{ name: 'a.xhtml', body: '<img src="x.png" alt="A picture"/>' }],
    })
    const failure = await failureOfReading(readAll(file))
    expect(failure.code).toBe('book-without-text')
    expect(failureSentences[failure.code]({ name: 'book' })).not.toContain('OCR')
  })

  it('because its pages are pictures is called a scan', async () => {
    const names = ['1', '2', '3']
    const file = epubFile({
      documents: names.map((name) => ({ name: `${name}.xhtml`, body: `<img src="${name}.jpg"/>` })),
      extra: names.map((name) => ({ name: `OEBPS/${name}.jpg`, bytes: 'x' })),
    })
    expect((await failureOfReading(readAll(file))).code).toBe('book-scanned')
  })

  it('because its package is gone is called damaged', async () => {
    const file = epubFile({
      documents,
      entries: (all) => all.filter(({ name }) => !name.endsWith('.opf')),
    })
    expect((await failureOfReading(readAll(file))).code).toBe('book-damaged')
  })

  it('in parts is read in the others, and the missing ones are named', async () => {
    const file = epubFile({
      documents: [...documents, { name: 'b.xhtml', body: chapter(2) }],
      entries: (all) => all.filter(({ name }) => name !== 'OEBPS/b.xhtml'),
    })
    const { chapters, warnings } = await readAll(file)
    expect(chapters).toHaveLength(1)
    expect(warnings).toEqual([{ code: 'resource-missing', params: { name: 'OEBPS/b.xhtml' } }])
  })
})
