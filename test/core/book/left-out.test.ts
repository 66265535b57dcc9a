// What is kept beside the book's words: lines that are left out with their reason, notes and their marks.
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/contract/index.ts'
import { docxFile, para, run } from '../../fixtures/docx-file.ts'
import { epubFile, onePage } from '../../fixtures/epub-file.ts'
import { mobiFile } from '../../fixtures/mobi-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const prose = '<p>Words that make a paragraph, and a second sentence of it.</p>'
const blocksOf = async (body: string): Promise<Block[]> =>
  (await readAll(onePage(`${prose}${body}${prose}`))).chapters.flatMap(({ blocks }) => blocks)
/** The lines between two paragraphs. */
const between = async (body: string) => {
  const lines = linesOf({
    title: '',
    level: 1,
    matter: 'body',
    spoken: true,
    blocks: await blocksOf(body),
  })
  return lines.slice(1, -1)
}

describe('a line that is left out', () => {
  it.each([
    ['a page number of a class', '<p class="pagenum">[Pg 12]</p>', 'page-number: [Pg 12]'],
    ['a page break of a type', '<div epub:type="pagebreak">xii</div>', 'page-number: xii'],
    ['a page break between blocks', '<span role="doc-pagebreak">169</span>', 'page-number: 169'],
    ['code', '<pre><code>let x = 1\nx += 2</code></pre>', 'code: let x = 1\nx += 2'],
    ['code of a class', '<pre class="programlisting">a = b</pre>', 'code: a = b'],
    ['code in a division', '<div class="sourceCode"><pre>a = b</pre></div>', 'code: a = b'],
    ['a formula', '<math display="block"><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'formula: x = 2'],
    [
      'a formula in words',
      '<p><math display="block" alttext="x is two"><mi>x</mi></math></p>',
      'formula: x is two',
    ],
    [
      'what is hidden',
      '<div hidden="">Not <b>for</b> you<script>x</script></div>',
      'hidden: Not for you',
    ],
    ['what a style hides', '<p style="display:none">A secret</p>', 'hidden: A secret'],
    [
      'a picture',
      '<figure><img src="a.jpg" alt="A man on a horse"/></figure>',
      'picture: A man on a horse',
    ],
  ])('is %s', async (_what, body, line) => {
    expect(await between(body)).toEqual([line])
  })

  it.each([
    ['a page break without a number', '<div epub:type="pagebreak" title="169"/>'],
    ['a hidden list of pages', '<nav hidden=""><ol><li>1</li><li>2</li></ol></nav>'],
    ['a picture that only names its file', '<p><img src="a.jpg" alt="cover_01.jpg"/></p>'],
    ['a picture without words', '<p><img src="a.jpg" alt=""/></p>'],
  ])('is not %s', async (_what, body) => {
    expect(await between(body)).toEqual([])
  })

  it('does not cut the paragraph that it stands in', async () => {
    const body =
      '<p>One <span class="pagenum">12</span>two <img src="a.jpg" alt="A horse"/>three ' +
      '<math display="block"><mi>y</mi></math>four <span hidden="">no</span>five</p>'
    expect(await between(body)).toEqual(['paragraph: One two three four five', 'formula: y'])
  })

  it('does not keep headings, chapters or scene breaks apart', async () => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          {
            name: 'a.xhtml',
            body:
              `<h1 id="p">Part One</h1><p class="pagenum">1</p><h2 id="c">The Start</h2>${prose}` +
              `<hr/><p class="pagenum">2</p>${prose}<h2>Next</h2><p class="pagenum">3</p>`,
          },
          { name: 'b.xhtml', body: prose },
        ],
        toc: [
          {
            title: 'Part One',
            href: 'a.xhtml#p',
            children: [{ title: 'The Start', href: 'a.xhtml#c' }],
          },
          { title: 'Next', href: 'b.xhtml' },
        ],
      }),
    )
    expect(chapters.map(({ title }) => title)).toEqual(['Part One', 'The Start', 'Next'])
    expect(chapters[1]?.blocks.filter(({ kind }) => kind === 'scene-break')).toHaveLength(1)
    expect(linesOf(chapters[2])[0]).toBe('heading: Next')
  })

  it('is a table of contents in a chapter that has other text', async () => {
    const list = `<nav><ol>${[1, 2, 3].map((n) => `<li><a href="#s${n}">Section ${n}</a></li>`).join('')}</ol></nav>`
    expect(await between(`<h3>Contents</h3>${list}`)).toEqual([
      'contents: Contents',
      'contents: Section 1',
      'contents: Section 2',
      'contents: Section 3',
    ])
    const links = Array.from({ length: 6 }, (_, n) => `<p><a href="#s${n}">Section ${n}</a></p>`)
    expect(await between(links.join(''))).toHaveLength(6)
    expect((await between(links.join('')))[0]).toBe('contents: Section 0')
    expect((await between(links.slice(0, 3).join('')))[0]).toBe('paragraph: Section 0')
  })

  it('makes no book by itself, and is bounded', async () => {
    const only = onePage('<div hidden="">Words</div><p class="pagenum">1</p>')
    expect((await failureOfReading(readAll(only))).code).toBe('book-without-text')
    const long = await between(`<div hidden="">${'word '.repeat(100_000)}</div>`)
    expect(long.join('').length).toBeLessThan(60_000)
  })
})

