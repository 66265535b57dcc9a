// Where a Kindle book's links lead: places that are named as its text is read.
import { describe, expect, it } from 'vitest'
import { createKindleMarkup } from '../../../src/core/book/mobi/markup.ts'
import { createTargets, withId } from '../../../src/core/book/mobi/targets.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the targets of links in a Kindle book', () => {
  it('are found in both formats, each once and in order', () => {
    const targets = createTargets([10, 500])
    targets.scan(
      bytes('<a filepos=0000000700>1</a><a href="kindle:pos:fid:0001:off:000000001A">2</a>'),
      0,
    )
    targets.scan(bytes('<a filepos=0000000700>1</a><a filepos=0000000003>back</a>'), 100)
    expect(targets.take(400)).toBeNull()
    expect(targets.take(600)).toEqual({ at: 542, id: 'kindle:pos:fid:0001:off:000000001A' })
    expect(targets.take(900)).toEqual({ at: 700, id: 'filepos0000000700' })
    expect(targets.take(900)).toBeNull()
  })

  it('are found where a link is cut between two records', () => {
    const targets = createTargets([])
    targets.scan(bytes('<p>It rang.<a file'), 0)
    targets.scan(bytes('pos="0000000700">1</a>'), 18)
    expect(targets.take(900)).toEqual({ at: 700, id: 'filepos0000000700' })
  })

  it('keep their names where links are made plain', () => {
    const place = 'kindle:pos:fid:0001:off:000000001A'
    const plain = createKindleMarkup().write(withId(`<li><a href="${place}">1</a>`, place))
    expect(plain).toBe(`<li id="${place}"><a href="#${place}">1</a>`)
  })

  it('name the element that is there', () => {
    expect(withId('<li class="x">A bell.', 'a')).toBe('<li id="a" class="x">A bell.')
    expect(withId('A bell.', 'a')).toBe('<a id="a"></a>A bell.')
  })
})
