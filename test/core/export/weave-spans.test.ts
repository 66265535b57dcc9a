// Spans in a book's own pages: around each segment, whatever elements it begins and ends in.
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it, test } from 'vitest'
import { applyEdits } from '../../../src/core/base/markup-tag.ts'
import { scanMarkup } from '../../../src/core/book/markup.ts'
import { weaveSpans, type SegmentPlace } from '../../../src/core/export/overlay/weave-spans.ts'

/** `{` and `}` are around each segment, `|` is where its text is interrupted. */
function woven(marked: string, before = '<html><body>', after = '</body></html>') {
  let text = before
  const places: SegmentPlace[] = []
  let runs: { from: number; to: number }[] = []
  let from = 0
  for (const character of marked) {
    if (character === '{') [runs, from] = [[], text.length]
    else if (character === '|') {
      if (text.length > from) runs.push({ from, to: text.length })
      from = text.length
    } else if (character === '}') {
      runs.push({ from, to: text.length })
      places.push({ segmentId: `s${places.length + 1}`, runs })
    } else if (character === '~') from = text.length
    else text += character
  }
  text += after
  const { edits, segments } = weaveSpans(text, scanMarkup(text).tags, places, 'x')
  const written = applyEdits(text, edits)
  expect(written.replaceAll(/<\/?(?:h:)?span(?: id="x\d+")?>/g, '')).toBe(
    text.replaceAll(/<\/?(?:h:)?span>/g, ''),
  )
  return {
    text: written.slice(before.length, written.length - after.length),
    spans: segments.map(
      ({ segmentId, spans }) => `${segmentId}:${spans.map(({ id }) => id).join()}`,
    ),
  }
}

/** Elements in elements, with text between them: as markup, and where each text stands in it. */
type Tree = string | { name: string; children: Tree[] }
const { tree } = fc.letrec<{ tree: Tree; element: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, fc.stringMatching(/^[a-z]{1,6} ?$/), tie('element')),
  element: fc.record({
    name: fc.constantFrom('em', 'b', 'a', 'p', 'td', 'ul', 'math', 'br'),
    children: fc.array(tie('tree'), { maxLength: 4 }),
  }) as fc.Arbitrary<Tree>,
}))

function written(trees: readonly Tree[]) {
  let text = '<html><body>'
  const runs: { from: number; to: number }[] = []
  const write = (each: Tree) => {
    if (typeof each === 'string') {
      runs.push({ from: text.length, to: text.length + each.length })
      text += each
    } else if (each.name === 'br') text += '<br/>'
    else {
      text += `<${each.name}>`
      each.children.forEach(write)
      text += `</${each.name}>`
    }
  }
  trees.forEach(write)
  return { text: `${text}</body></html>`, runs }
}

describe('spans of any document', () => {
  it('nest with its elements, change nothing else, and hold every segment once', () => {
    const documents = fc.array(tree, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(documents, fc.array(fc.nat({ max: 3 })), (trees, cuts) => {
        const { text, runs } = written(trees)
        const places: SegmentPlace[] = []
        for (let at = 0; at < runs.length;) {
          const count = 1 + (cuts[places.length] ?? 0)
          places.push({ segmentId: `s${places.length}`, runs: runs.slice(at, at + count) })
          at += count
        }
        const { edits, segments } = weaveSpans(text, scanMarkup(text).tags, places, 'x')
        const result = applyEdits(text, edits)
        expect(result.replaceAll(/<\/?span[^>]*>/g, '')).toBe(text)
        const parser = new SaxesParser()
        parser.on('error', (error) => expect.unreachable(error.message))
        parser.write(result).close()
        expect(new Set(segments.map(({ segmentId }) => segmentId)).size).toBe(segments.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a span', () => {
  test.each([
    ['the text of an element', '<p>{One.}</p>', '<p><span id="x1">One.</span></p>'],
    [
      'segments side by side',
      '<p>{One. }{Two.}</p>',
      '<p><span id="x1">One.</span> <span id="x2">Two.</span></p>',
    ],
    [
      'elements inside a segment',
      '<p>{An |<em>~odd|</em>~ one.}</p>',
      '<p><span id="x1">An <em>odd</em> one.</span></p>',
    ],
    [
      'an element that a segment begins in and goes beyond',
      '<p><b>{I|</b>~t was.}</p>',
      '<p><span id="x1"><b>I</b>t was.</span></p>',
    ],
    [
      'an element that a segment ends in, with what is not spoken in it',
      '<p>{He said |<i>~no.}<sup>1</sup></i></p>',
      '<p><span id="x1">He said <i>no.<sup>1</sup></i></span></p>',
    ],
    [
      'a formula as a whole',
      '<p>{Where |<math><mi>~x|</mi><mn>2</mn></math>~ is.}</p>',
      '<p><span id="x1">Where <math><mi>x</mi><mn>2</mn></math> is.</span></p>',
    ],
    [
      'a formula that a segment begins with',
      '<p><math><mi>{x|</mi></math>~ is.}</p>',
      '<p><span id="x1"><math><mi>x</mi></math> is.</span></p>',
    ],
    [
      'a word with its reading',
      '<p>{<ruby>~漢|<rt>kan</rt></ruby>~ is.}</p>',
      '<p><span id="x1"><ruby>漢<rt>kan</rt></ruby> is.</span></p>',
    ],
    [
      'the lines of verse',
      '<p>{Roses|<br/>~Violets}</p>',
      '<p><span id="x1">Roses<br/>Violets</span></p>',
    ],
  ])('goes around %s', (_, marked, expected) => {
    expect(woven(marked).text).toBe(expected)
  })

  it('is several where a segment begins in an element that another one is in, too', () => {
    const { text, spans } = woven('<p><em>{One.} {Two |</em>~and three.}</p>')
    expect(text).toBe(
      '<p><em><span id="x1">One.</span> <span id="x2">Two</span> </em><span id="x3">and three.</span></p>',
    )
    expect(spans).toEqual(['s1:x1', 's2:x2,x3'])
  })

  it('is several where a segment is in several cells or paragraphs', () => {
    expect(woven('<table><tr><td>{A|</td><td><b>~B|</b></td></tr></table>~}').text).toBe(
      '<table><tr><td><span id="x1">A</span></td><td><span id="x2"><b>B</b></span></td></tr></table>',
    )
  })

  it('stands in no place where none may stand', () => {
    expect(woven('<ul>{loose}<li>{item}</li></ul><select><option>a</option></select>').text).toBe(
      '<ul>loose<li><span id="x1">item</span></li></ul><select><option>a</option></select>',
    )
  })

  it('has the prefix of its document', () => {
    const [before, after] = ['<h:html xmlns:h="x"><h:body>', '</h:body></h:html>']
    expect(woven('<h:p>{One.}</h:p>', before, after).text).toBe(
      '<h:p><h:span id="x1">One.</h:span></h:p>',
    )
  })

  it('leaves comments, sections and signs as they are written', () => {
    expect(woven('<p>{A &lt; |<!-- </p> -->~B &#x2014; |<![CDATA[<b>]]>~ C.}</p>').text).toBe(
      '<p><span id="x1">A &lt; <!-- </p> -->B &#x2014; <![CDATA[<b>]]> C.</span></p>',
    )
  })

  it('stands in no document that readers refuse: one whose elements are not closed', () => {
    const { text } = woven('<p>{One |<b>~two.}<p>{Three|</i>~ four.}')
    expect(text).toBe('<p>One <b>two.<p>Three</i> four.')
  })
})