describe('a picture that an entry of the contents names', () => {
  it('lends its name to a part’s first chapter, but a cover’s to nothing', async () => {
    const picture = '<img src="x.jpg" alt="A picture of it"/>'
    const titles = async (name: string, title: string) => {
      const { chapters } = await readAll(
        epubFile({
          documents: [
            { name, body: picture },
            { name: 'one.xhtml', body: `<h2>Chapter 1</h2>${prose}` },
          ],
          toc: [
            { title, href: name },
            { title: 'Chapter 1', href: 'one.xhtml' },
          ],
        }),
      )
      return chapters.map((chapter) => chapter.title)
    }
    expect(await titles('p1.xhtml', 'Part I')).toEqual(['Part I · Chapter 1'])
    expect(await titles('c.xhtml', 'Cover')).toEqual(['Chapter 1'])
  })
})

describe('a note that no type tells of', () => {
  const kept = (blocks: readonly Block[]) =>
    blocks.map(({ text, noteId, noteMarks }) => [text, noteId ?? noteMarks?.[0] ?? ''])
  const chapters = async (notes: string) =>
    (
      await readAll(
        `<html><body><h1>One</h1><p>It rang.<sup><a href="#f1" id="r1">1</a></sup></p>${prose}${notes}</body></html>`,
        'book',
        7,
      )
    ).chapters

  it.each([
    ['a number', '<p id="f1"><a href="#r1">1</a> A bell.</p>'],
    ['a number that has the name', '<p><a id="f1" href="#r1">1</a> A bell.</p>'],
    [
      'an arrow at the end of a list’s item',
      '<ol><li id="f1">A bell. <a href="#r1">↩</a></li></ol>',
    ],
    ['a typed way back', '<p id="f1">A bell. <a role="doc-backlink" href="#r1">back</a></p>'],
    ['a number in a definition', '<dl><dd id="f1"><a href="#r1">[1]</a> A bell.</dd></dl>'],
  ])('is told by its way back: %s', async (_how, notes) => {
    const [one, note, ...more] = await chapters(notes)
    expect(kept(one?.blocks.slice(1, 2) ?? [])).toEqual([['It rang.', '#f1']])
    expect([note?.matter, note?.spoken]).toEqual(['notes', false])
    expect(kept(note?.blocks ?? [])).toEqual([['A bell.', '#f1']])
    expect(more).toEqual([])
  })

  it('is one with all its paragraphs, however the file is cut', async () => {
    const [, note] = await chapters(
      '<ol><li id="f1"><p>A bell.</p><p>Of bronze. <a href="#r1">↩</a></p></li></ol>',
    )
    expect(kept(note?.blocks ?? [])).toEqual([
      ['A bell.', '#f1'],
      ['Of bronze.', '#f1'],
    ])
  })

  it('has the heading that stands over nothing but notes', async () => {
    const all = await chapters('<h1>Endnotes</h1><p id="f1"><a href="#r1">1</a> A bell.</p>')
    expect(all.map(({ title, matter }) => [title, matter])).toEqual([
      ['One', 'body'],
      ['Endnotes', 'notes'],
    ])
  })

  it('is no place that only links to others', async () => {
    const all = await chapters('<p id="f2"><a href="#x">1</a> The first verse.</p>')
    expect(all.map(({ matter }) => matter)).toEqual(['body'])
  })
})

