// PDFs as they are printed: columns, paragraphs, hyphens, capitals. Words whole and in order.
import { describe, expect, it } from 'vitest'
import { asBlocks, blocksOf, endOf, paragraphs } from '../../fixtures/pdf-blocks.ts'
import { oddLetters, pdfFile, widthOfText, type Put } from '../../fixtures/pdf-file.ts'
import { breakLines, prose, typeset, type Setting } from '../../fixtures/pdf-type.ts'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

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
