// PDFs as they are printed: columns, paragraphs, hyphens, capitals. Words whole and in order.
import { describe, expect, it } from 'vitest'
import { oddLetters, pdfFile, widthOfText, type Put } from '../../fixtures/pdf-file.ts'
import { breakLines, prose, typeset, type Setting } from '../../fixtures/pdf-type.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const blocksOf = async (...pages: Put[][]): Promise<string[]> => {
  const { chapters } = await readAll(pdfFile({ pages }))
  return chapters.flatMap(linesOf)
}
const asBlocks = (texts: readonly string[]) => texts.map((text) => `paragraph: ${text}`)
const endOf = (puts: readonly Put[]): number => puts.at(-1)?.y ?? 0
const paragraphs = (count: number, from = 0, words = 45) =>
  Array.from({ length: count }, (_, index) => prose(from + index, words))

describe('paragraphs', () => {
  it.each<[string, Setting]>([
    ['an indent', { indent: 2 }],
    ['an indent, justified', { indent: 2, justified: true }],
    ['room between them', { indent: 0, gap: 0.6 }],
    ['room between them, justified', { indent: 0, gap: 0.6, justified: true }],
    ['nothing but the end of the last line', { indent: 0, justified: true }],
  ])('are told by %s', async (_what, setting) => {
    const texts = paragraphs(4)
    expect(await blocksOf(typeset(texts, setting))).toEqual(asBlocks(texts))
  })

  it('go on over the end of a page', async () => {
    const texts = paragraphs(5)
    const lines = typeset(texts, { justified: true })
    const middle = 90 + 20 * 12.5
    const first = lines.filter(({ y }) => y < middle)
    const second = lines.filter(({ y }) => y >= middle).map((put) => ({ ...put, y: put.y - 250 }))
    expect(await blocksOf(first, second)).toEqual(asBlocks(texts))
  })

  it('of one line each stay apart', async () => {
    const talk = [
      '“Is it?” said she.',
      '“It is,” said he.',
      '“Then let us go home now.”',
      'They went.',
    ]
    const texts = [prose(1), ...talk, prose(2)]
    expect(await blocksOf(typeset(texts))).toEqual(asBlocks(texts))
  })

  it('of verse keep their lines, which end in the middle of a sentence', async () => {
    const verse = [
      'The sea is calm tonight,',
      'The tide is full, the moon',
      'Lies fair upon the straits',
    ]
    const above = typeset(paragraphs(2))
    const top = endOf(above) + 20
    const lines = verse.map((text, index) => ({ text, x: 90, y: top + index * 12.5, size: 10 }))
    expect(await blocksOf([...above, ...lines])).toEqual([
      ...asBlocks(paragraphs(2)),
      `verse: ${verse.join('\n')}`,
    ])
  })

  it('set apart by ornaments have a scene break between them', async () => {
    const [one = '', two = ''] = paragraphs(2)
    const top = typeset([one])
    const end = top.at(-1)?.y ?? 0
    const ornament = { text: '* * *', x: 180, y: end + 25, size: 10 }
    expect(await blocksOf([...top, ornament, ...typeset([two], { top: end + 50 })])).toEqual([
      `paragraph: ${one}`,
      'scene-break',
      `paragraph: ${two}`,
    ])
  })
})

