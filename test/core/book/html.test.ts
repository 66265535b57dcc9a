// HTML to blocks: what is heard of a page and what is not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHtmlFlow } from '../../../src/core/book/html/html-flow.ts'
import { MarkupLimitError } from '../../../src/core/book/markup.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

/** Blocks of a body, `kind: text`. */
function blocks(body: string, cut = body.length + 100): string[] {
  const flow = createHtmlFlow({ maxNesting: 1000 })
  const whole = `<html><body>${body}</body></html>`
  for (let at = 0; at < whole.length; at += cut) flow.write(whole.slice(at, at + cut))
  flow.end()
  return flow.take().flatMap((item) => {
    if (item.kind !== 'block') return []
    const { kind, text, level, leftOut } = item.block
    return [
      `${leftOut ?? kind}${level ?? ''}${item.tentative ? '?' : ''}${text ? `: ${text}` : ''}`,
    ]
  })
}
const only = (body: string) => blocks(body).join(' | ')

describe('note marks', () => {
  it.each([
    ['noteref', 'Word<a epub:type="noteref" href="n.xhtml#n1">1</a>, next.'],
    ['the role', 'Word<a role="doc-noteref" href="#n1">*</a>, next.'],
    ['a raised link', 'Word<sup><a href="#n1">1</a></sup>, next.'],
    ['a link that raises', 'Word<a href="#n1"><sup>12</sup></a>, next.'],
    ['brackets', 'Word<a href="#Footnote_1" id="FNanchor_1">[1]</a>, next.'],
    ['the target’s name', 'Word <a href="#fn3">3</a>, next.'],
    ['the class', 'Word<a class="footnote-ref" href="#x">b</a>, next.'],
    ['a sign', 'Word<sup>†</sup>, next.'],
    ['the way back', 'Word<a epub:type="backlink" href="#r">back</a>, next.'],
    ['an arrow', 'Word <a href="a.xhtml#r">↩︎</a>, next.'],
  ])('are left out: by %s', (_by, body) => {
    expect(only(`<p>${body}</p>`)).toBe('paragraph: Word, next.')
  })

  it('are left out of superscripts without a link after a finished word', () => {
    expect(only('<p>It was said.<sup>12</sup> And done so<sup>3</sup>.</p>')).toBe(
      'paragraph: It was said. And done so3.',
    )
    expect(only('<p>They finished<sup>3</sup> it.</p>')).toBe('paragraph: They finished it.')
    expect(
      only('<p>It was<sup>1</sup> so<sup>2</sup>, in 1845<sup>3</sup> and 5 m<sup>4</sup>.</p>'),
    ).toBe('paragraph: It was so, in 1845 and 5 m⁴.')
  })

  it.each([
    ['5 m<sup>2</sup> on the 1<sup>st</sup>', '5 m² on the 1st'],
    [
      '<a href="#ch1">I</a> <a href="c2.xhtml">2</a> <a href="#part">see above</a>',
      'I 2 see above',
    ],
    ['M<sup>r</sup> Smith', 'Mr Smith'],
    ['10<sup>3</sup>, 10<sup>-6</sup> and x<sup>12</sup>', '10³, 10⁻⁶ and x¹²'],
    ['2<sup>n</sup> and so<sup>7</sup>', '2n and so7'],
    ['10<sup>1/2</sup> and 10<sup>12345</sup>', '10 1/2 and 10 12345'],
    [
      'In 1999<sup>3,4</sup> half of it, 50%<sup>5</sup>, was so<sup>6, 7</sup>',
      'In 1999 half of it, 50%, was so',
    ],
  ])('are not what only looks like one: %s', (body, heard) => {
    expect(only(`<p>${body}</p>`)).toBe(`paragraph: ${heard}`)
  })
})

