// Rich text documents to chapters: what is heard of them and what is not.
import { describe, expect, it } from 'vitest'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const rtf = (body: string, head = '\\ansi\\ansicpg1252') => `{\\rtf1${head} ${body}}`
const read = (body: string, head?: string, chunk?: number) =>
  readAll(Buffer.from(rtf(body, head), 'latin1'), 'book', chunk)
const lines = async (body: string, head?: string) =>
  (await read(body, head)).chapters.flatMap(linesOf)
const blocksOf = async (body: string, head?: string) =>
  (await read(body, head)).chapters.flatMap((chapter) => chapter.blocks)
const prose = 'It was a dark and stormy night, and the rain fell in torrents. '.repeat(40)

describe('the first lines of rich text', () => {
  const rtf = (...paragraphs: string[]) =>
    String.raw`{\rtf1\ansi ${paragraphs.map((text) => String.raw`\pard ${text}\par`).join('')}}`
  const chapter = String.raw`{\outlinelevel0 One\par}\pard It was a dark night, and the rain fell.`
  const mattersOf = async (...lines: string[]) =>
    (await readAll(rtf(...lines, chapter))).chapters.map(({ matter, spoken }) => [matter, spoken])

  it.each(['12 March 2021', 'March 12, 2021', '2021-03-12T00:00:00Z', '12. Mai 2021'])(
    'are a title page where one of them is a day: %s',
    async (day) =>
      expect(await mattersOf('The Sea Book', 'Ada Writer', day)).toEqual([
        ['title-page', false],
        ['body', true],
      ]),
  )

  it('are none where they tell something', async () => {
    expect(await mattersOf('12 March 2021', 'We went on through the rain.')).toEqual([
      ['body', true],
      ['body', true],
    ])
  })
})

describe('a rich text document', () => {
  it('says title and author, and the language of its program where the text agrees', async () => {
    const info =
      '{\\info{\\title Emma \\emdash  a novel}{\\author Jane Austen}{\\operator A typist}}'
    const { header } = await read(`${info}\\deflang2057 ${prose}\\par`)
    expect(header).toEqual({
      format: 'rtf',
      title: 'Emma — a novel',
      authors: ['Jane Austen'],
      language: 'en-GB',
    })
    const german = 'Es war einmal eine kleine süße Dirne, die hatte jedermann lieb. '.repeat(30)
    expect((await read(`\\deflang1033 ${german}`)).header.language).toBe('de')
  })

  it('that was cut off says so', async () => {
    const whole = rtf(`{\\b ${prose}}\\par`)
    expect((await readAll(whole.slice(0, 900))).warnings).toEqual([
      { code: 'file-cut-off', params: {} },
    ])
    expect((await readAll(whole)).warnings).toEqual([])
  })

  it('is the same wherever the bytes are cut', async () => {
    const body = `{\\fonttbl{\\f0\\fcharset128 M;}}\\f0 A \\'93\\'fa\\'96{\\b \\'7b} \\u8212\\'97 b\\par\\bin3 {{{c\\par`
    const whole = (await read(body)).chapters
    expect(whole.flatMap(linesOf)[0]).toMatch(/^paragraph: A 日.* — b$/)
    expect(whole.flatMap(linesOf)[1]).toBe('paragraph: c')
    for (const chunk of [1, 2, 3, 7])
      expect((await read(body, undefined, chunk)).chapters).toEqual(whole)
  })
})

describe('letters of a rich text document', () => {
  it.each([
    ['of its code page', "\\'f8\\'e8 Příliš".slice(0, 8), '\\ansi\\ansicpg1250', 'řč'],
    [
      'of a font’s character set',
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 A CE;}}\\f1 P\\'f8\\'edli\\'9a \\f0 caf\\'e9",
      undefined,
      'Příliš café',
    ],
    [
      'of a Cyrillic font',
      "{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cc\\'e8\\'f0",
      undefined,
      'Мир',
    ],
    [
      'of two bytes',
      "{\\fonttbl{\\f0\\fcharset134 S;}}\\f0 \\'c4\\'e3\\'ba\\'c3",
      undefined,
      '你好',
    ],
    ['of a Mac', "caf\\'8e", '\\mac', 'café'],
    [
      'in Unicode, with what stands for them passed over',
      "caf\\u233?\\u8217\\'92s {\\uc0 \\u233}{\\uc2 \\u26085\\'93\\'fa}!\\u-3904 ?",
      undefined,
      'café’s é日!',
    ],
    ['outside the first plane', '\\u-10179?\\u-8704? smile', undefined, '😀 smile'],
    ['in two wordings', '{\\upr{ansi}{\\*\\ud{uni\\u233?}}} end', undefined, 'unié end'],
    [
      'that are signs',
      'a\\~b\\emdash c\\_d\\-e \\{\\\\\\} \\ldblquote q\\rdblquote',
      undefined,
      'a b—c‑de {\\} “q”',
    ],
  ])('are read: %s', async (_what, body, head, expected) => {
    expect(await lines(body, head)).toEqual([`paragraph: ${expected}`])
  })
})

