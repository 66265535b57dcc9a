// Rich text to blocks, in one pass; the notes, which stand in the text, come last.
import { createCodeLines } from '../code-lines.ts'
import { createContentsChapter } from '../contents-chapter.ts'
import { createFields } from '../fields.ts'
import type { FlowItem } from '../flow.ts'
import { pageStart } from '../flow-book.ts'
import { MarkupLimitError } from '../markup.ts'
import { lineBreak } from '../gathered-text.ts'
import { dropLinkedMark, dropRaisedMark } from '../raised-mark.ts'
import { createByteText } from './byte-text.ts'
import { labelOfCodePage, languageOfNumber } from './code-pages.ts'
import { changeGroup, innerGroup, outermost, type Group } from './group.ts'
import { createRtfHead, headParts, type RtfHead } from './head.ts'
import { createParagraphs } from './paragraphs.ts'
import { createTextRows } from './text-rows.ts'
import type { RtfEvents } from './tokenizer.ts'
import { knownGroups, signWords, silentGroups, textOfSign } from './words.ts'

export type RtfFlow = {
  events: RtfEvents
  head: RtfHead
  /** The language of the program that wrote it; `und` where it is not told. */
  language(): string
  /** What is finished since the last call. */
  take(): FlowItem[]
  end(): void
}

/** So many are read before a sign or a word ends them. */
const manyBytes = 64 * 1024

