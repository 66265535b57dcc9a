// What is shown one way and said another: ruby, who speaks in a script; how it survives on its way to a voice.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Block, Chapter } from '../../../src/contract/index.ts'
import { createGatheredText, joinLines } from '../../../src/core/book/gathered-text.ts'
import { segmentChapter } from '../../../src/core/segment/segment-chapter.ts'
import { docxFile, para, run } from '../../fixtures/docx-file.ts'
import { onePage } from '../../fixtures/epub-file.ts'
import { mobiFile } from '../../fixtures/mobi-file.ts'
import { odtFile } from '../../fixtures/odt-file.ts'
import { readAll } from '../../fixtures/read-all.ts'

/** Blocks as they are said: `shown→said` in braces. */
const told = ({ text, readings = [] }: Block): string => {
  let out = ''
  let from = 0
  for (const { at, length, say } of readings) {
    out += `${text.slice(from, at)}{${text.slice(at, at + length)}→${say}}`
    from = at + length
  }
  return out + text.slice(from)
}
const blocksOf = (chapters: readonly Chapter[]) => chapters.flatMap(({ blocks }) => blocks)
const ofPage = async (body: string) =>
  blocksOf((await readAll(onePage(`<h1>One</h1>${body}`))).chapters)
    .slice(1)
    .map(told)
const saidOf = (block: Block, language = 'ja') =>
  segmentChapter(
    { title: '', level: 1, matter: 'body', spoken: true, blocks: [block] },
    'c1',
    language,
  )
    .flatMap(({ spoken }) => spoken)
    .map((part) => ('text' in part ? part.text : ''))

describe('ruby', () => {
  it.each([
    ['of one word', '<ruby>漢字<rt>かんじ</rt></ruby>だ', '{漢字→かんじ}だ'],
    [
      'with brackets for old readers',
      '<ruby><rb>漢</rb><rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字',
      '{漢→かん}字',
    ],
    ['of each character', '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>', '{漢→かん}{字→じ}'],
    ['grouped', '<ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>。', '{漢字→かんじ}。'],
    [
      'in containers, the first of which says it',
      '<ruby><rbc><rb>東</rb></rbc><rtc><rt>とう</rt></rtc><rtc><rt>East</rt></rtc></ruby>',
      '{東→とう}',
    ],
    ['with white space', 'a <ruby> 漢 <rt> かん </rt> </ruby> b', 'a {漢→かん} b'],
    ['after a note mark', 'Word.<sup>1</sup><ruby>漢<rt>かん</rt></ruby>', 'Word.{漢→かん}'],
    ['with soft hyphens before', 'hy\u00adphen <ruby>漢<rt>かん</rt></ruby>', 'hyphen {漢→かん}'],
    ['of Latin letters', '<ruby>WHO<rt>World Health</rt></ruby>', '{WHO→World Health}'],
  ])('%s is shown and its reading said', async (_how, body, expected) => {
    expect(await ofPage(`<p>${body}</p>`)).toEqual([expected])
  })

  it.each([
    ['dots of emphasis', '<ruby>傍点<rt>・・</rt></ruby>', '傍点'],
    ['Latin letters over Chinese', '<ruby>汉<rt>hàn</rt></ruby>', '汉'],
    ['Bopomofo', '<ruby>漢<rt>ㄏㄢˋ</rt></ruby>', '漢'],
    ['an empty one', '<ruby>漢<rt></rt></ruby>字', '漢字'],
    ['one outside of ruby', '漢<rt>かん</rt>', '漢'],
  ])('says its base under %s', async (_what, body, expected) => {
    const blocks = blocksOf((await readAll(onePage(`<h1>One</h1><p>${body}</p>`))).chapters)
    expect(blocks.slice(1)).toEqual([{ kind: 'paragraph', text: expected }])
  })

  it('keeps its place in verse, headings and rows of tables', async () => {
    const word = '<ruby>漢<rt>かん</rt></ruby>'
    expect(await ofPage(`<p class="verse">one<br/>two ${word}<br/>${word}</p>`)).toEqual([
      'one\ntwo {漢→かん}\n{漢→かん}',
    ])
    expect(await ofPage(`<h2>The ${word}</h2><p>Words.</p>`)).toEqual(['The {漢→かん}', 'Words.'])
    expect(await ofPage(`<table><tr><td>One</td><td>a ${word}</td></tr></table>`)).toEqual([
      'One, a {漢→かん}',
    ])
  })

  it('is known in Word, OpenDocument and Kindle books', async () => {
    const ruby =
      '<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt><w:r><w:t>かん</w:t></w:r></w:rt>' +
      '<w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>'
    const word = await readAll(docxFile({ body: para(run('A ') + ruby + run('字')) }))
    expect(blocksOf(word.chapters).map(told)).toEqual(['A {漢→かん}字'])
    const odt = await readAll(
      odtFile({
        body: '<text:p>A <text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>字</text:p>',
      }),
    )
    expect(blocksOf(odt.chapters).map(told)).toEqual(['A {漢→かん}字'])
    const kindle = await readAll(
      mobiFile({ html: '<html><body><p>A <ruby>漢<rt>かん</rt></ruby>字</p></body></html>' }),
    )
    expect(blocksOf(kindle.chapters).map(told)).toEqual(['A {漢→かん}字'])
  })
})

describe('the speaker in a script', () => {
  it('is shown and not spoken', async () => {
    const script = 'EMMA: The sea is calm.\nDR. GREY [aside]: So it is.\n'.repeat(6)
    const blocks = blocksOf((await readAll(script)).chapters)
    expect(blocks.slice(0, 2).map(told)).toEqual([
      '{EMMA:→} The sea is calm.',
      '{DR. GREY [aside]:→} So it is.',
    ])
    expect(blocks.slice(0, 2).flatMap((block) => saidOf(block, 'en'))).toEqual([
      'The sea is calm.',
      'So it is.',
    ])
  })
})

describe('a reading on its way', () => {
  test('stays with its letters whatever cleaning does to the text around them', () => {
    const noise = fc
      .array(fc.constantFrom(' ', '\t', '\u00ad', '\u200b', '&', 'a', '漢', '\u0301', '\u2028'))
      .map((signs) => signs.join(''))
    const word = fc.stringMatching(/^[a-z漢字]{1,4}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, word)), noise, (pieces, tail) => {
        const gathered = createGatheredText()
        for (const [before, base] of pieces) {
          gathered.add(before)
          const from = gathered.raw.length
          gathered.add(base)
          gathered.read(from, gathered.raw.length, `<${base}>`)
        }
        gathered.add(tail)
        const { text, readings } = joinLines(gathered.lines(), '\n')
        expect(readings).toHaveLength(pieces.length)
        for (const { at, length, say } of readings)
          expect(`<${text.slice(at, at + length)}>`).toBe(say)
      }),
    )
  })

  test('is taken back with its text, and moves with what is put before it', () => {
    const gathered = createGatheredText()
    gathered.add('ab cd')
    gathered.read(0, 2, 'x')
    gathered.read(3, 5, 'y')
    gathered.cut(4)
    gathered.prepend('1 ')
    expect(gathered.lines()).toEqual([
      {
        text: '1 ab c',
        readings: [
          { at: 2, length: 2, say: 'x' },
          { at: 5, length: 1, say: 'y' },
        ],
      },
    ])
  })
})
