// A book's own package, told of its sound; and what an EPUB 2 needs to become an EPUB 3.
import { describe, expect, it, test } from 'vitest'
import { applyEdits } from '../../../src/core/base/markup-tag.ts'
import { relativeHref } from '../../../src/core/base/relative-href.ts'
import { entityText, scanMarkup } from '../../../src/core/book/markup.ts'
import { documentProperties } from '../../../src/core/export/overlay/document-properties.ts'
import { documentSmil, pairsOf } from '../../../src/core/export/overlay/document-smil.ts'
import { heardMsOf } from '../../../src/core/export/overlay/smil.ts'
import {
  editPackage,
  packageVersion,
  type PackageNews,
} from '../../../src/core/export/overlay/edit-package.ts'
import { upgradeDocument } from '../../../src/core/export/overlay/upgrade-document.ts'
import { writtenNavigation } from '../../../src/core/export/overlay/written-navigation.ts'

const news: PackageNews = {
  pathOf: (href) => `OEBPS/${href}`,
  documents: [{ path: 'OEBPS/one.xhtml', smilHref: 'new/1.smil', heardMs: 61_500 }],
  files: [{ href: 'new/1.mp3', mediaType: 'audio/mpeg' }],
  ...{ modified: 0, narrator: 'Eva', activeClass: 'lit', upgrade: null },
}
const edited = (opf: string, more: Partial<PackageNews> = {}): string | null => {
  const edits = editPackage(opf, scanMarkup(opf), { ...news, ...more })
  return edits && applyEdits(opf, edits)
}

describe('the package of a book', () => {
  const opf =
    '<?xml version="1.0" encoding="iso-8859-1"?>\n<package version="3.0"><metadata>\n<meta property="dcterms:modified">2001</meta>\n' +
    '<meta property="media:duration">1s</meta>\n<meta property="x:own">stays</meta></metadata>\n<manifest>' +
    '<item id="a" href="one.xhtml" media-overlay="old" media-type="application/xhtml+xml"/>' +
    '<item id="old" href="old.smil" media-type="application/smil+xml"/></manifest><spine/></package>'

  it('names overlays, sound and how long it is heard', () => {
    const text = edited(opf) ?? ''
    expect(text).toContain('<meta property="media:duration">61.500s</meta>')
    expect(text).toContain('<meta refines="#read-along-1" property="media:duration">61.500s</meta>')
    expect(text).toContain('<meta property="media:active-class">lit</meta>')
    expect(text).toContain('<meta property="media:narrator">Eva</meta>')
    expect(text).toContain('<item media-overlay="read-along-1" id="a" href="one.xhtml" media-type')
    expect(text).toContain('<item id="read-along-1" href="new/1.smil"')
    expect(text).toContain('href="new/1.mp3" media-type="audio/mpeg"/>')
  })

  it('keeps what it says, and forgets when it was changed and what was heard before', () => {
    const text = edited(opf) ?? ''
    expect(text).toContain('<meta property="x:own">stays</meta>')
    expect(text).not.toMatch(/2001|>1s<|"old"|old\.smil/)
    expect(text).toContain('1970-01-01T00:00:00Z')
    expect(text).toContain('encoding="UTF-8"')
  })

  it('has new ids that are nobody else’s, and the prefix of its elements', () => {
    const prefixed = opf
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1o:')
      .replace('id="old"', 'id="read-along-1"')
    const text = edited(prefixed) ?? ''
    expect(text).toContain('<o:item id="xread-along-1" href="new/1.smil"')
    expect(text).toContain('>lit</o:meta>')
  })

  test.each([
    ['<package version="3.0"/>', 3],
    ['<package version="3.2"/>', 3],
    ['<package version="2.0"/>', 2],
    ['<package version="1.2"/>', null],
    ['<package/>', null],
  ])('%s has version %s', (text, version) => {
    expect(packageVersion(scanMarkup(text))).toBe(version)
  })

  it('is not told of anything where it has no manifest', () => {
    expect(edited('<package version="3.0"><metadata></metadata></package>')).toBeNull()
  })
})

