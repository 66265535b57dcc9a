// Word documents to chapters: what is heard of them and what is not.
import { describe, expect, it } from 'vitest'
import { docxFile, para, run, type DocxOptions } from '../../fixtures/docx-file.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const read = (options: DocxOptions) => readAll(docxFile(options))
const lines = async (body: string, more: Partial<DocxOptions> = {}) =>
  (await read({ body, ...more })).chapters.flatMap(linesOf)
const blocksOf = async (body: string, more: Partial<DocxOptions> = {}) =>
  (await read({ body, ...more })).chapters.flatMap((chapter) => chapter.blocks)
const style = (id: string, inside: string, name = id) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const prose = 'It was a dark and stormy night, and the rain fell in torrents on the town. '.repeat(
  40,
)

describe('a Word document', () => {
  it('has a title page where its first lines are title, author and date by style', async () => {
    const styles = ['Title', 'Subtitle', 'Author', 'Date'].map((name) => style(name, '')).join('')
    const lines = para('The Sea', 'Title') + para('Ada Writer', 'Author') + para('May 1', 'Date')
    const chaptersOf = async (body: string) =>
      (await read({ body, styles, title: 'The Sea' })).chapters.map(
        ({ title, matter, spoken, blocks }) => [title, matter, spoken, blocks.length],
      )
    expect(await chaptersOf(lines + para(prose))).toEqual([
      ['The Sea', 'title-page', false, 3],
      ['The Sea', 'body', true, 1],
    ])
    expect(await chaptersOf(lines + para('One', 'Heading1') + para(prose))).toEqual([
      ['The Sea', 'title-page', false, 3],
      ['One', 'body', true, 2],
    ])
    // A title alone is the story's, and so is a date in a letter.
    expect(await chaptersOf(para('The Sea', 'Title') + para(prose))).toEqual([
      ['The Sea', 'body', true, 2],
    ])
    const letter = para('May 1', 'Date') + para(prose)
    expect((await chaptersOf(letter)).map(([, matter]) => matter)).toEqual(['body'])
  })

  it('keeps an exponent raised, which is no note mark', async () => {
    const look = '<w:vertAlign w:val="superscript"/>'
    const raised = (text: string, by = look) => `<w:r><w:rPr>${by}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = para(`${run('It is 10')}${raised('3')}${run(' m')}${raised('2')}${run('.')}`)
    expect(await lines(body)).toEqual(['paragraph: It is 10³ m².'])
    const styled = para(`${run('10')}${raised('3', '<w:rStyle w:val="Up"/>')}${run(' of them.')}`)
    const styles = style('Up', `<w:rPr>${look}</w:rPr>`)
    expect(await lines(styled, { styles })).toEqual(['paragraph: 10³ of them.'])
  })

  it('says title, authors and language', async () => {
    const { header } = await read({
      body: para('Some words.'),
      title: 'Emma',
      author: 'Jane Austen; A. N. Other',
      language: 'en-GB',
    })
    expect(header).toEqual({
      format: 'docx',
      title: 'Emma',
      authors: ['Jane Austen', 'A. N. Other'],
      language: 'en-GB',
    })
  })

  it('believes its text more than the language that Word set by itself', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    const german = 'Es war einmal eine kleine süße Dirne, die hatte jedermann lieb. '.repeat(30)
    expect((await read({ body: para(german), styles })).header.language).toBe('de')
    expect((await read({ body: para(prose), styles })).header.language).toBe('en-US')
  })

  it('is found by its relationships, in the strict namespace and in UTF-16 too', async () => {
    const body = `${para('First words.')}${para('And more.')}`
    const moved = (entries: { name: string; bytes: Uint8Array | string }[]) =>
      entries.map(({ name, bytes }) => {
        const text = String(bytes).replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        if (name === 'word/document.xml')
          return { name: 'odd/main.xml', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') }
        return { name, bytes: text.replace('word/document.xml', '/odd/main.xml') }
      })
    expect(await lines(body, { entries: moved })).toEqual([
      'paragraph: First words.',
      'paragraph: And more.',
    ])
  })

  it('may begin with a byte order mark and use other prefixes', async () => {
    const body =
      '<?xml version="1.0"?><x:document xmlns:x="w"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>One</x:t></x:r></x:p><x:p><x:r><x:t>Words.</x:t></x:r></x:p></x:body></x:document>'
    const entries = (all: { name: string; bytes: Uint8Array | string }[]) =>
      all.map((each) => ({ ...each, bytes: `\ufeff${String(each.bytes)}` }))
    expect(await lines(body, { entries })).toEqual(['heading: One', 'paragraph: Words.'])
  })
})

describe('chapters of a Word document', () => {
  it('begin at headings by outline level, through inheritance, in any language of Word', async () => {
    const styles =
      style('Berschrift1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 'heading 1') +
      style('Kapitel', '<w:basedOn w:val="Berschrift1"/>', 'Kapitel') +
      style('Plain', '<w:basedOn w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>') +
      style('Ring', '<w:basedOn w:val="Gnir"/>') +
      style('Gnir', '<w:basedOn w:val="Ring"/>')
    const { chapters } = await read({
      styles,
      body:
        para('Eins', 'Kapitel') +
        para('Worte.', 'Ring') +
        para('Keine Überschrift', 'Plain') +
        para('Zwei', 'Berschrift1') +
        para('Mehr.') +
        '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Drei</w:t></w:r></w:p>' +
        para('Ende.'),
    })
    expect(chapters.map(({ title }) => title)).toEqual(['Eins', 'Zwei', 'Drei'])
    expect(linesOf(chapters[0])).toEqual([
      'heading: Eins',
      'paragraph: Worte.',
      'paragraph: Keine Überschrift',
    ])
  })

  it('are told by the names of styles where there is no list of styles', async () => {
    const { chapters } = await read({
      body: para('One', 'Heading1') + para('Words.') + para('Two', 'Heading1') + para('More.'),
    })
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('have the numbers that Word counts', async () => {
    const styles = style(
      'Heading1',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
      'heading 1',
    )
    const numbering =
      '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Chapter %1"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    const body = para('', 'Heading1') + para('Words.') + para('The Sea', 'Heading1') + para('More.')
    const { chapters } = await read({ body, styles, numbering })
    expect(chapters.map(({ title }) => title)).toEqual(['Chapter I.', 'Chapter II. The Sea'])
  })

  it('are found where they are typed and not styled', async () => {
    const { chapters } = await read({
      body: para('Chapter One') + para(prose) + para('Chapter Two: The Sea') + para(prose),
    })
    expect(chapters.map(({ title }) => title)).toEqual(['Chapter One', 'Chapter Two: The Sea'])
  })

  it('begin at pages only where there is no heading', async () => {
    const breaks = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    const pages = `${para(prose)}${breaks}${para(prose)}`
    expect((await read({ body: pages })).chapters).toHaveLength(2)
    const headed = await read({ body: `${para('One', 'Heading1')}${pages}` })
    expect(headed.chapters).toHaveLength(1)
    const short = `${para('Words.')}${breaks}`.repeat(5)
    expect((await read({ body: short })).chapters).toHaveLength(1)
  })
})

describe('text of a Word document', () => {
  it('keeps breaks, tabs and hyphens as they are read', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>' +
      '<w:r><w:t>-co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>er</w:t></w:r></w:p>'
    expect(await lines(body)).toEqual(['paragraph: a b c-coop\u2011er'])
  })

  it('is what is left after all changes', async () => {
    const body =
      `<w:p>${run('It was ')}<w:del><w:r><w:delText>bad</w:delText></w:r></w:del><w:ins>${run('good')}</w:ins>` +
      `<w:moveFrom>${run(' gone')}</w:moveFrom><w:moveTo>${run('.')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('One ')}</w:p>${para('paragraph.')}` +
      '<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Plain.</w:t></w:r></w:p>'
    expect(await lines(body)).toEqual([
      'paragraph: It was good.',
      'paragraph: One paragraph.',
      'paragraph: Plain.',
    ])
  })

  it('leaves hidden words out, and says so where they are a paragraph', async () => {
    const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`
    const blocks = await blocksOf(
      `<w:p>${run('Seen')}${hidden(' unseen')}${run('.')}</w:p><w:p>${hidden('All of it.')}</w:p>`,
    )
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'Seen.' },
      { kind: 'paragraph', text: 'All of it.', leftOut: 'hidden' },
    ])
  })

  it('has the words of text boxes once, after the paragraph they hang on', async () => {
    const box = `<w:txbxContent>${para('In the box.')}</w:txbxContent>`
    const body =
      `<w:p>${run('Before ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" descr="A map"/><a:p><a:t>no</a:t></a:p>${box}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('and after.')}</w:p>`
    expect(await blocksOf(body)).toEqual([
      { kind: 'paragraph', text: 'Before and after.' },
      { kind: 'paragraph', text: 'In the box.' },
      { kind: 'paragraph', text: 'A map', leftOut: 'picture' },
    ])
  })

  it('keeps a heading one that has a text box', async () => {
    const body = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run('One')}<w:r><w:pict><w:txbxContent>${para('Box.')}</w:txbxContent></w:pict></w:r></w:p>${para('Words.')}`
    expect(await lines(body)).toEqual(['heading: One', 'paragraph: Box.', 'paragraph: Words.'])
  })

  it('goes on after an initial', async () => {
    const body = `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('O')}</w:p>${para('nce upon a time.')}`
    expect(await lines(body)).toEqual(['paragraph: Once upon a time.'])
  })

  it('reads tables row by row, and tables in tables as they come', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
    const body =
      `<w:tbl>${row(para('Name'), para('Age'))}${row(para('Emma'), para('20'))}` +
      `<w:tr><w:trPr><w:del/></w:trPr>${cell(para('Deleted'))}</w:tr></w:tbl>` +
      `<w:tbl>${row(para('Outer') + `<w:tbl>${row(para('a'), para('b'))}</w:tbl>`)}</w:tbl>`
    expect(await lines(body)).toEqual([
      'paragraph: Name, Age',
      'paragraph: Emma, 20',
      'paragraph: Outer',
      'paragraph: a, b',
    ])
  })

  it('has no page numbers, comments, instructions or placeholders', async () => {
    const body =
      `<w:p>${run('See page ')}${field('PAGEREF x', run('12'))}${run(', ')}<w:fldSimple w:instr=" PAGE ">${run('7')}</w:fldSimple>` +
      `${field('REF y', run('chapter two'))}${run('.')}<w:r><w:commentReference w:id="1"/></w:r></w:p>` +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${para('Click here.')}</w:sdtContent></w:sdt>` +
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('never closed')}</w:p>${para('Still heard.')}`
    expect(await lines(body)).toEqual([
      'paragraph: See page , chapter two.',
      'paragraph: Still heard.',
    ])
  })

  it('names formulas that stand alone, and keeps those in a sentence', async () => {
    const formula = '<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>'
    expect(
      await blocksOf(
        `<w:p><m:oMathPara>${formula}</m:oMathPara></w:p><w:p>${run('So ')}${formula}</w:p>`,
      ),
    ).toEqual([
      { kind: 'paragraph', text: 'E=mc', leftOut: 'formula' },
      { kind: 'paragraph', text: 'So E=mc' },
    ])
  })

  it('has scene breaks at ornaments, lines and rare empty paragraphs', async () => {
    const line = '<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>'
    const symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>'
    const body = [
      para('One.'),
      para('* * *'),
      para('Two.'),
      line,
      para('Three.'),
      symbol,
      para('Four.'),
      '<w:p/>',
      para('Five.'),
    ]
    expect((await lines(body.join(''))).filter((each) => each === 'scene-break')).toHaveLength(4)
  })
})

describe('a table of contents in a Word document', () => {
  const inside = para('One 3', 'TOC1') + para('Two 9', 'TOC1')
  it.each([
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
    ],
    [
      'a field',
      `<w:p>${field('TOC \\o', '').replace(/<w:r><w:fldChar w:fldCharType="end"\/><\/w:r>$/, '')}${run('One 3')}</w:p>${para('Two 9')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ],
    ['styles', inside],
    [
      'a field that never ends',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('One 3')}</w:p>${para('Two 9')}`,
    ],
  ])('is unticked: %s', async (_by, contents) => {
    const body = `${para('Preamble words.')}${contents}${para('One', 'Heading1')}${para(prose)}`
    const { chapters } = await read({ body })
    expect(chapters.map(({ matter, spoken }) => [matter, spoken])).toEqual([
      ['body', true],
      ['contents', false],
      ['body', true],
    ])
    expect(linesOf(chapters[1])).toEqual(['paragraph: One 3', 'paragraph: Two 9'])
  })
})

describe('notes of a Word document', () => {
  it('that another program wrote are told by their raised marks', async () => {
    const raised = (text: string) =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('It was said.')}<w:hyperlink w:anchor="n1">${raised('1')}</w:hyperlink>${run(' On the 1')}${raised('st')}${run(' of May.')}</w:p>`
    expect(await blocksOf(body)).toEqual([
      { kind: 'paragraph', text: 'It was said. On the 1st of May.', noteMarks: ['n1'] },
    ])
  })

  it('lose their marks, keep what the marks name, and come last', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const own = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    const { chapters } = await read({
      body: `<w:p>${run('Words')}${reference}${run(' and more')}${own}${run('.')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('Cell')}${reference}</w:p></w:tc></w:tr></w:tbl>`,
      footnotes:
        `<w:footnote w:type="separator" w:id="0">${para('no')}</w:footnote>` +
        `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' A note.')}</w:p>${para('Its end.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="1">${para('Another.')}</w:endnote>`,
    })
    expect(chapters.map(({ matter, spoken, blocks }) => ({ matter, spoken, blocks }))).toEqual([
      {
        matter: 'body',
        spoken: true,
        blocks: [
          { kind: 'paragraph', text: 'Words and more.', noteMarks: ['footnote-2', 'endnote-1'] },
          { kind: 'paragraph', text: 'Cell', noteMarks: ['footnote-2'] },
        ],
      },
      {
        matter: 'notes',
        spoken: false,
        blocks: [
          { kind: 'paragraph', text: 'A note.', noteId: 'footnote-2' },
          { kind: 'paragraph', text: 'Its end.', noteId: 'footnote-2' },
          { kind: 'paragraph', text: 'Another.', noteId: 'endnote-1' },
        ],
      },
    ])
  })
})
