// What a person asks for when a script is written from notes, as it stands in the form.
import {
  longest,
  readSpeakers,
  scriptForms,
  usualSpeakers,
  type ScriptForm,
  type WriteRequest,
} from '../../../contract/index.ts'
import { writeWords } from '../write-words.ts'

export type WriteFields = {
  title: string
  notes: string
  form: ScriptForm
  /** Names with commas between them. */
  speakers: string
  language: string
}

export type WriteWish = Omit<WriteRequest, 'budget'>
export type WriteProblems = Partial<Record<'notes' | 'speakers', string>>

export const emptyFields = (language: string): WriteFields => ({
  ...{ title: '', notes: '', form: 'podcast', language },
  speakers: usualSpeakers.podcast.join(', '),
})

const key = 'lectern.write-fields'

/** Null where nothing was kept, or nothing that this version knows. */
export function keptFields(storage: Pick<Storage, 'getItem'>): WriteFields | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isFields(kept) ? kept : null
  } catch {
    return null
  }
}

function isFields(kept: unknown): kept is WriteFields {
  if (typeof kept !== 'object' || kept === null) return false
  const words = new Map(Object.entries(kept))
  return (
    Object.keys(emptyFields('')).every((name) => typeof words.get(name) === 'string') &&
    scriptForms.includes(words.get('form'))
  )
}

/** Without notes there is nothing to lose. More than the browser takes is not kept. */
export function keepFields(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  fields: WriteFields,
): void {
  try {
    if (fields.notes.trim() === '') storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(fields))
  } catch {
    storage.removeItem(key)
  }
}

/** Whoever has named nobody gets those that are usual for it. */
export const withForm = (fields: WriteFields, form: ScriptForm): WriteFields => {
  const isUsual = fields.speakers === usualSpeakers[fields.form].join(', ')
  return { ...fields, form, ...(isUsual && { speakers: usualSpeakers[form].join(', ') }) }
}

export function readFields(fields: WriteFields): {
  wish: WriteWish | null
  problems: WriteProblems
} {
  const { problems: say } = writeWords
  const { title, notes, form, language } = fields
  const speakers = readSpeakers(fields.speakers)
  const problems: WriteProblems = {
    ...(notes.trim() === '' && { notes: say.notes }),
    ...(notes.length > longest.notes && { notes: say.tooLong(longest.notes) }),
    ...(speakers === null && { speakers: say.speakers }),
  }
  const isGood = speakers !== null && Object.keys(problems).length === 0
  return {
    wish: isGood
      ? { title: title.trim().slice(0, longest.title), notes, form, speakers, language }
      : null,
    problems,
  }
}
