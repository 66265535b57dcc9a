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
