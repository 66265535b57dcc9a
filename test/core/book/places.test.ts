// Where a block's text stands in its document: every letter of it, by the document's own text.
import { describe, expect, it, test } from 'vitest'
import { createHtmlFlow } from '../../../src/core/book/html/html-flow.ts'
import { runsOf } from '../../../src/core/book/source-runs.ts'

/** The blocks' texts, and what the document has in their places; `·` parts stretches. */
function placed(body: string, slice = body.length): { text: string; source: string }[] {
  const document = `<html><body>${body}</body></html>`
  const flow = createHtmlFlow({ maxNesting: 100, places: true })
  for (let at = 0; at < document.length; at += slice) flow.write(document.slice(at, at + slice))
  flow.end()
  return flow.take().flatMap((item) => {
    if (item.kind !== 'block' || item.block.text === '') return []
    const { text, source } = item.block
    for (const [at, length, from, to] of source?.runs ?? [])
      if (to - from === length)
        expect(document.slice(from, to).replaceAll(/\s/g, ' ')).toBe(
          text.slice(at, at + length).replaceAll(/\s/g, ' '),
        )
    const runs = source?.runs ?? []
    return [{ text, source: runs.map(([, , from, to]) => document.slice(from, to)).join('·') }]
  })
}

describe('a block', () => {
  test.each([
    ['plain text', '<p>One two.</p>', 'One two.'],
    ['elements in it', '<p>One <em>two</em> three.</p>', 'One ·two· three.'],
    ['white space that is collapsed', '<p>\n  One  \n two. </p>', 'One ·two.'],
    ['entities', '<p>a&#8212;b &amp; c&eacute;</p>', 'a·&#8212;·b ·&amp;· c·&eacute;'],
    ['a soft hyphen', '<p>un\u00adheard</p>', 'un·heard'],
    ['a letter in two parts', '<p>cafe\u0301s</p>', 'caf·e\u0301·s'],
    [
      'a word joiner beside a thin space',
      '<p>match\u2060\u200a\u2060… and</p>',
      'match·\u200a·… and',
    ],
    ['a note mark', '<p>no<a href="#n" epub:type="noteref">1</a> more</p>', 'no· more'],
    ['ruby', '<p><ruby>漢<rt>kan</rt></ruby> is</p>', '漢· is'],
    ['a picture’s initial', '<p><img class="dropcap" alt="T"/>he end</p>', 'he end'],
    ['letters outside the first plane', '<p>a 🧳 b</p>', 'a 🧳 b'],
  ])('with %s knows where it stands', (_, body, source) => {
    expect(placed(body).map((block) => block.source)).toEqual([source])
    // However the document comes in.
    expect(placed(body, 3).map((block) => block.source.replaceAll('·', ''))).toEqual([
      source.replaceAll('·', ''),
    ])
  })

  it('that is a table’s row knows all its cells', () => {
    const [row] = placed('<table><tr><td>BERTA</td><td>Who is <b>there?</b></td></tr></table>')
    expect(row).toEqual({ text: 'BERTA, Who is there?', source: 'BERTA·Who is ·there?' })
  })

  it('says nothing of it where nobody asks', () => {
    const flow = createHtmlFlow({ maxNesting: 100 })
    flow.write('<p>One.</p>')
    flow.end()
    const [item] = flow.take()
    expect(item?.kind === 'block' && 'source' in item.block).toBe(false)
  })
})

describe('stretches', () => {
  it('end where the text has letters that its document has not', () => {
    const origins = [{ at: 0, length: 5, from: 100, to: 105 }]
    expect(runsOf('ab!cd', 'ab cd', 0, origins)).toEqual([
      [0, 2, 100, 102],
      [3, 2, 103, 105],
    ])
  })
})
