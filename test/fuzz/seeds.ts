// What the fuzz mutates: one small sound file for every reader and form. A new reader's is one line here.
import { docxFile, para } from '../fixtures/docx-file.ts'
import { epubFile } from '../fixtures/epub-file.ts'
import { inventedEpub } from '../fixtures/invented-epub.ts'
import { mobiFile } from '../fixtures/mobi-file.ts'
import { odtFile } from '../fixtures/odt-file.ts'
import { pdfFile } from '../fixtures/pdf-file.ts'
import { prose, typeset } from '../fixtures/pdf-type.ts'

export type Seed = {
  name: string
  make: () => Buffer
  /** What its mutations grow to at most, where a library takes the square of it. */
  mostBytes?: number
}

const page = `<h2 id="a">Chapter I</h2><p>It was said<a epub:type="noteref" href="#n">1</a> twice.<sup>2</sup> <span class="pagenum">12</span>So</p>
<table><tr><td>Bernardo</td><td>Who’s there?</td></tr></table><div class="poem"><div class="stanza"><p>One</p><p>Two</p></div></div>
<pre><code>x &lt; y</code></pre><hr/><p>* * *</p><figure><img src="a.png" alt="A horse"/></figure><math display="block"><mi>x</mi></math>
<ruby>漢<rt>かん</rt></ruby><div hidden="">No</div><ol><li><a href="#a">One</a></li></ol><aside epub:type="footnote" id="n"><p>A note. <a href="#r">↩</a></p></aside>`
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A Book, by Ada</title></head><body><h1>A Book</h1>${page.repeat(3)}</body></html>`
const markdown = `---\ntitle: A Book\nauthor: [Ada]\n---\n\n# One\n\nWords *of* [it](#x){.a}, a note[^1].\n\n[^1]: The note.\n\n> Quoted\n\n- a\n- b\n\n\`\`\`js\nx\n\`\`\`\n\n| a | b |\n|---|---|\n| c | d |\n\n## Two\n\nMore <b>words</b>.\n`
const text = `The Project Gutenberg eBook of A Book\n\nTitle: A Book\n\nAuthor: Ada\n\n*** START OF THE PROJECT GUTENBERG EBOOK A BOOK ***\n\n\n\nCONTENTS\n\nI. One\nII. Two\n\n\n\nI.\n\nOne morning, Größe was said\nto be all—“quite all.”\n\n    Tyger Tyger, burning bright,\n    In the forests of the night\n\n* * *\n\nAnd so on.\n\n\n\nCHAPTER THE SECOND\n\nIn which it ends.\n\nMore.\n\n*** END OF THE PROJECT GUTENBERG EBOOK A BOOK ***\n\nlicence\n`
const documents = [
  { name: 'a.xhtml', body: page },
  { name: 'b.xhtml', body: page },
]
const metadata =
  '<meta property="belongs-to-collection" id="c">S</meta><meta refines="#c" property="group-position">2</meta>'

export const seeds: readonly Seed[] = [
  {
    name: 'epub',
    make: () =>
      epubFile({ documents, metadata, guide: '<reference type="cover" href="a.xhtml"/>' }),
  },
  { name: 'epub with an NCX', make: () => epubFile({ documents, navigation: 'ncx' }) },
  { name: 'epub without contents', make: () => epubFile({ documents, navigation: 'none' }) },
  { name: 'epub in parts', make: () => inventedEpub(2) },
  { name: 'html', make: () => Buffer.from(html) },
  {
    name: 'html in Latin-1',
    make: () => Buffer.from(html.replace('utf-8', 'iso-8859-1'), 'latin1'),
  },
  { name: 'markdown', make: () => Buffer.from(markdown) },
  {
    name: 'docx',
    make: () =>
      docxFile({
        body: `${para('One', 'Heading1')}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${para('Words of it.')}`,
        footnotes: `<w:footnote w:id="2">${para('A note.')}</w:footnote>`,
      }),
  },
  {
    name: 'odt',
    make: () =>
      odtFile({
        body: '<text:h>One</text:h><text:p>Words<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note> of it.</text:p>',
      }),
  },
  {
    name: 'fb2',
    make: () =>
      Buffer.from(
        '<?xml version="1.0"?><FictionBook><description><title-info><book-title>A Book</book-title></title-info></description><body><section><title><p>One</p></title><p>Words<a type="note" l:href="#n">1</a> of it.</p></section></body><body name="notes"><section id="n"><p>A note.</p></section></body></FictionBook>',
      ),
  },
  {
    name: 'rtf',
    make: () =>
      Buffer.from(
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset238 A;}}{\\info{\\title A Book}}\\pard\\s1 One\\par\\pard Words{\\footnote A note.\\par} of it.\\u8212?\\'e1\\par}",
      ),
  },
  {
    name: 'mobi',
    make: () =>
      mobiFile({
        html: `<h1>One</h1>${page}`,
        compression: 'palmdoc',
        toc: [{ title: 'One', at: '<h1>One' }],
      }),
  },
  {
    name: 'mobi, huff',
    make: () => mobiFile({ html: page, compression: 'huff' }, { html: page, compression: 'huff' }),
  },
  {
    name: 'pdf',
    mostBytes: 16 * 1024,
    make: () =>
      pdfFile({
        pages: [typeset([prose(1), prose(2)]), typeset([prose(3)])],
        outline: [{ title: 'One', page: 0 }],
      }),
  },
  {
    name: 'script',
    make: () =>
      Buffer.from(
        'ADA: Words of it.\n\nBOB: And more of them.\n\nADA: Quite so.\n\nBOB: Indeed.\n'.repeat(4),
      ),
  },
  { name: 'text', make: () => Buffer.from(text) },
  { name: 'text in UTF-16', make: () => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { name: 'text in Latin-1', make: () => Buffer.from(text, 'latin1') },
]