describe('text of a rich text document', () => {
  it('is none of the destinations that are not text', async () => {
    const body =
      '{\\colortbl;\\red1;}{\\*\\generator Some 1.0;}{\\header Running head\\par}{\\footer{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}}' +
      '{\\pict\\pngblip 89504e47}{\\*\\unknown hidden {deep}}{\\xe index}{\\listtext 1.\\tab}Words on {\\field{\\*\\fldinst PAGEREF x}{\\fldrslt 12}}' +
      '{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt linked}}.\\par'
    expect(await lines(body)).toEqual(['paragraph: Words on linked.'])
  })

  it('leaves hidden and deleted words out', async () => {
    expect(
      await blocksOf(
        'Seen{\\v  unseen}{\\deleted  gone}.\\par{\\v All of it.\\par}\\pard\\v0 End.\\par',
      ),
    ).toEqual([
      { kind: 'paragraph', text: 'Seen.' },
      { kind: 'paragraph', text: 'All of it.', leftOut: 'hidden' },
      { kind: 'paragraph', text: 'End.' },
    ])
  })

  it('keeps line breaks and paragraphs, whatever they are written as', async () => {
    expect(await lines('one\ntwo\\line three\\par\nfour\\\nfive')).toEqual([
      'paragraph: onetwo three',
      'paragraph: four',
      'paragraph: five',
    ])
  })

  it('reads tables row by row', async () => {
    const body =
      'Before.\\par\\trowd\\pard\\intbl Name\\cell Age\\cell\\row\\trowd\\pard\\intbl Emma\\cell\\pard\\intbl 20\\cell\\row\\pard After.\\par'
    expect(await lines(body)).toEqual([
      'paragraph: Before.',
      'paragraph: Name, Age',
      'paragraph: Emma, 20',
      'paragraph: After.',
    ])
  })

  it('keeps a text box that hangs on nothing at the end', async () => {
    expect(await lines('Words.\\par{\\shp{\\*\\shpinst{\\shptxt In the box.\\par}}}')).toEqual([
      'paragraph: Words.',
      'paragraph: In the box.',
    ])
  })

  it('has what text boxes hold after the paragraph they hang on', async () => {
    const box =
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn wrap}{\\sv 1}}{\\shptxt In the box.\\par}}{\\shprslt twice}}'
    expect(await lines(`Before ${box}and after.\\par`)).toEqual([
      'paragraph: Before and after.',
      'paragraph: In the box.',
    ])
  })

  it('loses its note marks, keeps what they name, and has the notes last', async () => {
    const note = (text: string) =>
      `{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} ${text}\\par}`
    const { chapters } = await read(
      `Words${note('A note.')} and more${note('Another.')}.\\par It was said.{\\super 3} On the 1{\\super st}.\\par See{\\field{\\*\\fldinst HYPERLINK \\\\l "note-1"}{\\fldrslt 4}}.\\par`,
    )
    expect(chapters.map(({ matter, blocks }) => ({ matter, blocks }))).toEqual([
      {
        matter: 'body',
        blocks: [
          { kind: 'paragraph', text: 'Words and more.', noteMarks: ['note-1', 'note-2'] },
          { kind: 'paragraph', text: 'It was said. On the 1st.', noteMarks: [''] },
          { kind: 'paragraph', text: 'See.', noteMarks: ['note-1'] },
        ],
      },
      {
        matter: 'notes',
        blocks: [
          { kind: 'paragraph', text: 'A note.', noteId: 'note-1' },
          { kind: 'paragraph', text: 'Another.', noteId: 'note-2' },
        ],
      },
    ])
  })
})

describe('chapters of a rich text document', () => {
  it('begin at outline levels, also through styles', async () => {
    const sheet =
      '{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0 \\f1 Berschrift;}{\\s2\\sbasedon1 Kapitel;}{\\s3 heading 1;}{\\*\\cs10 Char;}}'
    const { chapters } = await read(
      `${sheet}\\pard\\s2 Eins\\par\\pard Worte.\\par{\\pard\\s3 Zwei\\par}\\pard Mehr.\\par\\pard\\outlinelevel0 Drei\\par\\pard Ende.\\par`,
    )
    expect(chapters.map(({ title }) => title)).toEqual(['Eins', 'Zwei', 'Drei'])
  })

  it('have the numbers that were counted for them', async () => {
    const { chapters } = await read(
      '\\pard\\outlinelevel0{\\listtext Chapter 1\\tab}The Sea\\par\\pard{\\listtext 1.\\tab}Words.\\par',
    )
    expect(chapters.flatMap(linesOf)).toEqual(['heading: Chapter 1 The Sea', 'paragraph: Words.'])
  })

  it('begin at pages only where there is no heading', async () => {
    expect((await read(`${prose}\\par\\page ${prose}\\par`)).chapters).toHaveLength(2)
    expect(
      (await read(`{\\pard\\outlinelevel0 One\\par}${prose}\\par\\page ${prose}\\par`)).chapters,
    ).toHaveLength(1)
  })

  it('have a table of contents of their own, unticked', async () => {
    const { chapters } = await read(
      `Preamble words.\\par{\\field{\\*\\fldinst TOC}{\\fldrslt One 1\\par Two 3\\par}}\\pard\\outlinelevel0 One\\par\\pard ${prose}\\par`,
    )
    expect(chapters.map(({ matter }) => matter)).toEqual(['body', 'contents', 'body'])
  })
})
