// Markdown: headings begin chapters; what Pandoc adds is not spoken.
import { describe, expect, it } from 'vitest'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

describe('Markdown', () => {
  it('has its headings for chapters and its head for facts', async () => {
    const { header, chapters } = await readAll(
      '---\ntitle: "A \'Quoted\' Book"\nauthor:\n- Ada Writer\n- Bob Second\nlanguage: fr\n---\n\n' +
        '# One\n\nHello *there*.\nSame line.\n\n***\n\nAfter.\n\n# Two {#two .x}\n\n> Quoted.\n\n1. First\n2. Second\n',
    )
    expect(header).toEqual({
      format: 'markdown',
      title: "A 'Quoted' Book",
      authors: ['Ada Writer', 'Bob Second'],
      language: 'fr',
    })
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two'])
    expect(linesOf(chapters[0])).toEqual([
      'heading: One',
      'paragraph: Hello there. Same line.',
      'scene-break',
      'paragraph: After.',
    ])
    expect(linesOf(chapters[1]).slice(1)).toEqual([
      'paragraph: Quoted.',
      'paragraph: First',
      'paragraph: Second',
    ])
  })

  it('drops the marks of notes and sets the notes apart', async () => {
    const { chapters } = await readAll(
      '# One\n\nA word.[^1] And **more**.\n\n# Two\n\nText.\n\n[^1]: The note.\n',
    )
    expect(linesOf(chapters[0])[1]).toBe('paragraph: A word. And more.')
    expect(chapters.map(({ matter }) => matter)).toEqual(['body', 'body', 'notes'])
  })

  it('remembers which mark is of which note, in place or elsewhere', async () => {
    const { chapters } = await readAll(
      '# One\n\nA word.[^b] Another^[In *place*.] ends.\n\n[^b]: The note.\n\n    Its second part.\n\nMore.\n\n# Two\n\nx\n',
    )
    expect(linesOf(chapters[0]).slice(1)).toEqual([
      ...['paragraph: A word. Another ends.', 'paragraph: More.'],
    ])
    const [first, second] = chapters[0]?.blocks[1]?.noteMarks ?? []
    expect(chapters[1]?.blocks.map(({ text, noteId }) => [text, noteId])).toEqual([
      ['The note.', first],
      ['Its second part.', first],
      ['In place.', second],
    ])
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'The note.', 'Two'])
  })

  it('keeps headings between raw blocks, which are dropped', async () => {
    const raw = '```{=html}\n</article>\n```\n'
    const { chapters } = await readAll(
      `## One\n\nThe first.\n\n${raw}${raw}## Two\n\nThe second.\n\n${raw}`,
    )
    expect(chapters.flatMap(linesOf)).toEqual([
      ...['heading: One', 'paragraph: The first.', 'heading: Two', 'paragraph: The second.'],
    ])
  })

  it('speaks no signs of verse, definitions, captions, raised and lowered text', async () => {
    const { chapters } = await readAll(
      '# One\n\n| The first\n|   The second\n\nTerm\n:   What it means\n\nH~2~O on the 1^st^ of May, ~~gone~~.\n\n' +
        '| A | B |\n|---|---|\n| c | d |\n\nTable: The letters\n\n```\n| code^a^\n```\n',
    )
    expect(linesOf(chapters[0]).slice(1)).toEqual([
      'paragraph: The first The second',
      'paragraph: Term',
      'paragraph: What it means',
      'paragraph: H2O on the 1st of May, gone.',
      'paragraph: A, B',
      'paragraph: c, d',
      'paragraph: The letters',
      'code: | code^a^',
    ])
  })

  it('speaks nothing of Pandoc’s attributes, divisions and raw HTML', async () => {
    const { chapters } = await readAll(
      '# [Chapter]{.label} [I]{.z3998:roman}\n\n::: {.x}\nTo `<abbr>`{=html}Mrs.`</abbr>`{=html} Saville\n:::\n\n' +
        '> ``` {=html}\n> <footer>\n> ```\n>\n> Yours.\n\n![A picture](x.png){.wide\nepub:type="y"}\n\n# Two\n\nx\n',
    )
    expect(linesOf(chapters[0])).toEqual([
      'heading: Chapter I',
      'paragraph: To Mrs. Saville',
      'paragraph: Yours.',
      'picture: A picture',
    ])
  })

  it('that is short is still a story', async () => {
    const { chapters } = await readAll('# The Bell\n\nIt rang in the old town.\n')
    expect(chapters.map(({ matter, spoken }) => [matter, spoken])).toEqual([['body', true]])
  })

  it.each([
    ['a list', '- a\n- b\n'],
    ['a sentence', 'Wait there.\n'],
  ])('begins with no title page where its first chapter is %s', async (_what, text) => {
    const long = 'She waited where she was told to wait. '.repeat(40)
    const { chapters } = await readAll(
      `# The Bell\n\nBefore\n\n${text}\n# Chapter Two\n\n${long}\n`,
    )
    expect(chapters.map(({ spoken }) => spoken)).toEqual([true, true])
  })

  it('that is nothing but notes is heard', async () => {
    const { chapters } = await readAll('# Notes\n\n**Milk** and [bread](x.html).\n')
    expect(chapters.map(({ spoken }) => spoken)).toEqual([true])
  })

  it('is read in pieces that never cut a fence', async () => {
    const part = (n: number) =>
      `# Part ${n}\n\n${'Some words here. '.repeat(3000)}\n\n\`\`\`\n# no heading\n\`\`\`\n\n`
    const { chapters } = await readAll(
      Array.from({ length: 12 }, (_, n) => part(n)).join(''),
      'book',
      5000,
    )
    expect(chapters.map(({ title }) => title)).toEqual(
      Array.from({ length: 12 }, (_, n) => `Part ${n}`),
    )
  })
})