describe('a note', () => {
  const notesOf = async (body: string, notes: string) => {
    const { chapters } = await readAll(
      epubFile({
        documents: [
          { name: 'text/a.xhtml', body: `<h2>One</h2>${body}${prose}` },
          { name: 'text/notes.xhtml', body: notes },
        ],
        toc: [
          { title: 'One', href: 'text/a.xhtml' },
          { title: 'Notes', href: 'text/notes.xhtml' },
        ],
      }),
    )
    const blocks = chapters.flatMap((chapter) => chapter.blocks)
    return {
      marks: blocks.flatMap(({ noteMarks }) => noteMarks ?? []),
      notes: blocks.flatMap(({ noteId, text }) => (noteId ? [`${noteId} ${text}`] : [])),
      chapters,
    }
  }
  const endnotes =
    '<section epub:type="endnotes" id="all"><h2>Notes</h2><ol>' +
    '<li id="n1" epub:type="endnote"><p>The first. <a epub:type="backlink" href="a.xhtml#r1">↩</a></p><p>And more.</p></li>' +
    '<li id="n 2" epub:type="endnote"><p>The second.</p></li></ol></section>'

  it.each([
    ['types', '<a epub:type="noteref" href="notes.xhtml#n1">1</a>', 'n1'],
    ['roles', '<a role="doc-noteref" href="../text/notes.xhtml#n1">1</a>', 'n1'],
    ['a superscript in a link', '<a href="notes.xhtml#n1"><sup>1</sup></a>', 'n1'],
    ['a link in a superscript', '<sup>[<a href="notes.xhtml#n%202">2</a>]</sup>', 'n 2'],
    ['brackets', '<a href="notes.xhtml#n%202">[2]</a>', 'n 2'],
  ])('is named by its mark: by %s', async (_by, mark, id) => {
    const { marks, notes, chapters } = await notesOf(`<p>Said${mark}.</p>`, endnotes)
    expect(linesOf(chapters[0])[1]).toBe('paragraph: Said.')
    expect(marks).toEqual([`OEBPS/text/notes.xhtml#${id}`])
    expect(notes).toEqual([
      'OEBPS/text/notes.xhtml#n1 The first.',
      'OEBPS/text/notes.xhtml#n1 And more.',
      'OEBPS/text/notes.xhtml#n 2 The second.',
    ])
    expect(chapters[1]).toMatchObject({ matter: 'notes', spoken: false })
  })

  it('that is not linked has a mark that names nothing', async () => {
    const { marks } = await notesOf('<p>They finished<sup>3</sup> it.<sup>*</sup></p>', endnotes)
    expect(marks).toEqual(['', ''])
  })

  it.each([
    [
      'Project Gutenberg’s division',
      '<p>Said<a id="FNanchor_1" href="#Footnote_1">[1]</a>.</p>' +
        '<div class="footnote"><p><a id="Footnote_1" href="#FNanchor_1">[1]</a> A note.</p><p>More.</p></div>',
      ['Footnote_1 A note.', 'Footnote_1 More.'],
    ],
    [
      'several in one division',
      '<p>Said<a href="#f1">[1]</a> and<a href="#f2">[2]</a>.</p>' +
        '<div class="footnote"><p id="f1">1. A note.</p><p id="f2">2. Another.</p></div>',
      ['f1 1. A note.', 'f2 2. Another.'],
    ],
    [
      'an aside that is hidden until it is opened',
      '<p>Said<a epub:type="noteref" href="#f">1</a>.</p><aside epub:type="footnote" id="f" hidden=""><p>A note.</p></aside>',
      ['f A note.'],
    ],
    [
      'a list of terms',
      '<p>Said<sup><a href="#d1">1</a></sup>.</p><dl class="footnotes"><dt id="d1">1</dt><dd>A note.</dd></dl>',
      ['d1 1', 'd1 A note.'],
    ],
    [
      'a paragraph like any other',
      '<p>Said<a href="#x1">[1]</a>.</p><p id="x1"><a href="#r1">[1]</a> A note.</p>',
      ['x1 A note.'],
    ],
  ])('at its place is found: %s', async (_how, body, expected) => {
    const { notes, marks } = await notesOf(body, '<p>Nothing.</p>')
    expect(notes).toEqual(expected.map((note) => `OEBPS/text/a.xhtml#${note}`))
    expect(new Set(marks)).toEqual(new Set(notes.map((note) => note.split(' ')[0])))
  })

  it('of a single file goes by its id alone', async () => {
    const { chapters } = await readAll(
      `<html><body><h1>One</h1><p>Said<a epub:type="noteref" href="#n1">1</a>.</p>
       <section epub:type="footnotes"><p id="n1">A note.</p></section></body></html>`,
    )
    expect(chapters[0]?.blocks[1]?.noteMarks).toEqual(['#n1'])
    expect(chapters[1]?.blocks[0]?.noteId).toBe('#n1')
  })

  it('is found through the rows of a table', async () => {
    const { marks } = await notesOf(
      '<table><tr><td>Bernardo</td><td>Who<a epub:type="noteref" href="notes.xhtml#n1">1</a>’s there?</td></tr></table>',
      endnotes,
    )
    expect(marks).toEqual(['OEBPS/text/notes.xhtml#n1'])
  })
})