describe('columns', () => {
  const column = (texts: readonly string[], index: number, count: number, top = 90): Put[] =>
    typeset(texts, {
      x: 40 + index * (360 / count),
      measure: Math.floor(52 / count),
      top,
      size: 10,
    })

  it.each([2, 3])('are read one after another where a page has %i', async (count) => {
    const texts = Array.from({ length: count }, (_, index) => paragraphs(2, index * 2, 30))
    const puts = texts.flatMap((own, index) => column(own, index, count))
    // However the file has them: here line by line over all columns.
    expect(await blocksOf(puts.toSorted((a, b) => a.y - b.y))).toEqual(asBlocks(texts.flat()))
  })

  it('go on in the next one in the middle of a paragraph', async () => {
    const text = prose(3, 110)
    const lines = breakLines(text, 26, 2)
    const half = Math.ceil(lines.length / 2)
    const puts = lines.map((line, index) => ({
      text: line,
      x: (index < half ? 40 : 220) + (index === 0 ? 12 : 0),
      y: 90 + (index % half) * 12.5,
      size: 10,
    }))
    expect(await blocksOf(puts)).toEqual(asBlocks([text]))
  })

  it('stand below a title as wide as the page, and above what follows them', async () => {
    const title = { text: 'A Title as Wide as the Page', x: 50, y: 60, size: 18 }
    const below = typeset([prose(9, 30)], { x: 40, measure: 55, top: 450, indent: 0 })
    const texts = [paragraphs(2, 0, 30), paragraphs(2, 2, 30)]
    const puts = texts.flatMap((own, index) => column(own, index, 2))
    expect(await blocksOf([...below, ...puts, title])).toEqual([
      `heading: ${title.text}`,
      ...asBlocks([...texts.flat(), prose(9, 30)]),
    ])
  })

  it('are told in justified lines whose words stand apart, though the baselines are shared', async () => {
    const texts = Array.from({ length: 4 }, (_, index) => prose(index, 40))
    const puts = [texts.slice(0, 2), texts.slice(2)].flatMap((own, index) =>
      typeset(own, { x: 40 + index * 180, measure: 26, justified: true }).map((put) => ({
        ...put,
        // From there on the columns are no longer even.
        y: put.y + (index === 1 && put.y > 300 ? 1.5 : 0),
      })),
    )
    expect(await blocksOf(puts.toSorted((a, b) => a.y - b.y))).toEqual(asBlocks(texts))
  })

  it('keep the heading of one of them inside it, beside a line of the other', async () => {
    const [left, above, below] = [prose(0, 90), prose(4, 15), prose(5, 30)]
    const wide = typeset([left], { x: 40, measure: 28, justified: true })
    // On the baseline of a line to the left, and nearer to it than its own type is large.
    const heading = { text: 'The Second', x: 220, y: 90 + 10 * 12.5, size: 18 }
    const narrow = [above, below].flatMap((text, index) =>
      column([text], 1, 2, index === 0 ? 90 : heading.y + 25),
    )
    expect(await blocksOf([...wide, ...narrow, heading])).toEqual([
      ...asBlocks([left, above]),
      'heading: The Second',
      ...asBlocks([below]),
    ])
  })

  it.each(['above others', 'at the foot'])(
    'are parted by a short heading with nothing beside it: %s',
    async (place) => {
      const texts = [paragraphs(2, 0, 30), paragraphs(2, 2, 30)]
      const next = [[prose(4, 30)], [prose(5, 30)]]
      const puts = texts.flatMap((own, index) => column(own, index, 2))
      const top = Math.max(...puts.map(({ y }) => y)) + 40
      const heading = { text: 'Two', x: 40, y: top, size: 18 }
      const after = place === 'at the foot' ? [] : next
      const more = after.flatMap((own, index) => column(own, index, 2, top + 30))
      expect(await blocksOf([...puts, heading, ...more])).toEqual([
        ...asBlocks(texts.flat()),
        'heading: Two',
        ...asBlocks(after.flat()),
      ])
    },
  )

  it('go on over the page, where they may be of a line or two', async () => {
    const text = [prose(6, 110), prose(7, 110)]
    const end = ['The end of it stands at', 'the head of two columns', 'and this is all of it.']
    const rest = end.map((line, index) => ({
      text: line,
      x: index < 2 ? 40 : 220,
      y: 90 + (index % 2) * 12.5,
      size: 10,
    }))
    const blocks = await blocksOf(
      text.flatMap((own, index) => column([own], index, 2)),
      rest,
    )
    expect(blocks.join(' ')).toContain(end.join(' '))
  })

  it('are none where a table has cells: its rows are read', async () => {
    const cells = ['Year', 'Copies', '1891', '500', '1892', '750', '1893', '900', '1894', '1200']
    const above = typeset(paragraphs(2))
    const table = cells.map((text, index) => ({
      text,
      x: 60 + (index % 2) * 150,
      y: endOf(above) + 30 + Math.floor(index / 2) * 20,
      size: 10,
    }))
    const blocks = await blocksOf([...above, ...table])
    expect(blocks.slice(2).join(' ').replaceAll(/\w+: /g, '').replaceAll('\n', ' ')).toBe(
      'Year Copies 1891 500 1892 750 1893 900 1894 1200',
    )
  })
})

describe('words cut at the end of a line', () => {
  const before = 'Everybody knows that to imagine is a wonder, and whoever can im'
  const after = 'agine the rest of it will never be alone in any room.'
  it.each([
    ['a hyphen', '-', 'plain'],
    ['a hyphen that is only that', oddLetters.hyphen, 'odd'],
    ['a soft hyphen', oddLetters.softHyphen, 'odd'],
    ['a hyphen that calls itself no letter', oddLetters.noncharacter, 'odd'],
  ] as const)('are whole again: %s', async (_what, hyphen, font) => {
    const full = Array.from({ length: 6 }, (_, index) => ({
      text: prose(index, 20).slice(0, 63).trimEnd().padEnd(64, 'y'),
      x: 60,
      y: 90 + index * 12,
      size: 8,
    }))
    const puts: Put[] = [
      ...full,
      { text: before + hyphen, x: 60, y: 174, size: 8, font },
      { text: after, x: 60, y: 186, size: 8, font },
    ]
    expect((await blocksOf(puts)).join(' ')).toContain('whoever can imagine the rest')
  })

  it('keep the hyphen they have themselves', async () => {
    const text =
      'The dinner table was laid. They spoke of the dinner and of the table, of Anglo-Saxon verse and of the war of 1914-1918.'
    const lines = [
      'They sat at the dinner-',
      'table and spoke of the Anglo-',
      'Saxon in 1914-',
      '1918 again.',
    ]
    const puts = lines.map((line, index) => ({
      text: line,
      x: 60,
      y: 300 + index * 12.5,
      size: 10,
    }))
    expect((await blocksOf([...typeset([text]), ...puts])).join(' ')).toContain(
      'They sat at the dinner-table and spoke of the Anglo-Saxon in 1914-1918 again.',
    )
  })

  it('and what is drawn as a space without room leaves none, as browsers draw soft hyphens', async () => {
    const content =
      'BT /F1 10 Tf 1 0 0 1 60 400 Tm (One can ima) Tj /Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC 66 0 Td (gine it so.) Tj ET'
    const file = pdfFile({ pages: [[]], content: () => Buffer.from(content) })
    expect((await readAll(file)).chapters.flatMap(linesOf)).toEqual([
      'paragraph: One can imagine it so.',
    ])
  })

  it('and soft hyphens inside a line leave no space', async () => {
    const puts: Put[] = [
      {
        text: `An ima${oddLetters.softHyphen}gine in the middle of a line is one word.`,
        x: 60,
        y: 90,
        font: 'odd',
      },
    ]
    expect(await blocksOf(puts)).toEqual([
      'paragraph: An imagine in the middle of a line is one word.',
    ])
  })
})