export function createRtfFlow(maxNesting: number): RtfFlow {
  let items: FlowItem[] = []
  const head = createRtfHead()
  const inChapter = createContentsChapter()
  const fields = createFields()
  const bytes = createByteText()
  const groups: Group[] = []
  let group: Group = { ...outermost }
  let documentLabel = 'windows-1252'
  let language = 'und'
  let skipCharacters = 0
  /** After `\*`: the next word's group may be passed over. */
  let starred = false
  let raisedAt: number | null = null
  let resultAt = 0

  const code = createCodeLines((flow) => void items.push(...inChapter({ kind: 'block', ...flow })))
  const rows = createTextRows(code.block, () => group.inTable)
  const paragraphs = createParagraphs(rows.send, rows.sendBoxed)

  const labelNow = (): string =>
    (group.font === null ? null : head.font(group.font)?.label) ?? documentLabel

  /** Decodes what was gathered, before anything that could change how it is read or where it goes. */
  const flush = () => {
    const text = bytes.take(labelNow())
    if (text !== '') put(text)
  }

  const put = (text: string) => {
    if (group.head !== null) return head.text(group.head, text)
    if (group.kind === 'instruction') return fields.instruction(text)
    const paragraph = paragraphs.current
    if (!fields.heard || group.deleted) return
    if (group.hidden) return paragraph.hide(text)
    if (group.kind === 'number' && group.heading === 0) return
    if (group.font !== null && head.font(group.font)?.symbols) return paragraph.ornament()
    if (fields.linked) paragraph.linked(text.trim().length)
    paragraph.add(text)
  }

  const endParagraph = () => {
    flush()
    const { heading, code } = group
    paragraphs.end({ heading, contents: group.contents || fields.contents, code })
    raisedAt = null
  }

  /** A mark at the end of what was raised is a note's. */
  const endRaised = () => {
    if (raisedAt !== null) dropRaisedMark(paragraphs.current, raisedAt, '')
    raisedAt = null
  }

  const endField = () => {
    dropLinkedMark(paragraphs.current, resultAt, fields.anchor)
    fields.end()
  }

  const beginNote = () => {
    group.kind = 'note'
    group.raised = false
    group.heading = 0
    endRaised()
    paragraphs.beginNote()
  }

  const beginBox = () => {
    group.kind = 'box'
    group.silent = false
    group.inTable = false
    paragraphs.beginBox()
  }

  const open = () => {
    flush()
    skipCharacters = 0
    starred = false
    groups.push(group)
    if (groups.length > maxNesting) throw new MarkupLimitError('nesting')
    group = innerGroup(group)
  }

  const close = () => {
    flush()
    skipCharacters = 0
    starred = false
    const ended = group
    if (ended.head !== null) head.endEntry(ended.head)
    if (ended.kind === 'field') endField()
    if ((ended.kind === 'note' || ended.kind === 'box') && paragraphs.isInner) {
      if (paragraphs.current.raw.trim() !== '') endParagraph()
      paragraphs.leave()
    }
    group = groups.pop() ?? { ...outermost }
    if (ended.raised && !group.raised) endRaised()
  }

  /** Words that begin a group of another kind; false for any other word. */
  const beginGroup = (name: string): boolean => {
    const part = headParts[name]
    if (part && (part === 'fonts' || part === 'styles' || groups.length <= 4)) {
      group.head = part
      group.silent = false
    } else if (name === 'ud') group.silent = groups[groups.length - 2]?.silent ?? false
    else if (name === 'shptxt') beginBox()
    else if (group.silent) return true
    else if (name === 'upr') group.kind = 'alternatives'
    else if (name === 'field') {
      group.kind = 'field'
      fields.begin()
    } else if (name === 'fldinst') group.kind = 'instruction'
    else if (name === 'fldrslt') {
      fields.separate()
      resultAt = paragraphs.current.raw.length
    } else if (name === 'footnote') beginNote()
    else if (name === 'pntext' || name === 'listtext') group.kind = 'number'
    else if (silentGroups.has(name)) group.silent = true
    else return false
    return true
  }

  const characterWord = (name: string, isOn: boolean, value: number | null): boolean => {
    if (name === 'super') {
      group.raised = isOn
      raisedAt = isOn ? paragraphs.current.raw.length : raisedAt
    } else if (name === 'nosupersub') {
      group.raised = false
      endRaised()
    } else return changeGroup(group, name, isOn, value)
    return true
  }

  const paragraphWord = (name: string, value: number | null): boolean => {
    if (name === 'par') endParagraph()
    else if (name === 'pard')
      Object.assign(group, { heading: 0, contents: false, code: false, inTable: false })
    else if (name === 's') {
      group.heading = head.headingLevel(value ?? 0)
      group.contents = head.isContents(value ?? 0)
      group.code = head.isCode(value ?? 0)
    } else if (name === 'outlinelevel')
      group.heading = value !== null && value >= 0 && value <= 8 ? value + 1 : 0
    else if (name === 'intbl') group.inTable = true
    else if (name === 'cell' || name === 'nestcell') {
      group.inTable = true
      if (bytesWaiting()) endParagraph()
      if (name === 'cell') rows.endCell()
    } else if (name === 'row') rows.endRow()
    else if (name === 'page' || name === 'pagebb') items.push(pageStart)
    else if (name === 'sect') {
      endParagraph()
      items.push(pageStart)
    } else if (name === 'line') paragraphs.current.add(lineBreak)
    else return false
    return true
  }

  const bytesWaiting = (): boolean => {
    flush()
    return paragraphs.current.raw.trim() !== ''
  }

  const documentWord = (name: string, value: number) => {
    if (name === 'ansicpg') documentLabel = labelOfCodePage(value) ?? documentLabel
    else if (name === 'mac') documentLabel = 'macintosh'
    else if (name === 'deflang') language = languageOfNumber(value)
  }

  const word = (name: string, parameter: number | null) => {
    if (skipCharacters > 0) return void (skipCharacters -= 1)
    if (name === 'u') {
      flush()
      unicode(parameter ?? 0)
      return
    }
    flush()
    const passable = starred
    starred = false
    const sign = signWords[name]
    if (group.head !== null && sign === undefined) return head.word(group.head, name, parameter)
    if (beginGroup(name)) return
    if (passable && !knownGroups.has(name)) return void (group.silent = true)
    if (sign !== undefined) return put(sign)
    if (characterWord(name, parameter !== 0, parameter)) return
    if (!paragraphWord(name, parameter)) documentWord(name, parameter ?? 0)
  }

  const unicode = (value: number) => {
    skipCharacters = group.fallbacks
    if (group.silent) return
    const code = value < 0 ? value + 0x10000 : value
    // What fonts of signs use: no letters.
    if (code >= 0xe000 && code <= 0xf8ff) return paragraphs.current.ornament()
    if (code > 0 && code <= 0x10ffff) put(String.fromCodePoint(code))
  }

  const sign = (which: string) => {
    if (which === '*') return void (starred = true)
    if (skipCharacters > 0) return void (skipCharacters -= 1)
    if (group.silent) return
    flush()
    const text = textOfSign[which]
    if (text !== undefined) put(text)
    else if (which === '\n' || which === '\r') endParagraph()
  }

  return {
    head,
    language: () => language,
    events: {
      open,
      close,
      word,
      sign,
      byte(value) {
        if (skipCharacters > 0) skipCharacters -= 1
        else if (!group.silent) bytes.addByte(value)
      },
      text(given) {
        const skipped = Math.min(skipCharacters, given.length)
        skipCharacters -= skipped
        if (group.silent || skipped === given.length) return
        bytes.add(given.subarray(skipped))
        if (bytes.size > manyBytes) put(bytes.take(labelNow(), true))
      },
    },
    take() {
      const done = items
      items = []
      return done
    },
    end() {
      flush()
      // Where the file was cut off, what is under way is still text.
      do if (paragraphs.current.raw.trim() !== '') endParagraph()
      while (paragraphs.leave())
      rows.endRow()
      code.end()
      items = items.concat(paragraphs.takeNotes())
    },
  }
}
