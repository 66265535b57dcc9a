// PDFs with columns: one after the other, however uneven, and tables that are none.
import { describe, expect, it } from 'vitest'
import { asBlocks, blocksOf, endOf, paragraphs } from '../../fixtures/pdf-blocks.ts'
import { type Put } from '../../fixtures/pdf-file.ts'
import { breakLines, prose, typeset } from '../../fixtures/pdf-type.ts'

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