describe('a series', () => {
  it.each([
    [
      'EPUB 3',
      '<meta property="belongs-to-collection" id="c">The Barsetshire Chronicles</meta><meta refines="#c" property="collection-type">series</meta><meta refines="#c" property="group-position">2</meta>',
      'The Barsetshire Chronicles, 2',
    ],
    [
      'calibre',
      '<meta name="calibre:series" content="Wool &amp; Co"/><meta name="calibre:series_index" content="3.0"/>',
      'Wool & Co, 3',
    ],
    [
      'half a place',
      '<meta name="calibre:series" content="Wool"/><meta name="calibre:series_index" content="1.5"/>',
      'Wool, 1.5',
    ],
    ['no place', '<meta property="belongs-to-collection">Wool</meta>', 'Wool'],
    [
      'a set',
      '<meta property="belongs-to-collection" id="c">Best Of</meta><meta refines="#c" property="collection-type">set</meta>',
      undefined,
    ],
  ])('is told by the package: %s', async (_by, metadata, series) => {
    const { header } = await readAll(
      epubFile({ metadata, documents: [{ name: 'a.xhtml', body: prose }] }),
    )
    expect(header.series).toBe(series)
  })
})

describe('Markdown', () => {
  it('keeps fenced code unspoken, and reads what is indented', async () => {
    const { chapters } = await readAll(
      '# One\n\nWords of it.\n\n```js\nlet x = 1\n```\n\n    A letter, set in\n    from the margin.\n\n# Two\n\nMore.\n',
    )
    expect(linesOf(chapters[0])).toEqual([
      'heading: One',
      'paragraph: Words of it.',
      'code: let x = 1',
      'paragraph: A letter, set in from the margin.',
    ])
  })
})