describe('page numbers', () => {
  it.each([
    'one <span epub:type="pagebreak" title="169">169</span>two',
    'one <span class="pagenum">[Pg 12]</span>two',
    'one <a class="page-number" id="p12">12</a>two',
    'one <span id="Page_12">12</span>two',
    'one <span role="doc-pagebreak" id="x">xii</span>two',
  ])('are left out: %s', (body) => {
    expect(only(`<p>${body}</p>`)).toBe('paragraph: one two')
  })

  it('are left out as paragraphs, and do not cost a word that shares their class', () => {
    expect(blocks('<p>a b</p><p class="pagenum">Page 3</p><p class="page">The third.</p>')).toEqual(
      ['paragraph: a b', 'page-number: Page 3', 'paragraph: The third.'],
    )
  })

  it('are no headings', () => {
    expect(only('<h2 class="page-break"><a class="pagenum" title="5"> </a>I.</h2>')).toBe(
      'heading2: I.',
    )
    expect(only('<p id="p5">II</p>')).toBe('paragraph: II')
  })
})

describe('what is not text', () => {
  it.each([
    ['readings', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字', '漢字'],
    [
      'hidden',
      'a<span hidden="">b</span><span style="display: none">c</span><i aria-hidden="true">d</i>e',
      'ae',
    ],
    ['scripts', 'a<script>b < c</script><style>d</style>e', 'ae'],
    ['pictures', 'a <img src="x.jpg" alt="A man on a horse"/>b<svg><text>c</text></svg>', 'a b'],
    ['comments', 'a<!-- b -->c<?pi d?>e', 'ace'],
    ['undeclared entities', 'a&undeclared;b &amp;lt; c &c; d', 'ab &lt; c &c; d'],
  ])('is left out: %s', (_what, body, heard) => {
    expect(only(`<p>${body}</p>`)).toBe(`paragraph: ${heard}`)
  })

  it('does not include drop caps and the pictures of headings, which stand for letters', () => {
    expect(only('<p><img class="x" alt="O" src="o.png"/>nce upon a time</p>')).toBe(
      'paragraph: Once upon a time',
    )
    expect(only('<h1><img alt="Chapter the First" src="h.png"/></h1>')).toBe(
      'heading1: Chapter the First',
    )
  })

  it('does not include what MathML says in words', () => {
    expect(only('<p>So <math alttext="x squared"><mi>x</mi></math> it is</p>')).toBe(
      'paragraph: So x squared it is',
    )
  })

  it('does not leak from an internal document type', () => {
    const flow = createHtmlFlow({ maxNesting: 1000 })
    flow.write(
      '<!DOCTYPE html [ <!ENTITY x "y"> ]><html><head><title/></head><body><p>a</p></body></html>',
    )
    flow.end()
    expect(flow.take()).toMatchObject([{ block: { text: 'a' } }])
  })
})

describe('blocks', () => {
  it('read tables row by row, a speaker’s name before the words', () => {
    const table =
      '<table><tr><td epub:type="z3998:persona">Bernardo</td><td>Who’s there?</td></tr>' +
      '<tr><td>one</td><td>two:</td><td/><td>three</td></tr></table>'
    expect(blocks(table)).toEqual([
      'paragraph: Bernardo. Who’s there?',
      'paragraph: one, two: three',
    ])
  })

  it('leave a page laid out as a table alone', () => {
    const paragraphs = Array.from({ length: 50 }, (_, n) => `<p>Paragraph ${n} of the page.</p>`)
    expect(blocks(`<table><tr><td>${paragraphs.join('')}</td></tr></table>`)).toHaveLength(50)
    expect(
      blocks(
        '<table><tr><td><h2>A</h2><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
      ),
    ).toEqual(['heading2: A', 'paragraph: b, c'])
  })

  it.each([
    [
      'breaks',
      '<blockquote epub:type="z3998:verse"><p><span>One</span><br/><span>Two</span></p></blockquote>',
    ],
    [
      'lines',
      '<div class="poem"><div class="stanza"><div class="line">One</div><div class="line">Two</div></div></div>',
    ],
    ['spans', '<div class="poetry"><p><span class="i1">One</span><br/>Two<br/></p></div>'],
    ['stanzas of paragraphs', '<div class="stanza poem"><p>One</p><p>Two</p></div>'],
  ])('keep the lines of verse: %s', (_how, body) => {
    expect(blocks(body)).toEqual(['verse: One\nTwo'])
  })

  it.each([
    ['a rule', '<p>a</p><hr/><p>b</p>'],
    ['asterisks', '<p>a</p><p>* * *</p><p>b</p>'],
    ['an asterism', '<p>a</p><div>⁂</div><p>b</p>'],
    ['a class', '<p>a</p><div class="scene-break"><img src="x.png" alt="ornament"/></div><p>b</p>'],
  ])('tell a scene break by %s', (_by, body) => {
    expect(blocks(body)).toEqual(['paragraph: a', 'scene-break', 'paragraph: b'])
  })

  it('take an empty paragraph for a scene break only while those are rare', async () => {
    const page = (between: string) =>
      `<html><body><h1>T</h1>${Array.from({ length: 20 }, (_, n) => `<p>Paragraph ${n}.</p>${n === 9 ? '<p>&nbsp;</p>' : between}`).join('')}</body></html>`
    const breaks = async (between: string) =>
      (await readAll(page(between))).chapters[0]?.blocks.filter(
        ({ kind }) => kind === 'scene-break',
      ).length
    expect(await breaks('')).toBe(1)
    expect(await breaks('<p>&#160;</p>')).toBe(0)
  })

  it('know headings by role, and all lines of a heading group', () => {
    expect(
      blocks('<div role="heading" aria-level="3">A</div><hgroup><h2>I</h2><p>Name</p></hgroup>'),
    ).toEqual(['heading3: A', 'heading2: I', 'heading6: Name'])
  })

  it('read preformatted text as a text file is read', () => {
    expect(
      blocks(
        '<pre>A paragraph that is wrapped at about\nforty characters, as it was usual in the\nold days.\n\nAnother one.</pre>',
      ),
    ).toEqual([
      'paragraph: A paragraph that is wrapped at about forty characters, as it was usual in the old days.',
      'paragraph: Another one.',
    ])
  })

  it('lose controls, bidi marks and soft hyphens, but no letter', () => {
    expect(only('<p>a\u0001b\u00adc\u202ed e\u0301 \u200bf\u2060—g \u{1d400}</p>')).toBe(
      'paragraph: abcd é f—g \u{1d400}',
    )
  })
})

describe('any page', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<br/>',
    '<a href="#n1">',
    '</a>',
    '<sup>',
    '</sup>',
    '<td>',
    '</table>',
    '<table>',
    '<tr>',
    '</tr>',
    '<pre>',
    '</pre>',
    '<h2>',
    '</h2>',
    ' word',
    '12',
    '&amp;',
    '<div class="stanza poem">',
    '\n',
    '<hr>',
    '<li>',
    '<span class="pagenum">',
    '</span>',
    '<img alt="x">',
    'x',
    '<title/>',
    '<!-- c -->',
  )

  it('gives the same blocks however its bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (pieces, cut) => {
          const body = pieces.join('')
          expect(blocks(body, cut)).toEqual(blocks(body))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('loses no letter of its paragraphs', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéßñ漢字'), minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { maxLength: 8 }),
        (paragraphs) => {
          const body = paragraphs.map((words) => `<p>${words.join(' <i> </i>')}</p>`).join('\n')
          expect(blocks(body)).toEqual(
            paragraphs.map((words) => `paragraph: ${words.join(' ').normalize('NFC')}`),
          )
        },
      ),
    )
  })

  it('that never ends its nesting, its comment or its tag is refused', () => {
    expect(() => blocks('<div>'.repeat(50_000))).toThrow(MarkupLimitError)
    expect(() => blocks(`<!-- ${'a'.repeat(9_600_000)}`)).toThrow(MarkupLimitError)
  })

  it('of one endless paragraph is cut between words', () => {
    const long = blocks(`<p>${'word '.repeat(100_000)}</p>`)
    expect(long.length).toBeGreaterThan(5)
    expect(long.join(' ').match(/word/g)).toHaveLength(100_000)
  })

  it('that is cut is one note still, in all its parts, and its link is in the first', () => {
    const words = 'word '.repeat(40_000)
    const flow = createHtmlFlow({ maxNesting: 1000 })
    flow.write('<p>Before<a role="doc-noteref" href="#n1">1</a>.</p>')
    flow.write('<aside epub:type="footnotes"><aside epub:type="footnote" id="n1">')
    flow.write(`<p><a href="other.xhtml">A link of some words</a> ${words}</p></aside></aside>`)
    flow.end()
    const [, ...parts] = flow.take().flatMap((item) => (item.kind === 'block' ? [item] : []))
    expect(parts.length).toBeGreaterThan(2)
    for (const { block, matter } of parts)
      expect([block.noteId, matter]).toEqual([parts[0]?.block.noteId, 'notes'])
    expect(parts[0]?.block.noteId).toMatch(/#n1$/)
    expect(parts.map(({ linked }) => linked)).toEqual([20, ...parts.slice(1).map(() => 0)])
  })

  it('keeps no more marks and pictures than any block has', () => {
    const mark = '<a role="doc-noteref" href="#n1">1</a>'
    const flow = createHtmlFlow({ maxNesting: 1000 })
    flow.write(`<p>Words${mark.repeat(10_000)}.</p>`)
    flow.write(`<p>${'<img alt="A house by a lake">'.repeat(10_000)}</p>`)
    flow.write(`<p>${`<img alt="${'A house by a lake. '.repeat(5000)}">`.repeat(100)}</p>`)
    flow.end()
    const [first, ...pictures] = flow
      .take()
      .flatMap((item) => (item.kind === 'block' ? [item.block] : []))
    expect(first?.noteMarks).toHaveLength(2000)
    expect(pictures).toHaveLength(2000 + 1)
  })
})