describe('a package of EPUB 2', () => {
  const upgrade = {
    navHref: 'new/nav.xhtml',
    propertiesOf: (href: string) => (href === 'one.xhtml' ? ['svg'] : []),
    coverId: 'pic',
  }
  const opf =
    '<package version="2.0"><metadata xmlns:opf="o"><dc:title>T</dc:title><dc:creator opf:role="aut" opf:file-as="A, B">B A</dc:creator>' +
    '<dc:description></dc:description><dc:date opf:event="a">1901</dc:date><dc:date>2000</dc:date>' +
    '<dc:identifier id="i" opf:scheme="ISBN">1</dc:identifier></metadata><manifest>' +
    '<item id="a" href="one.xhtml" required-modules="x" media-type="application/xhtml+xml"/>' +
    '<item id="pic" href="p.png" media-type="image/png"/></manifest><tours><tour/></tours></package>'

  it('says in elements what it said in attributes, once', () => {
    const text = edited(opf, { upgrade }) ?? ''
    expect(text).toContain('version="3.0"')
    expect(text).toMatch(/<dc:creator id="(read-along-name-\d+)">B A<\/dc:creator>/)
    expect(text).toMatch(/refines="#read-along-name-\d+" property="role">aut</)
    expect(text).toMatch(/refines="#read-along-name-\d+" property="file-as">A, B</)
    expect(text).toContain('<dc:date>1901</dc:date><dc:identifier id="i">1')
    expect(text).not.toMatch(/ opf:|description|tour|required-modules|2000/)
  })

  it('names its navigation, its cover and what is in its documents', () => {
    const text = edited(opf, { upgrade }) ?? ''
    expect(text).toContain(
      'href="new/nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    )
    expect(text).toMatch(/<item [^>]*properties="svg"[^>]*href="one.xhtml"/)
    expect(text).toContain('<item properties="cover-image" id="pic"')
  })

  it('is left alone where it is of a kind before that', () => {
    expect(edited(opf.replaceAll('dc:title', 'dc-metadata'), { upgrade })).toBeNull()
  })
})

describe('a document of EPUB 2', () => {
  const page = (body: string, doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">') =>
    `${doctype}<html xmlns="http://www.w3.org/1999/xhtml" version="x"><head></head><body>${body}</body></html>`
  const upgraded = (body: string): string => {
    const text = page(body)
    const edits = upgradeDocument(text, scanMarkup(text), entityText)
    return /<body>(.*)<\/body>/s.exec(applyEdits(text, edits ?? []))?.[1] ?? ''
  }

  test.each([
    ['<p>a&nbsp;b &amp; &eacute;&nobody;</p>', '<p>a\u00a0b &amp; é&nobody;</p>'],
    ['<p align="center">x</p>', '<p style="text-align: center">x</p>'],
    ['<p style="color: red;" align="left">x</p>', '<p style="color: red; text-align: left">x</p>'],
    ['<big>x</big>', '<span style="font-size: larger">x</span>'],
    ['<font color="#f00" size="2">x</font>', '<span style="color: #f00">x</span>'],
    ['<a name="here"></a>', '<a id="here"></a>'],
    ['<a name="here" id="there"></a>', '<a id="there"></a>'],
    ['<img src="a" alt="&eacute;" width="5" longdesc="b"/>', '<img src="a" alt="é" width="5"/>'],
    ['<td width="5" valign="top"/>', '<td style="width: 5px; vertical-align: top"/>'],
    [
      '<svg width="5"><text x="1" version="1"/></svg>',
      '<svg width="5"><text x="1" version="1"/></svg>',
    ],
    ['<ol type="a" start="3"><li/></ol>', '<ol type="a" start="3"><li/></ol>'],
  ])('becomes one of HTML: %s', (body, expected) => {
    expect(upgraded(body)).toBe(expected)
  })

  it('has HTML’s document type, and an encoding that is true', () => {
    const text = page('').replace(
      '<head>',
      '<head><meta http-equiv="Content-Type" content="application/xhtml+xml; charset=latin1"/><meta http-equiv="X"/>',
    )
    const written = applyEdits(text, upgradeDocument(text, scanMarkup(text), entityText) ?? [])
    expect(written).toMatch(/^<!DOCTYPE html><html xmlns="[^"]*">/)
    expect(written).toContain(
      '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/></head>',
    )
  })

  it('is left alone where it brings definitions of its own, or is not XHTML', () => {
    const own = page('', '<!DOCTYPE html [<!ENTITY a "b">]>')
    expect(upgradeDocument(own, scanMarkup(own), entityText)).toBeNull()
    expect(upgradeDocument('<html/>', scanMarkup('<html/>'), entityText)).toBeNull()
  })

  it('is told of by what is in it', () => {
    const tags = (text: string) => documentProperties(scanMarkup(text).tags)
    expect(tags('<p><svg/><m:math/></p>')).toEqual(['mathml', 'svg'])
    expect(tags('<p onclick="x"><img src="http://a/b"/></p>')).toEqual([
      'remote-resources',
      'scripted',
    ])
    expect(tags('<a href="http://a/b"/><script type="text/x-data"/>')).toEqual([])
  })
})

describe('a navigation document', () => {
  it('has the levels of the book’s contents, without entries that lead nowhere', () => {
    const entries = [
      { title: 'Part & one', level: 1, href: null },
      { title: 'A', level: 2, href: 'a.xhtml' },
      { title: '', level: 2, href: 'b.xhtml#x' },
      { title: 'Nothing', level: 1, href: null },
    ]
    const text = writtenNavigation({ title: 'T', language: 'en', first: 'a.xhtml' }, entries)
    expect(text.replaceAll('\n', '')).toContain(
      '<ol><li><span>Part &amp; one</span><ol><li><a href="a.xhtml">A</a></li><li><a href="b.xhtml#x">…</a></li></ol></li></ol>',
    )
    expect(text).not.toContain('Nothing')
  })

  it('of a book without contents leads to its beginning', () => {
    const text = writtenNavigation({ title: 'T', language: 'en', first: 'a.xhtml' }, [])
    expect(text).toContain('<a href="a.xhtml">T</a>')
  })
})

describe('what is heard when', () => {
  const clips = new Map([['s', { audio: 'a.mp3', from: 1000, to: 2000 }]])

  it('is shared by the spans of a segment, without a gap', () => {
    const spans = [1, 2, 0].map((characters, index) => ({ id: `x${index}`, characters }))
    const pairs = pairsOf(
      [
        { segmentId: 's', spans },
        { segmentId: 'other', spans },
      ],
      clips,
    )
    expect(pairs.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['x0', 1000, 1333],
      ['x1', 1333, 2000],
    ])
    expect(heardMsOf(pairs)).toBe(1000)
    expect(documentSmil('a%20b.xhtml', pairs)).toContain(
      '<par id="p1"><text src="a%20b.xhtml#x0"/><audio src="a.mp3" clipBegin="1.000s" clipEnd="1.333s"/></par>',
    )
  })

  it('is lit by the words that were heard, where somebody has listened', () => {
    const spans = [1, 1, 1].map((characters, index) => ({ id: `x${index}`, characters }))
    const seconds = [1.05, 1.8, 1.9]
    const pace = seconds.map((at, index) => ({ at: index / 2, seconds: at }))
    const heard = new Map([['s', { audio: 'a.mp3', from: 1000, to: 2000, pace }]])
    expect(pairsOf([{ segmentId: 's', spans }], heard).map(({ to }) => to)).toEqual([
      1550, 1833, 2000,
    ])
  })

  test.each([
    ['a/b.opf', 'a/c/d.xhtml', 'c/d.xhtml'],
    ['a/x/b.smil', 'a/c/d e+f.xhtml', '../c/d%20e%2Bf.xhtml'],
    ['b.opf', 'b.opf', 'b.opf'],
    ['a/b/c', 'd', '../../d'],
  ])('from %s, %s is %s', (from, to, href) => {
    expect(relativeHref(from, to)).toBe(href)
  })
})