describe('a program in the style of one', () => {
  const code = ['def f(x):', '}', 'return x']
  const expected = ['paragraph: Words before.', `code: ${code.join('\n')}`, 'paragraph: After it.']
  const styles = (id: string, name: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

  it.each(['HTML Preformatted', 'Source Code', 'Preformatted Text', 'Code'])(
    'is left out of a Word document by name: %s',
    async (name) => {
      const inherited = styles('Own', 'My listing', '<w:basedOn w:val="Base"/>')
      const book = await readAll(
        docxFile({
          body: [
            para('Words before.'),
            ...code.map((line) => para(line, 'Own')),
            para('After it.'),
          ].join(''),
          styles: styles('Base', name) + inherited,
        }),
      )
      expect(book.chapters.flatMap(linesOf)).toEqual(expected)
    },
  )

  it('is left out of an OpenDocument text, by an automatic style too', async () => {
    const p = (text: string, style: string) => `<text:p text:style-name="${style}">${text}</text:p>`
    const styled = (name: string, parent: string) =>
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"/>`
    const book = await readAll(
      odtFile({
        body:
          p('Words before.', 'Standard') +
          code.map((line) => p(line, 'P1')).join('') +
          p('After it.', 'Standard'),
        automatic: styled('P1', 'Preformatted_20_Text'),
      }),
    )
    expect(book.chapters.flatMap(linesOf)).toEqual(expected)
  })

  it('is left out of rich text', async () => {
    const book = await readAll(
      String.raw`{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s5\sbasedon0 HTML Preformatted;}}` +
        String.raw`\pard\s0 Words before.\par\pard\s5 def f(x):\par\}\par return x\par\pard\s0 After it.\par}`,
    )
    expect(book.chapters.flatMap(linesOf)).toEqual(expected)
  })

  it('is left out of FictionBook, and stays a word of its sentence', async () => {
    const section =
      '<p>Words before.</p><p><code>def f(x):</code></p><p><code>}</code></p><code>return x</code>' +
      '<p>After <code>it</code>.</p>'
    const book = await readAll(
      '<?xml version="1.0"?><FictionBook><description/><body><section><title><p>One</p></title>' +
        `${section}</section></body></FictionBook>`,
    )
    expect(book.chapters.flatMap(linesOf).slice(1)).toEqual(expected)
  })

  it('is left out of a Kindle book', async () => {
    const html = `<html><body><p>Words before.</p><pre><code>${code.join('\n')}</code></pre><p>After it.</p></body></html>`
    const book = await readAll(mobiFile({ html }))
    expect(book.chapters.flatMap(linesOf)).toEqual(expected)
  })

  it('is heard where most of the book has that style', async () => {
    const body = [para('A few words.'), ...code.map(() => para('A line of a tale.', 'Code'))]
    const book = await readAll(docxFile({ body: body.join(''), styles: styles('Code', 'Code') }))
    expect(book.chapters.flatMap(linesOf)).toEqual([
      'paragraph: A few words.',
      'verse: A line of a tale.\nA line of a tale.\nA line of a tale.',
    ])
  })
})

describe('a formula in a sentence', () => {
  const readingsOf = (blocks: readonly Block[]) =>
    blocks.flatMap(({ text, readings = [] }) =>
      readings.map(({ at, length, say }) => `${text.slice(at, at + length)}→${say}`),
    )
  const power = '<msup><mi>x</mi><mn>2</mn></msup>'

  it.each([
    ['a power', `<math>${power}</math>`, ['x2→']],
    ['a long one', '<math><mi>a</mi>+<mi>b</mi>+<mi>c</mi>+<mi>d</mi></math>', ['a+b+c+d→']],
    ['a letter', '<math><mi>x</mi></math>', []],
    ['an equation', '<math><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow></math>', []],
    ['one in words', `<math alttext="x squared">${power}</math>`, []],
  ])('is shown, and said where it can be: %s', async (_what, formula, expected) => {
    const blocks = await blocksOf(`<p>Here ${formula} is it.</p>`)
    expect(readingsOf(blocks)).toEqual(expected)
    expect(blocks.every(({ leftOut }) => leftOut === undefined)).toBe(true)
  })

  it('is so in a Word document', async () => {
    const sign = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const squared = `<m:oMath><m:sSup><m:e>${sign('x')}</m:e><m:sup>${sign('2')}</m:sup></m:sSup></m:oMath>`
    const body =
      para(`${run('Here ')}${squared}${run(' and ')}<m:oMath>${sign('y')}</m:oMath>${run('.')}`) +
      para(squared)
    const { chapters } = await readAll(docxFile({ body }))
    const blocks = chapters.flatMap((chapter) => chapter.blocks)
    expect(readingsOf(blocks)).toEqual(['x2→'])
    expect(chapters.flatMap(linesOf)).toEqual(['paragraph: Here x2 and y.', 'formula: x2'])
  })

  it('is so in an OpenDocument text, where it is an object', async () => {
    const object = (name: string, more = '') =>
      `<draw:frame><draw:object xlink:href="./${name}"/>${more}</draw:frame>`
    const body =
      `<text:p>Here ${object('Object 1')} and ${object('Object 2')}.</text:p>` +
      `<text:p>${object('Object 1')}</text:p><text:p>No ${object('Object 3')} here.</text:p>`
    const own = '<annotation encoding="StarMath 5.0">x^2</annotation>'
    const part = (name: string, bytes: string) => ({ name: `${name}/content.xml`, bytes })
    const { chapters } = await readAll(
      odtFile({
        body,
        entries: (all) => [
          ...all,
          part('Object 1', `<math><semantics><mrow>${power}</mrow>${own}</semantics></math>`),
          part('Object 2', '<math:math><math:mi>y</math:mi></math:math>'),
          part(
            'Object 3',
            '<office:document-content><text:p>A chart</text:p></office:document-content>',
          ),
        ],
      }),
    )
    expect(readingsOf(chapters.flatMap((chapter) => chapter.blocks))).toEqual(['x2→'])
    expect(chapters.flatMap(linesOf)).toEqual([
      'paragraph: Here x2 and y.',
      'formula: x2',
      'paragraph: No here.',
    ])
  })
})
