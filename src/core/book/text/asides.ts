// What stands between a plain text's paragraphs and is not of it: page numbers, pictures' captions, notes.
import type { Block } from '../../../contract/index.ts'
import { flowBlock, type FlowItem } from '../flow.ts'
import { joinLines } from './group-block.ts'
import type { LineGroup } from './groups.ts'

export type Asides = {
  /** The group as a line that is left out or a note; null for any other. */
  take(group: LineGroup): FlowItem | null
  /** Learns of a paragraph, its note marks taken out. */
  paragraph(block: Block): Block
}

const number = /^([-–—[(]?)\s*(\d{1,4})\s*[-–—\])]?$/
/** Set in so far, a line is centred. */
const centredFrom = 8
const picture = /^\[(?:Illustration|Abbildung|Image|Picture)\b:?\s*([^\]]*)\]?$/i
const note = /^\[(?:Foot-?note|Fu(?:ß|ss)note)\s*([\p{L}\p{N}*†‡]{1,6})?\s*[:.]\s*/iu
const mark = /(?<=\S)\[(\d{1,3})\]/g
const endsSentence = /[.:!?…"'”’»)\]*]$/
/** No note has more paragraphs. */
const maxNoteGroups = 30

export function createAsides(): Asides {
  /** The number of the chapter under way, where chapters have nothing else. */
  let chapter = 0
  let pages = false
  let isOpen = false
  /** The note that has not ended, and how many groups it has. */
  let open: { id: string; groups: number } | null = null

  const isPageNumber = (group: LineGroup, text: string): boolean => {
    const [, sign = '', digits] = number.exec(text) ?? []
    if (digits === undefined || group.lines.length > 1) return false
    const line = group.lines[0] ?? ''
    const isCentred = line.length - line.trimStart().length >= centredFrom
    if (sign === '' && !isCentred) return false
    pages ||= isOpen
    // Chapters are counted from one on; pages begin anywhere, and in the middle of a sentence.
    const isNext = Number(digits) === chapter + 1 || digits === '1'
    if (!pages && isNext && group.blanks >= 2) {
      chapter = Number(digits)
      return false
    }
    return true
  }

  const noteBlock = (text: string): FlowItem | null => {
    if (!open) return null
    const { id } = open
    open.groups += 1
    const ends = text.endsWith(']')
    if (ends || open.groups >= maxNoteGroups) open = null
    const words = ends ? text.slice(0, -1).trim() : text
    return flowBlock({ kind: 'paragraph', text: words, ...(id !== '' && { noteId: id }) }, 'notes')
  }

  return {
    take(group) {
      const text = joinLines(group.lines)
      if (open) return noteBlock(text)
      const caption = picture.exec(text)
      if (caption)
        return flowBlock({
          kind: 'paragraph',
          text: caption[1] || 'Illustration',
          leftOut: 'picture',
        })
      const begins = note.exec(text)
      if (begins) {
        open = { id: begins[1] === undefined ? '' : `#footnote-${begins[1]}`, groups: 0 }
        return noteBlock(text.slice(begins[0].length))
      }
      if (!isPageNumber(group, text)) return null
      return flowBlock({ kind: 'paragraph', text, leftOut: 'page-number' })
    },
    paragraph(block) {
      isOpen = block.kind === 'paragraph' && !endsSentence.test(block.text)
      const noteMarks = [...block.text.matchAll(mark)].map((found) => `#footnote-${found[1]}`)
      return noteMarks.length === 0
        ? block
        : { ...block, text: block.text.replace(mark, ''), noteMarks }
    },
  }
}