describe('capitals', () => {
  it('dropped over several lines belong to their word', async () => {
    const text = 'nce upon a time there was a word that began with a very large letter.'
    const lines = breakLines(text, 30).map((line, index) => ({
      text: line,
      x: index < 2 ? 92 : 60,
      y: 90 + index * 12.5,
      size: 10,
    }))
    const capital = { text: 'O', x: 60, y: 102.5, size: 40 }
    expect(await blocksOf([capital, ...lines, ...typeset(paragraphs(3), { top: 200 })])).toEqual(
      asBlocks([`O${text}`, ...paragraphs(3)]),
    )
  })

  it('that are words of their own stay so', async () => {
    const text = 'was a child when I first saw the sea, and I never was a child again. It was blue.'
    const lines = breakLines(text, 30).map((line, index) => ({
      text: line,
      x: index < 2 ? 88 : 60,
      y: 90 + index * 12.5,
      size: 10,
    }))
    const capital = { text: 'I', x: 60, y: 102.5, size: 40 }
    const blocks = await blocksOf([capital, ...lines, ...typeset(paragraphs(3), { top: 200 })])
    expect(blocks[0]).toBe(`paragraph: I ${text}`)
  })

  it('in two sizes are one word', async () => {
    const puts: Put[] = []
    let x = 72
    for (const word of ['THE', 'OLD', 'MAN']) {
      ;[...word].forEach((letter, index) => {
        const size = index === 0 ? 10 : 7.5
        puts.push({ text: letter, x, y: 90, size })
        x += widthOfText(letter, size)
      })
      x += 6
    }
    puts.push({ text: 'was standing there.', x, y: 90, size: 10 })
    expect(await blocksOf([...puts, ...typeset(paragraphs(3), { top: 115 })])).toEqual(
      asBlocks(['THE OLD MAN was standing there.', ...paragraphs(3)]),
    )
  })
})

describe('letters', () => {
  it.each([
    ['a stop of vertical lines', oddLetters.verticalStop, '。'],
    ['an Arabic ligature', oddLetters.lamAlef, 'لأ'],
    ['an Arabic letter as it begins a word', oddLetters.kaf, 'ك'],
    ['a Latin ligature', oddLetters.ligature, 'st'],
    ['but a number in a circle is what it is', oddLetters.circledOne, '①'],
  ])('are what they are, and not how they are drawn: %s', async (_what, letter, expected) => {
    const puts: Put[] = [{ text: `before ${letter}`, x: 60, y: 90, font: 'odd' }]
    expect(await blocksOf(puts)).toEqual([`paragraph: before ${expected}`])
  })
})

describe('a page', () => {
  it('printed sideways is read, and what stands sideways in its margin is not', async () => {
    const upright = typeset(paragraphs(2))
    const aside: Put = {
      text: 'arXiv:1234.5678 in the margin',
      x: 20,
      y: 400,
      size: 9,
      turned: true,
    }
    expect(await blocksOf([...upright, aside])).toEqual(asBlocks(paragraphs(2)))
    const sideways = typeset(paragraphs(2)).map((put) => ({
      ...put,
      x: put.y,
      y: 520 - put.x,
      turned: true,
    }))
    expect(await blocksOf(sideways)).toEqual(asBlocks(paragraphs(2)))
  })

  it('is read by the tables of the East, where its letters have no names of their own', async () => {
    const lines = ['吾輩は猫である。名前はまだ無い。どこで', '生れたかとんと見当がつかぬ。']
    const puts = lines.map((text, index): Put => {
      return { text, x: 60, y: 90 + index * 16, size: 12, font: 'japanese' }
    })
    expect(await blocksOf(puts)).toEqual([`paragraph: ${lines.join('')}`])
  })
})