describe('a single HTML file', () => {
  it('has its headings for chapters, and its head for facts', async () => {
    const paragraph = `<p>${'Words of the chapter. '.repeat(80)}</p>`
    const { header, chapters } = await readAll(
      `<!DOCTYPE html><html lang="de"><head><title>Das Buch</title><meta name="author" content="Eva Autor"></head>
      <body><h1>Das Buch</h1><h2>von Eva Autor</h2><h2>Eins</h2>${paragraph}<h3>Darin</h3><p>Kurz.</p><h2>II</h2><h2>Der Name</h2>${paragraph}</body></html>`,
    )
    expect(header).toEqual({
      format: 'html',
      title: 'Das Buch',
      authors: ['Eva Autor'],
      language: 'de',
    })
    expect(chapters.map(({ title, level, matter }) => [title, level, matter])).toEqual([
      ['Das Buch', 1, 'title-page'],
      ['Eins', 1, 'body'],
      ['II · Der Name', 1, 'body'],
    ])
    expect(linesOf(chapters[1])).toContain('heading: Darin')
  })

  it('may begin at a deeper level, its title alone on the first one', async () => {
    const part = (n: number) => `<h3>Part ${n}</h3><p>It is short, and a chapter all the same.</p>`
    const titles = async (body: string) =>
      (await readAll(`<html><body>${body}</body></html>`)).chapters.map(({ title }) => title)
    const parts = [1, 2, 3].map(part).join('')
    expect(await titles(`<h2>The Bell</h2><p>by Ada</p>${parts}`)).toEqual([
      ...['The Bell', 'Part 1', 'Part 2', 'Part 3'],
    ])
    // As converters write it: their own table of contents goes before the title.
    expect(
      await titles(`<h2>Contents</h2><p>Part 1</p><h2>The Bell</h2><p>by Ada</p>${parts}`),
    ).toEqual(['Contents', 'The Bell', 'Part 1', 'Part 2', 'Part 3'])
    expect(await titles(`<h2>One</h2><p>It is.</p>${parts}<h2>Two</h2><p>It was.</p>`)).toEqual([
      ...['One', 'Two'],
    ])
  })

  it('is read in the encoding that it declares', async () => {
    const html = Buffer.from(
      '<html><head><meta charset="iso-8859-1"></head><body><p>Größe</p></body></html>',
      'latin1',
    )
    expect(linesOf((await readAll(html)).chapters[0])).toEqual(['paragraph: Größe'])
  })
})
