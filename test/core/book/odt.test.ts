// OpenDocument texts to chapters: what is heard of them and what is not.
import { describe, expect, it } from 'vitest'
import { odtFile, type OdtOptions } from '../../fixtures/odt-file.ts'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const read = (options: OdtOptions) => readAll(odtFile(options))
const blocksOf = async (body: string, more: Partial<OdtOptions> = {}) =>
  (await read({ body, ...more })).chapters.flatMap((chapter) => chapter.blocks)
const lines = async (body: string, more: Partial<OdtOptions> = {}) =>
  (await read({ body, ...more })).chapters.flatMap(linesOf)
const p = (text: string, style?: string) =>
  `<text:p${style ? ` text:style-name="${style}"` : ''}>${text}</text:p>`
const h = (text: string, level = 1) => `<text:h text:outline-level="${level}">${text}</text:h>`
const style = (name: string, attributes: string, inside = '', family = 'paragraph') =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}>${inside}</style:style>`
const prose = 'It was a dark and stormy night, and the rain fell in torrents. '.repeat(40)

describe('an OpenDocument text', () => {
  it('has endnotes that are a list under their heading as notes', async () => {
    const note =
      'It may be, of course, that the floor did not slope, but that the hall was built so.'
    const body = `${h('One')}${p(prose)}${h('Endnotes')}<text:list><text:list-item>${p(note)}</text:list-item></text:list>`
    const { chapters } = await read({ body })
    expect(chapters.map(({ title, matter }) => [title, matter])).toEqual([
      ['One', 'body'],
      ['Endnotes', 'notes'],
    ])
  })

  it('has a title page where its first lines are title, author and date by style', async () => {
    const body = p('The Sea', 'Title') + p('Ada Writer', 'Author') + p('May 1', 'Date') + p(prose)
    const { chapters } = await read({ body })
    expect(chapters.map(({ title, matter, spoken }) => [title, matter, spoken])).toEqual([
      ['The Sea', 'title-page', false],
      ['The Sea', 'body', true],
    ])
  })

  it('says title, author and language', async () => {
    const meta =
      '<dc:title>Emma</dc:title><meta:initial-creator>Jane Austen</meta:initial-creator><dc:creator>A typist</dc:creator><dc:language>en-GB</dc:language>'
    expect((await read({ body: p('Some words.'), meta })).header).toEqual({
      format: 'odt',
      title: 'Emma',
      authors: ['Jane Austen'],
      language: 'en-GB',
    })
  })

  it('with a password is named as protected', async () => {
    const entries: OdtOptions['entries'] = (all) =>
      all.map((each) =>
        each.name === 'META-INF/manifest.xml'
          ? {
              ...each,
              bytes:
                '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
            }
          : each,
      )
    expect(await failureOfReading(read({ body: p('x'), entries }))).toMatchObject({
      code: 'book-protected',
      params: { scheme: 'an OpenDocument password' },
    })
  })

  it('has chapters at headings, also where only a style’s ancestor is one', async () => {
    const { chapters } = await read({
      styles: style('Heading_20_1', 'style:default-outline-level="1"'),
      automatic:
        style('P1', 'style:parent-style-name="Heading_20_1"') +
        style('P2', 'style:parent-style-name="P3"') +
        style('P3', 'style:parent-style-name="P2"'),
      body: h('One') + p('Words.', 'P2') + p('Two', 'P1') + p('More.'),
    })
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('begins chapters at pages only where it has no headings', async () => {
    const automatic = style('P1', '', '<style:paragraph-properties fo:break-before="page"/>')
    const body = p(prose) + p(prose, 'P1')
    expect((await read({ body, automatic })).chapters).toHaveLength(2)
    expect((await read({ body: h('One') + body, automatic })).chapters).toHaveLength(1)
  })

  it('keeps spaces, tabs and breaks as they are read', async () => {
    expect(await lines(p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\n  e'))).toEqual([
      'paragraph: a b c d e',
    ])
  })

  it('has no deleted text, comments, page numbers or readings', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        'Kept<office:annotation><text:p>Comment</text:p></office:annotation> on page<text:page-number>3</text:page-number>, ' +
          '<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>.',
      )
    expect(await lines(body)).toEqual(['paragraph: Kept on page, 漢.'])
  })

  it('leaves hidden words out, and says so where they are a paragraph', async () => {
    const automatic = style('T1', '', '<style:text-properties text:display="none"/>', 'text')
    const hidden = (text: string) => `<text:span text:style-name="T1">${text}</text:span>`
    const body =
      p(`Seen${hidden(' unseen')}.`) +
      p(hidden('All of it.')) +
      `<text:section text:display="none">${p('A section.')}</text:section>`
    expect(await blocksOf(body, { automatic })).toEqual([
      { kind: 'paragraph', text: 'Seen.' },
      { kind: 'paragraph', text: 'All of it.', leftOut: 'hidden' },
      { kind: 'paragraph', text: 'A section.', leftOut: 'hidden' },
    ])
  })

  it('has what frames hold after the paragraph they hang on', async () => {
    const body = p(
      `Before <draw:frame><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame>` +
        '<draw:frame><draw:image/><svg:desc>A map</svg:desc></draw:frame>and after.',
    )
    expect(await blocksOf(body)).toEqual([
      { kind: 'paragraph', text: 'Before and after.' },
      { kind: 'paragraph', text: 'In the box.' },
      { kind: 'paragraph', text: 'A map', leftOut: 'picture' },
    ])
  })

  it('reads tables row by row', async () => {
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`
    const body = `<table:table><table:table-row>${cell('Name')}${cell('Age')}</table:table-row></table:table>`
    expect(await lines(body)).toEqual(['paragraph: Name, Age'])
  })

  it('unticks its indexes', async () => {
    const body =
      h('One') +
      p(prose) +
      `<text:alphabetical-index><text:alphabetical-index-source><text:index-title-template>x</text:index-title-template></text:alphabetical-index-source><text:index-body>${p('apple 3')}</text:index-body></text:alphabetical-index>`
    const contents = `<text:table-of-content><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('One 1')}</text:index-body></text:table-of-content>`
    const { chapters } = await read({ body: contents + body })
    expect(chapters.map(({ matter, title }) => `${matter}: ${title}`)).toEqual([
      'contents: Contents',
      'body: One',
      'index: apple 3',
    ])
  })

  it('loses its note marks, keeps what they name, and has the notes last', async () => {
    const note = (id: string, text: string) =>
      `<text:note text:id="${id}" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
    const automatic = style(
      'T2',
      '',
      '<style:text-properties style:text-position="super 58%"/>',
      'text',
    )
    const body =
      p(`Words${note('ftn1', 'A note.')} and more${note('ftn2', 'Another.')}.`) +
      p(
        'It was said.<text:a xlink:href="#n3"><text:span text:style-name="T2">3</text:span></text:a>',
      )
    const { chapters } = await read({ body, automatic })
    expect(chapters.map(({ matter, blocks }) => ({ matter, blocks }))).toEqual([
      {
        matter: 'body',
        blocks: [
          { kind: 'paragraph', text: 'Words and more.', noteMarks: ['ftn1', 'ftn2'] },
          { kind: 'paragraph', text: 'It was said.', noteMarks: ['n3'] },
        ],
      },
      {
        matter: 'notes',
        blocks: [
          { kind: 'paragraph', text: 'A note.', noteId: 'ftn1' },
          { kind: 'paragraph', text: 'Another.', noteId: 'ftn2' },
        ],
      },
    ])
  })
})
