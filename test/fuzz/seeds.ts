// What the fuzz mutates: one small sound file for every reader and form. A new reader's is one line here.
import { epubFile } from '../fixtures/epub-file.ts'
import { inventedEpub } from '../fixtures/invented-epub.ts'

export type Seed = { name: string; make: () => Buffer }

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
  { name: 'text', make: () => Buffer.from(text) },
  { name: 'text in UTF-16', make: () => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { name: 'text in Latin-1', make: () => Buffer.from(text, 'latin1') },
]
