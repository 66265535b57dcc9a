// Plain text: encodings, line ends, wrapped lines, verse, headings.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureOfReading, linesOf, readAll } from '../../fixtures/read-all.ts'

const prose =
  'The first paragraph of this chapter was typed on a machine that knew no\n' +
  'other way of ending a line than by its bell, which rang at seventy signs\n' +
  'or so, and the typist obeyed it.\n'
const joined = prose.trim().replaceAll('\n', ' ')
const book = ['CHAPTER I', 'CHAPTER II']
  .map((title) => `\n\n\n${title}\n\n${prose}\n${prose}`)
  .join('')

describe('line ends', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('may be %s, cut anywhere', async (_name, end) => {
    const content = book.replaceAll('\n', end)
    for (const chunkBytes of [1, 7, 64, 4096]) {
      const { chapters } = await readAll(content, 'book', chunkBytes)
      expect(chapters.map(linesOf)).toEqual([
        ['heading: CHAPTER I', `paragraph: ${joined}`, `paragraph: ${joined}`],
        ['heading: CHAPTER II', `paragraph: ${joined}`, `paragraph: ${joined}`],
      ])
    }
  })
})

describe('encodings', () => {
  const german = 'Grüße aus Köln, schöne Straßen und süße Äpfel im Frühling überall.\n\n'.repeat(8)
  const bom = (hex: string, body: Buffer) => Buffer.concat([Buffer.from(hex, 'hex'), body])
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

  it.each([
    ['UTF-8', Buffer.from(german)],
    ['UTF-8 with a mark', bom('efbbbf', Buffer.from(german))],
    ['UTF-16LE with a mark', bom('fffe', Buffer.from(german, 'utf16le'))],
    ['UTF-16BE with a mark', bom('feff', utf16be(german))],
    ['UTF-16LE without', Buffer.from(german, 'utf16le')],
    ['UTF-16BE without', utf16be(german)],
    ['Latin-1', Buffer.from(german, 'latin1')],
  ])('are told apart: %s', async (_name, bytes) => {
    const { chapters } = await readAll(bytes, 'book', 13)
    expect(linesOf(chapters[0])[0]).toBe(`paragraph: ${german.slice(0, german.indexOf('\n'))}`)
  })

  it('are guessed only when nothing tells them, and then it is said', async () => {
    expect((await readAll(Buffer.from(german, 'latin1'))).warnings.map(({ code }) => code)).toEqual(
      ['encoding-guessed'],
    )
    expect((await readAll(german)).warnings).toEqual([])
  })

  it('stay UTF-8 in a file with a few broken bytes, one sign for each', async () => {
    const bytes = Buffer.concat([
      Buffer.from(german),
      Buffer.from([0xff, 0x20, 0xc3, 0x28]),
      Buffer.from(german),
    ])
    const { chapters, warnings } = await readAll(bytes, 'book', 31)
    expect(linesOf(chapters[0]).join('\n')).toContain('Grüße')
    expect(warnings).toEqual([{ code: 'bytes-replaced', params: { count: 2 } }])
  })

  it('keep every letter however the file is cut', async () => {
    const line = fc.string({ unit: fc.constantFrom(...'aé漢𝐀 '), minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (lines, cut) => {
          const content = `A word first.\n\n${lines.join('\n\n')}`
          const { chapters } = await readAll(content, 'book', cut)
          const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
          const heard = chapters.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')
          expect(letters(heard)).toBe(letters(content))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('lines', () => {
  it('of verse stay lines', async () => {
    const { chapters } = await readAll(
      `${book}\nTyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy symmetry?\n`,
    )
    expect(linesOf(chapters[1]).at(-1)).toBe(
      'verse: Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy symmetry?',
    )
  })

  it('without blank lines between them are paragraphs', async () => {
    const long = 'A paragraph on a line of its own, as word processors write them into text files. '
      .repeat(3)
      .trim()
    const { chapters } = await readAll(`${long}\n${long}\n${long}\n`)
    expect(chapters[0]?.blocks).toHaveLength(3)
  })

  it('with indents begin paragraphs', async () => {
    const indented = Array.from({ length: 12 }, () => `    ${prose}`).join('')
    const { chapters } = await readAll(indented)
    expect(linesOf(chapters[0])).toEqual(Array.from({ length: 12 }, () => `paragraph: ${joined}`))
  })

  it('of stars are scene breaks', async () => {
    const { chapters } = await readAll(`${prose}\n *   *   *\n\n * * *\n\n${prose}`)
    expect(linesOf(chapters[0])).toEqual([
      `paragraph: ${joined}`,
      'scene-break',
      `paragraph: ${joined}`,
    ])
  })
})

describe('headings', () => {
  const titles = async (content: string) =>
    (await readAll(content)).chapters.map(
      ({ title, level, matter }) => `${level} ${title} (${matter})`,
    )

  it.each([
    ['CHAPTER I. Down the Rabbit-Hole', 'CHAPTER I. Down the Rabbit-Hole'],
    ['Chapter the First', 'Chapter the First'],
    ['Erstes Kapitel', 'Erstes Kapitel'],
    ['CAPÍTULO PRIMERO', 'CAPÍTULO PRIMERO'],
    ['Chapitre XII', 'Chapitre XII'],
    ['III.', 'III.'],
    ['EPILOGUE', 'EPILOGUE'],
  ])('begin chapters: %s', async (line, title) => {
    expect((await titles(`${prose}\n\n\n${line}\n\n${prose}`)).at(-1)).toContain(title)
  })

  it.each([
    [
      'in Spanish',
      [
        'Capítulo primero. Que trata de la barca vieja del molino y de quien la guardaba, con otras cosas',
        'Capítulo II. Donde se cuenta',
        'Capítulo XXIIII. Donde se cuentan mil menudencias tan impertinentes como necesarias al verdadero entendimiento deste grande libro, y de lo que más sucedió en la venta, que de todo se da razón a su tiempo',
        'Capítulo décimo',
        'Capítulo décimosexto. De lo que le sucedió al barquero',
        'Capítulo undécimo',
        'Capítulo treinta y uno. Adonde se declara el fin',
        'CAPÍTULO VEINTICUATRO',
      ],
    ],
    [
      'in German',
      [
        'Dreizehntes Kapitel',
        'Einundzwanzigstes Kapitel. Worin der Fährmann schweigt',
        'Kapitel XIV',
      ],
    ],
    ['in French', ['Chapitre vingt et unième', 'CHAPITRE DIX-SEPT', 'Chapitre XIX. Où l’on parle']],
    ['in English', ['CHAPTER THE TWENTY-FIRST', 'Chapter Thirty-two. In which nothing is said']],
  ])('are counted as old books count, and may go over lines: %s', async (_language, headings) => {
    const wrap = (line: string) => line.replace(/(.{40,66}) /g, '$1\n')
    const content = headings
      .map((heading) => `\n\n\n${wrap(heading)}\n\n${prose}\n${prose}`)
      .join('')
    expect(await titles(content)).toHaveLength(headings.length)
  })

  it('may tell the whole chapter in capitals below them', async () => {
    const tale =
      'WHICH TREATS OF THE OLD FERRY AND OF HIM WHO KEPT IT, AND OF THE WORDS THAT\n' +
      'PASSED BETWEEN HIM AND THE SMITH, WITH OTHER MATTERS THAT ARE\nWORTH TELLING'
    const content = ['I', 'II'].map((n) => `\n\n\nCHAPTER ${n}.\n\n${tale}\n\n${prose}`).join('')
    expect((await titles(content)).map((title) => title.slice(0, 28))).toEqual([
      '1 CHAPTER I. WHICH TREATS OF',
      '1 CHAPTER II. WHICH TREATS O',
    ])
  })

  it.each([
    'Part one of the plan was simple.',
    'Chapter 3 was the one he liked best, he said.',
    'Letter by letter.',
  ])('are not sentences: %s', async (line) => {
    expect(await titles(`${prose}\n\n\n${line}\n\n${prose}`)).toHaveLength(1)
  })

  it('have names that follow them, and parts around them', async () => {
    const content = `\n\nBOOK I\n\n\nCHAPTER I\n\nThe Bell\n\n${prose}\n\n\nCHAPTER II\n\nThe Typist\n\n${prose}`
    expect(await titles(content)).toEqual([
      '1 BOOK I (part)',
      '2 CHAPTER I · The Bell (body)',
      '2 CHAPTER II · The Typist (body)',
    ])
  })

  it('are lines of the contents where they stand in a list', async () => {
    const list = Array.from({ length: 6 }, (_, n) => `CHAPTER ${n + 1}\n\n`).join('')
    const chapters = Array.from({ length: 6 }, (_, n) => `\n\n\nCHAPTER ${n + 1}\n\n${prose}`).join(
      '',
    )
    const found = await titles(`CONTENTS\n\n${list}${chapters}`)
    expect(found[0]).toBe('1 CONTENTS (contents)')
    expect(found.slice(1)).toEqual(Array.from({ length: 6 }, (_, n) => `1 CHAPTER ${n + 1} (body)`))
  })
})

describe('what is not of the text', () => {
  const lines = async (middle: string) => {
    const { chapters } = await readAll(`${prose}\n${middle}\n${prose}`)
    return chapters.map((chapter) => linesOf(chapter).filter((line) => !line.endsWith(joined)))
  }
  const centred = ' '.repeat(30)

  it.each([
    ['a page number', `${centred}12\n`, 'page-number: 12'],
    ['a page number far from the text', `\n\n${centred}12\n\n`, 'page-number: 12'],
    ['a page number between dashes', '- 12 -\n', 'page-number: - 12 -'],
    ['a picture', '[Illustration: A bell\nof bronze]\n', 'picture: A bell of bronze'],
    ['a picture without a caption', '[Illustration]\n', 'picture: Illustration'],
  ])('is left out: %s', async (_what, middle, line) => {
    expect(await lines(middle)).toEqual([[line]])
  })

  it('is no chapter’s number, which counts from one', async () => {
    const chapter = (n: number) => `\n\n\n${centred}${n}\n\n${prose}`
    expect((await readAll([1, 2, 3].map(chapter).join(''))).chapters).toHaveLength(3)
  })

  it('is a note, with all its paragraphs and its mark', async () => {
    const { chapters } = await readAll(
      `${prose}\nIt rang.[1]\n\n[Footnote 1: A bell.\n\nOf bronze.]\n\n${prose}`,
    )
    expect(chapters[0]?.blocks[1]).toEqual({
      ...{ kind: 'paragraph', text: 'It rang.', noteMarks: ['#footnote-1'] },
    })
    expect(chapters[1]?.blocks.map(({ text, noteId }) => [text, noteId])).toEqual([
      ['A bell.', '#footnote-1'],
      ['Of bronze.', '#footnote-1'],
    ])
    expect(chapters.map(({ matter, spoken }) => [matter, spoken])).toEqual([
      ['body', true],
      ['notes', false],
    ])
  })

  it('is no line of a play, which begins with tabs', async () => {
    const said = '\n\n\n\n\t\t\tBernardo Long live the king\n\n\n\n'
    const { chapters } = await readAll(`SCENE I\n\n${prose}${said}${prose}${said}`)
    expect(chapters.map(({ title }) => title)).toEqual(['SCENE I'])
  })
})

describe('Project Gutenberg’s frame', () => {
  it('gives title, author and language, and comes unticked', async () => {
    const { header, chapters } = await readAll(
      `The Project Gutenberg EBook of The Bell, by Tess Typist\n\nThis eBook is for the use of anyone.\n\n` +
        `Title: The Bell\n\nAuthor: Tess Typist\n\nLanguage: English\n\n` +
        `*** START OF THIS PROJECT GUTENBERG EBOOK THE BELL ***\n\n\nProduced by Volunteers\n\n${book}\n\n` +
        `*** END OF THIS PROJECT GUTENBERG EBOOK THE BELL ***\n\nSection 1.\n\nCHAPTER III\n\n${prose}`,
    )
    expect(header).toEqual({
      format: 'text',
      title: 'The Bell',
      authors: ['Tess Typist'],
      language: 'en',
    })
    expect(chapters.map(({ title, spoken }) => [title.slice(0, 22), spoken])).toEqual([
      ['The Project Gutenberg ', false],
      ['CHAPTER I', true],
      ['CHAPTER II', true],
      ['END OF THIS PROJECT GU', false],
    ])
  })
})

describe('a text without end', () => {
  it('comes in chapters of bounded size', async () => {
    const { chapters } = await readAll(`${prose}\n`.repeat(18_000))
    expect(chapters.map(({ title }) => title.slice(-4))).toEqual(['ine…', ' (2)', ' (3)'])
  })

  it('in one line is cut between words', async () => {
    const { chapters } = await readAll('word '.repeat(200_000))
    const heard = chapters.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')
    expect(heard.match(/word/g)).toHaveLength(200_000)
    expect(
      Math.max(...chapters.flatMap(({ blocks }) => blocks.map(({ text }) => text.length))),
    ).toBeLessThan(100_000)
  })

  it('without words is refused', async () => {
    expect((await failureOfReading(readAll(' \n\n\t\n'))).code).toBe('book-without-text')
    expect((await failureOfReading(readAll('* * *\n\n—\n'))).code).toBe('book-without-text')
    expect((await failureOfReading(readAll(Buffer.from('efbbbf', 'hex')))).code).toBe(
      'book-without-text',
    )
    expect((await failureOfReading(readAll(''))).code).toBe('file-empty')
  })
})
