// A chapter of a read-along book: its text as XHTML, a span for each segment, and what is heard when as SMIL.
import type { Segment } from '../../../contract/index.ts'
import { heardMsOf, pairElement, type Heard } from './smil.ts'
import { escaped, xmlHead } from './xml.ts'

/** `from`: where its own sound begins in the chapter's file, in seconds; null where it has none. */
export type OverlaySegment = Pick<Segment, 'text' | 'kind' | 'block'> & {
  from: number | null
  /** A scene ends behind it. */
  endsScene?: boolean
}

export type OverlayChapter = {
  /** From 1. */
  number: number
  title: string
  language: string
  /** How its sound file is called inside the book. */
  audio: string
  /** Length of its sound. */
  seconds: number
  segments: readonly OverlaySegment[]
}

/** Names inside the book, beside its package. */
export const chapterStem = (number: number): string => `chapter-${String(number).padStart(4, '0')}`
const spanId = (index: number): string => `s${index + 1}`

type Clip = Heard & { index: number }

/**
 * In whole milliseconds. A segment is lit until the next one is heard: with its pause, and the first one with
 * the silence before it, so that a reader plays the file as it is.
 */
export function clipsOf({
  segments,
  seconds,
}: {
  segments: readonly Pick<OverlaySegment, 'from'>[]
  seconds: number
}): Clip[] {
  const end = inMs(seconds)
  const heard = segments.flatMap(({ from }, index) =>
    from === null ? [] : [{ index, at: Math.min(inMs(from), end) }],
  )
  return heard
    .map(({ index, at }, place) => ({
      index,
      from: place === 0 ? 0 : at,
      to: heard[place + 1]?.at ?? end,
    }))
    .filter(({ from, to }) => to > from)
}

const inMs = (seconds: number): number => Math.round(seconds * 1000)

/** Of a chapter, as its package tells it: the sum of its clips. */
export const heardMs = (chapter: OverlayChapter): number => heardMsOf(clipsOf(chapter))

/** Null for a chapter in which nothing is heard. */
export function chapterSmil(chapter: OverlayChapter): string | null {
  const clips = clipsOf(chapter)
  if (clips.length === 0) return null
  const text = `${chapterStem(chapter.number)}.xhtml`
  const pairs = clips.map(({ index, from, to }) => {
    const pair = { text: `${text}#${spanId(index)}`, audio: chapter.audio, from, to }
    return pairElement(`p${index + 1}`, pair)
  })
  return (
    `${xmlHead}<smil xmlns="http://www.w3.org/ns/SMIL" xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n` +
    `<body>\n<seq id="chapter" epub:textref="${text}#text" epub:type="chapter">\n${pairs.join('')}</seq>\n</body>\n</smil>\n`
  )
}

/** Its text, a block an element: what stands together in the book stands together here. */
export function chapterXhtml({ title, language, segments }: OverlayChapter): string {
  const blocks: string[] = []
  let hasHeading = false
  for (let first = 0; first < segments.length;) {
    const { block, kind } = segments[first] as OverlaySegment
    let end = first + 1
    while (segments[end]?.block === block && segments[end]?.kind === kind) end += 1
    const spans = segments
      .slice(first, end)
      .map(({ text }, at) => `<span id="${spanId(first + at)}">${lines(text)}</span>`)
      .join('')
    // A chapter has one title; what is a heading inside it stands below that.
    const heading = hasHeading ? 'h2' : 'h1'
    if (kind === 'heading') hasHeading = true
    const open = kind === 'heading' ? heading : kind === 'verse' ? 'p class="verse"' : 'p'
    blocks.push(`<${open}>${spans}</${open.split(' ')[0]}>`)
    if (segments[end - 1]?.endsScene && end < segments.length) blocks.push('<hr/>')
    first = end
  }
  return page(
    title,
    language,
    `<section id="text" epub:type="chapter">\n${blocks.join('\n')}\n</section>`,
  )
}

/** Verse lines stay lines. */
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br/>')

/** A content document. `body` is XHTML. */
export const page = (title: string, language: string, body: string): string =>
  `${xmlHead}<!DOCTYPE html>\n` +
  `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(language)}" xml:lang="${escaped(language)}">\n` +
  `<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>\n` +
  `<body>\n${body}\n</body>\n</html>\n`
