// A timed sentence as what is read at a glance: cues of two short lines, parted where a reader takes breath.
import { unspacedLetter } from '../base/unspaced-letter.ts'
import { secondsAt, type PaceMark } from './word-pace.ts'

/** Between two pieces a line may break. `start`: when it is heard, in the file. */
export type Piece = { text: string; start: number; endsLine: boolean; hasSpace: boolean }

/** `start` of the first, `end` of the last. */
export type ShortCue = { start: number; end: number; lines: Piece[][] }

/** What subtitles are usually held to: letters in a line, and lines. Signs as wide as two count as two. */
const widestLine = 42
const mostLines = 2

const clauseEnd = /[,;:.!?…，、。；：！？—–][\p{P}]*$/u
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const words = new Intl.Segmenter('und', { granularity: 'word' })

const endsClause = (piece: Piece | undefined): boolean => clauseEnd.test(piece?.text ?? '')

/** `end`: where the sentence's sound ends. */
export function shortCues(text: string, pace: readonly PaceMark[], end: number): ShortCue[] {
  const cues: Piece[][] = []
  let rest = piecesOf(text, pace)
  while (rest.length > 0) {
    const count = piecesInCue(rest)
    cues.push(rest.slice(0, count))
    rest = rest.slice(count)
  }
  return cues.map((pieces, index) => ({
    start: pieces[0]?.start ?? end,
    end: cues[index + 1]?.[0]?.start ?? end,
    lines: evenLines(pieces),
  }))
}

function piecesOf(text: string, pace: readonly PaceMark[]): Piece[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ index, 0: word }): Piece[] => {
    const behind = text.slice(index + word.length)
    const endsLine = /^[^\S\n]*\n/.test(behind)
    const parts = unspacedLetter.test(word) ? partsOf(word) : [word]
    let at = index
    return parts.map((part, number) => {
      const start = secondsAt(pace, at)
      at += part.length
      const isLast = number === parts.length - 1
      return { text: part, start, endsLine: isLast && endsLine, hasSpace: isLast }
    })
  })
}

/** Words that no space parts; signs stay with what they close or open. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let opens = false
  for (const { segment, isWordLike } of words.segment(text)) {
    const isAlone = parts.length === 0 || (!opens && (isWordLike || /^\p{Ps}/u.test(segment)))
    if (isAlone) parts.push(segment)
    else parts.push(`${parts.pop()}${segment}`)
    opens = /^\p{Ps}/u.test(segment)
  }
  return parts
}

/** How many of them stand in the next cue: all, or up to a breath in its second half, never leaving a crumb. */
function piecesInCue(pieces: readonly Piece[]): number {
  const most = piecesThatFit(pieces, widestLine, mostLines)
  if (most >= pieces.length) return pieces.length
  const whole = widthOf(pieces.slice(0, most))
  const isCrumb = (count: number) => widthOf(pieces.slice(count)) < whole / 3
  for (let count = most; widthOf(pieces.slice(0, count)) >= whole / 2; count -= 1)
    if (endsClause(pieces[count - 1]) && !isCrumb(count)) return count
  let count = most
  while (count > 1 && isCrumb(count)) count -= 1
  return count
}

function piecesThatFit(pieces: readonly Piece[], width: number, lines: number): number {
  const set = linesOf(pieces, width).slice(0, lines)
  return set.reduce((sum, line) => sum + line.length, 0)
}

/** As few lines as it takes, as even as they can be; two rather end with a breath. */
function evenLines(pieces: readonly Piece[]): Piece[][] {
  let lines = linesOf(pieces, widestLine)
  if (lines.length === 2) {
    const atBreath = pieces.flatMap((piece, at) =>
      endsClause(piece) ? [[pieces.slice(0, at + 1), pieces.slice(at + 1)]] : [],
    )
    const fit = atBreath.find((halves) => {
      const [one = 0, other = 0] = halves.map(widthOf)
      return Math.max(one, other) <= widestLine && Math.min(one, other) > Math.max(one, other) / 2
    })
    if (fit && !lines[0]?.at(-1)?.endsLine) return fit
  }
  for (let width = widestLine - 1; width > 0; width -= 1) {
    const narrower = linesOf(pieces, width)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

function linesOf(pieces: readonly Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    const line = lines.at(-1) as Piece[]
    const isOver = line.length > 0 && widthOf([...line, piece]) > width
    if (isOver || line.at(-1)?.endsLine) lines.push([piece])
    else line.push(piece)
  }
  return lines
}

const widthOf = (pieces: readonly Piece[]): number =>
  [...lineText(pieces)].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0)

/** `write`: what becomes of each piece. */
export const lineText = (
  pieces: readonly Piece[],
  write: (piece: Piece) => string = ({ text }) => text,
): string =>
  pieces
    .map((piece) => `${write(piece)}${piece.hasSpace ? ' ' : ''}`)
    .join('')
    .trimEnd()
