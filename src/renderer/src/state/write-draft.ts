// What a person asks for when a script is written from notes, as it is written in the form; and the script as it grows.
import {
  longest,
  SpeakerName,
  usualSpeakers,
  WriteRequest,
  type DraftGrowth,
  type ScriptForm,
  type WriteDraft,
} from '../../../contract/index.ts'
import { writeWords } from '../write-words.ts'

export type WriteForm = {
  title: string
  notes: string
  form: ScriptForm
  /** Names with commas between them. */
  speakers: string
  language: string
}

export type WriteWish = Omit<WriteRequest, 'budget'>
export type WriteProblems = Partial<Record<'notes' | 'speakers', string>>

export const emptyForm = (language: string): WriteForm => ({
  ...{ title: '', notes: '', form: 'podcast', language },
  speakers: usualSpeakers.podcast.join(', '),
})

/** Whoever has named nobody gets those that are usual for it. */
export const withForm = (draft: WriteForm, form: ScriptForm): WriteForm => {
  const isUsual = draft.speakers === usualSpeakers[draft.form].join(', ')
  return { ...draft, form, ...(isUsual && { speakers: usualSpeakers[form].join(', ') }) }
}

export function readForm(draft: WriteForm): { wish: WriteWish | null; problems: WriteProblems } {
  const { problems: say } = writeWords
  const { title, notes, form, language } = draft
  const names = draft.speakers
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const speakers = WriteRequest.shape.speakers.safeParse(names)
  const areNames = names.every((name) => SpeakerName.safeParse(name).success)
  const problems: WriteProblems = {
    ...(notes.trim() === '' && { notes: say.notes }),
    ...(notes.length > longest.notes && { notes: say.tooLong(longest.notes) }),
    ...(!(speakers.success && areNames) && { speakers: say.speakers }),
  }
  const isGood = Object.keys(problems).length === 0
  return {
    wish: isGood ? { title: title.trim(), notes, form, speakers: names, language } : null,
    problems,
  }
}

/** The draft with what was told of it; null where something in between was missed, and it must be read anew. */
export function grownDraft(
  draft: WriteDraft,
  { revision, at, text, settled }: Omit<DraftGrowth, 'jobId'>,
): WriteDraft | null {
  if (revision <= draft.revision) return draft
  if (revision > draft.revision + 1) return null
  return { ...draft, revision, settled, text: draft.text.slice(0, at) + text }
}
