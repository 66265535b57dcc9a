// What is heard when, as SubRip, WebVTT (w3.org/TR/webvtt1) or labels that Audacity reads.
import type { CaptionFormat } from '../../contract/index.ts'

/** In seconds from the file's start; `end` is where the sound ends, before the pause. */
export type Cue = { start: number; end: number; text: string }

/** Cues must be in order; empty ones are left out. */
export function captionsOf(cues: readonly Cue[], format: CaptionFormat): string {
  const shown = cues.filter(({ text }) => text.trim() !== '')
  if (format === 'labels') return shown.map(labelOf).join('')
  const blocks = shown.map(({ start, end, text }, index) => {
    const times = `${clockTime(start, format)} --> ${clockTime(end, format)}`
    const words = plainLines(text, format)
    return format === 'srt' ? `${index + 1}\n${times}\n${words}\n` : `${times}\n${words}\n`
  })
  return [...(format === 'vtt' ? ['WEBVTT\n'] : []), ...blocks].join('\n')
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

function clockTime(seconds: number, format: CaptionFormat): string {
  const all = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const ms = String(all % 1000).padStart(3, '0')
  const point = format === 'srt' ? ',' : '.'
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${ms}`
}
