// A read-along book: its text, what is heard when, and what its package tells of both.
import { describe, expect, it } from 'vitest'
import {
  chapterSmil,
  chapterXhtml,
  clipsOf,
  heardMs,
  type OverlayChapter,
} from '../../../src/core/export/overlay/overlay-chapter.ts'
import { navigation, packageDocument } from '../../../src/core/export/overlay/overlay-package.ts'

const chapter: OverlayChapter = {
  ...{ number: 3, title: 'One & <two>', language: 'en', audio: 'audio/x.mp3', seconds: 9.9996 },
  segments: [
    { text: 'A "title"', kind: 'heading', block: 0, from: 0.5 },
    { text: 'First. ', kind: 'paragraph', block: 1, from: 2.0004 },
    { text: '* * *', kind: 'paragraph', block: 1, from: null },
    { text: 'Roses\nViolets', kind: 'verse', block: 2, from: 5.25 },
  ],
}

describe('a chapter that is read along', () => {
  it('lights each segment until the next is heard, from the file’s start to its end', () => {
    expect(clipsOf(chapter)).toEqual([
      { index: 0, from: 0, to: 2000 },
      { index: 1, from: 2000, to: 5250 },
      { index: 3, from: 5250, to: 10_000 },
    ])
    expect(heardMs(chapter)).toBe(10_000)
  })

  it('has the book’s text to the letter, each segment in a span', () => {
    const text = chapterXhtml(chapter)
    expect(text).toContain('<title>One &amp; &lt;two&gt;</title>')
    expect(text).toContain('<h1><span id="s1">A &quot;title&quot;</span></h1>')
    expect(text).toContain('<p><span id="s2">First. </span><span id="s3">* * *</span></p>')
    expect(text).toContain('<p class="verse"><span id="s4">Roses<br/>Violets</span></p>')
  })

  it('points from sound to text', () => {
    const smil = chapterSmil(chapter) ?? ''
    expect(smil).toContain(
      '<par id="p2"><text src="chapter-0003.xhtml#s2"/><audio src="audio/x.mp3" clipBegin="2.000s" clipEnd="5.250s"/></par>',
    )
    expect(smil).not.toContain('#s3')
  })

  it('has no overlay where nothing is heard', () => {
    const still = { ...chapter, segments: [{ ...chapter.segments[2]!, from: null }] }
    expect(chapterSmil(still)).toBeNull()
    expect(heardMs(still)).toBe(0)
  })

  it('holds no character that no XML may hold', () => {
    const odd = '\u0000\u000b\ufffe\ud800 🧳 שלום'
    const text = chapterXhtml({
      ...chapter,
      segments: [{ text: odd, kind: 'paragraph', block: 0, from: 0 }],
    })
    expect(text).toContain('🧳 שלום')
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(text).not.toMatch(/[\u0000\u000b\ufffe]/)
    expect(text.isWellFormed()).toBe(true)
  })
})

describe('its package', () => {
  const book = {
    tags: { title: 'Tale', authors: ['A', 'B'], narrator: 'Eva', language: 'de' },
    ...{ digest: 'ab'.repeat(32), modified: 0, cover: null, audioType: 'audio/mpeg' },
    chapters: [
      { number: 1, title: '', audio: 'audio/1.mp3', heardMs: 0 },
      { number: 2, title: 'Two', audio: 'audio/2.mp3', heardMs: 61_500 },
      { number: 3, title: 'Three', audio: 'audio/3.mp3', heardMs: 1500 },
    ],
  }

  it('tells how long it is heard, in all and by chapter', () => {
    const text = packageDocument(book)
    expect(text).toContain('<meta property="media:duration">63.000s</meta>')
    expect(text).toContain('refines="#chapter-0002-heard">61.500s</meta>')
    expect(text).not.toContain('chapter-0001-heard')
    expect(text).toContain('<meta property="dcterms:modified">1970-01-01T00:00:00Z</meta>')
    expect(text).toMatch(/urn:uuid:abababab-abab-8bab-8bab-abababababab</)
  })

  it('names every chapter in its contents', () => {
    expect(navigation(book)).toContain('<a href="chapter-0001.xhtml">Chapter 1</a>')
    expect(navigation(book)).toContain('<a href="chapter-0003.xhtml">Three</a>')
  })
})
