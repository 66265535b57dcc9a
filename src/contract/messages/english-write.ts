// Sentences of writing, in English: a script from notes, by a language model.
import type { ScriptForm, UnwrittenSection } from '../write.ts'
import { count, plural } from './english-figures.ts'

const sections = (number: number): string => plural(number, 'section', 'sections')

export const englishWrite = {
  text: 'A language model makes a podcast, a lesson, a story or a talk of your notes: a new book to edit and narrate.',
  emptyTitle: 'A language model writes it',
  emptyText:
    'One on this computer, such as Ollama or LM Studio, or any other with an address like OpenAI’s.',
  emptyMore: 'Nothing is sent until you press “Write”, and what would be sent is shown before.',
  notes: 'Notes',
  notesHint:
    'An outline, an article, or a document that you drop here. “# Heading” begins a section.',
  choose: 'Take a document',
  reading: 'Reading the document…',
  name: 'Title',
  nameNote: 'else the first heading',
  form: 'What it becomes',
  forms: { podcast: 'Podcast', lesson: 'Lesson', story: 'Story', talk: 'Talk' } satisfies Record<
    ScriptForm,
    string
  >,
  speakers: 'Who speaks',
  speakersHint: 'Up to four names, with commas between them. A single one is the narrator.',
  language: 'Language',
  problems: {
    notes: 'Write some notes first, or take a document.',
    tooLong: (most: number): string => `At most ${count(most)} letters. Take only a part of them.`,
    speakers: 'One to four different names that begin with a letter, without colons or brackets.',
  },
  estimate: 'What writing needs',
  sections: 'Sections',
  sectionsValue: (number: number, known: number): string =>
    known === 0 ? count(number) : `${count(number)}, ${count(known)} written before`,
  nothing: 'All of it is written already: nothing would be sent.',
  sentText:
    'The first call, letter by letter. Each section is one call, and is shown how the script ended before it.',
  user: 'The notes',
  budgetHint: 'The writing waits for you when this much is spent.',
  start: 'Write',
  job: {
    title: 'Writing the script',
    progress: (done: number, total: number): string => `${count(done)} of ${sections(total)}`,
    cancel: 'Cancel the writing',
    waits: 'The writing waits',
    stopped: 'The writing is paused',
    raiseHint:
      'The writing waits for you again when this much more is spent; left empty, it goes on to its end. What is written is kept.',
  },
  script: 'The script so far',
  done: (title: string): string => `“${title}” is written and in the library.`,
  open: 'Open it',
  /** `reason`: one of those below. */
  unwritten: (heading: string, reason: string): string => `${heading || 'A section'}: ${reason}`,
  reasons: {
    refused: 'the model refused, so its notes stand there as they are.',
    empty: 'the model said nothing, so its notes stand there as they are.',
    cut: 'the model stopped in the middle of it.',
  } satisfies Record<UnwrittenSection['reason'], string>,
}
