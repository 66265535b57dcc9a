// What is heard when, as SubRip, WebVTT (w3.org/TR/webvtt1) or labels that Audacity reads.
import type { CaptionFormat } from '../../contract/index.ts'
import { lineText, shortCues, type Piece } from './cue-lines.ts'
import type { PaceMark } from './word-pace.ts'

/**
 * In seconds from the file's start; `end` is where the sound ends, before the pause. With the pace at which its
 * text is read, a long one is shown in parts.
 */
export type Cue = { start: number; end: number; text: string; pace?: readonly PaceMark[] }

type WrittenCue = { start: number; end: number; words: string }

/** Cues must be in order; empty ones are left out. */
export function captionsOf(cues: readonly Cue[], format: CaptionFormat): string {
  const shown = cues.filter(({ text }) => text.trim() !== '')
  if (format === 'labels') return shown.map(labelOf).join('')
  const blocks = shown
    .flatMap((cue) => written(cue, format))
    .map(({ start, end, words }, index) => {
      const times = `${clockTime(start, format)} --> ${clockTime(end, format)}`
      return format === 'srt' ? `${index + 1}\n${times}\n${words}\n` : `${times}\n${words}\n`
    })
  return [...(format === 'srt' ? [] : ['WEBVTT\n']), ...blocks].join('\n')
}

function written({ start, end, text, pace }: Cue, format: CaptionFormat): WrittenCue[] {
  if (!pace) return [{ start, end, words: plainLines(text, format) }]
  return shortCues(text, pace, end).map((cue) => {
    let last = inMs(cue.start)
    /** When the word is heard that is to be lit: the first with its cue, each after the one before, all within it. */
    const lit = ({ start: at }: Piece) => {
      if (format !== 'vtt-words' || inMs(at) <= last || inMs(at) >= inMs(cue.end)) return ''
      last = inMs(at)
      return `<${clockTime(at, format)}>`
    }
    const lineOf = (line: readonly Piece[]) =>
      lineText(line, (piece) => lit(piece) + plainLines(piece.text, format))
    return { start: cue.start, end: cue.end, words: cue.lines.map(lineOf).join('\n') }
  })
}

/** One a line, in seconds, between tabs. */
const labelOf = ({ start, end, text }: Cue): string =>
  `${start.toFixed(6)}\t${end.toFixed(6)}\t${text.trim().replaceAll(/\s+/g, ' ')}\n`

/** An empty line would end the cue, an arrow would be a time, and VTT has signs of its own. */
function plainLines(text: string, format: CaptionFormat): string {
  const lines = text
    .trim()
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll('-->', '→')
  if (format === 'srt') return lines
  return lines.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const inMs = (seconds: number): number => Math.round(seconds * 1000)

function clockTime(seconds: number, format: CaptionFormat): string {
  const all = inMs(seconds)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const ms = String(all % 1000).padStart(3, '0')
  const point = format === 'srt' ? ',' : '.'
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${ms}`
}
