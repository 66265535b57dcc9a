// What one call is asked that writes a section, the key of its answer, and what becomes of that.
import type { UnwrittenSection, WriteRequest } from '../../../contract/index.ts'
import { digestJson } from '../../base/digest.ts'
import type { Tokens, WritingQuestion } from '../../ports/language-models.ts'
import { tokensOf } from '../tokens.ts'
import { cleanAnswer } from './clean-answer.ts'
import { plainWords } from './plain-words.ts'
import { tailOf, type ScriptLine } from './script-line.ts'
import { sectionsOf, titleOfNotes, type NotesSection } from './sections.ts'
import { writePrompt, writeVersion } from './write-prompt.ts'

export type WritingPlan = {
  title: string
  form: WriteRequest['form']
  speakers: string[]
  language: string
  sections: NotesSection[]
  /** Their headings, as they are shown with each. */
  outline: string[]
}

/** Headings shown, each so long at most. */
const mostOutline = 150
const mostOutlineLetters = 100

/** Names and title cleaned; a script without a title is called as its notes are. */
export function planWriting(request: Omit<WriteRequest, 'budget'>): WritingPlan {
  const { form, language, notes } = request
  const sections = sectionsOf(notes)
  const clean = (name: string) =>
    name
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  return {
    ...{ form, language },
    title: clean(request.title) || titleOfNotes(notes),
    speakers: request.speakers.map(clean),
    ...{ sections, outline: outlineOf(sections) },
  }
}

const outlineOf = (sections: readonly NotesSection[]): string[] =>
  sections
    .filter((section) => section.part === 1 && section.heading !== '')
    .slice(0, mostOutline)
    .map((section) => section.heading.slice(0, mostOutlineLetters))

/** `written`: the script before the section. Instructions apart from the notes, which are JSON. */
export function writeQuestion(
  { title, form, speakers, language, outline }: WritingPlan,
  { heading, part, parts, notes }: NotesSection,
  written: readonly ScriptLine[],
): WritingQuestion {
  const user = {
    ...{ title, language, speakers, outline },
    section: { heading, part, parts },
    before: tailOf(written),
    notes,
  }
  return { system: writePrompt(form), user: JSON.stringify(user) }
}

/** The model is kept beside it. */
export const writeKey = ({ system, user }: WritingQuestion): string =>
  digestJson({ kind: 'write', version: writeVersion, system, user })

/** Talk has more words than notes. */
const talkative = 1.3
const leastAnswer = 60

export const expectedWriting = (
  { system, user }: WritingQuestion,
  { notes }: Pick<NotesSection, 'notes'>,
): Tokens => ({
  in: tokensOf(system) + tokensOf(user),
  out: Math.ceil(tokensOf(notes) * talkative) + leastAnswer,
})

export type WrittenSection = {
  lines: ScriptLine[]
  /** Null where it is as it was asked for. */
  trouble: UnwrittenSection['reason'] | null
}

/** An answer that says nothing leaves the notes as they are, said by the first speaker: nothing is lost. */
export function writtenSection(
  section: NotesSection,
  speakers: readonly string[],
  answer: { text: string; isRefused: boolean; isCut?: boolean },
): WrittenSection {
  const lines = answer.isRefused ? [] : cleanAnswer(answer.text, speakers)
  const isSaid = lines.some(({ kind }) => kind === 'speech')
  if (!isSaid) {
    const reason = answer.isRefused ? 'refused' : 'empty'
    return { lines: withHeading(section, notesAsLines(section, speakers)), trouble: reason }
  }
  return { lines: withHeading(section, lines), trouble: answer.isCut ? 'cut' : null }
}

/** A section begins with a heading where it has one: the model's, in the script's language, else its own. */
function withHeading({ heading, part }: NotesSection, lines: ScriptLine[]): ScriptLine[] {
  const isThere = lines[0]?.kind === 'heading'
  return isThere || part > 1 || heading === ''
    ? lines
    : [{ kind: 'heading', text: heading }, ...lines]
}

function notesAsLines({ notes }: NotesSection, [speaker = '']: readonly string[]): ScriptLine[] {
  return notes.split('\n').flatMap((line): ScriptLine[] => {
    const heading = /^\s*#{1,6}\s+(.*)$/.exec(line)?.[1]
    const text = plainWords(heading ?? line)
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    return [heading === undefined ? { kind: 'speech', speaker, text } : { kind: 'heading', text }]
  })
}
