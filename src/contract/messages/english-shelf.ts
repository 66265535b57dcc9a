// Sentences of what is done with books in the library, in English.
import { bytes, count, duration, plural } from './english-figures.ts'

const books = (number: number): string => plural(number, 'book', 'books')

export const shelfWords = {
  search: 'Find a book',
  searchHint: 'Title or author',
  clear: 'Clear the search',
  order: 'Sort by',
  orders: {
    opened: 'Last opened',
    title: 'Title',
    author: 'Author',
    progress: 'Progress',
    added: 'Date added',
  },
  which: 'Which books are shown',
  shelf: 'Library',
  archived: 'Archived',
  archivedCount: (number: number): string => `Archived (${count(number)})`,
  found: (number: number, all: number): string =>
    number === all ? books(all) : `${count(number)} of ${books(all)}`,

  noMatchTitle: 'No book matches',
  noMatchText: (search: string): string =>
    `Nothing in a title or an author’s name says “${search}”. Parts of words are enough.`,
  noMatchElsewhere: (number: number): string =>
    number === 1 ? '1 archived book matches.' : `${count(number)} archived books match.`,
  showArchived: 'Look in the archive',
  emptyArchiveTitle: 'Nothing is archived',
  emptyArchiveText:
    'Archive a book that is done: it leaves the library and keeps everything. You find “Archive” in the menu on its card.',
  allArchivedTitle: 'All your books are archived',
  allArchivedText: 'Put one back from the menu on its card, or add another book.',
  back: 'Back to the library',

  /** Of the sound that is there and of all there will be, in seconds. */
  length: (done: number, whole: number): string => {
    if (whole <= 0) return ''
    if (done >= whole) return duration(whole)
    return done === 0 ? `about ${duration(whole)}` : `${duration(done)} of about ${duration(whole)}`
  },
  size: bytes,
  sizeTitle: 'What its takes need on this disk',

  actions: (title: string): string => `Actions for ${title}`,
  open: 'Open',
  describe: 'Edit title, authors and cover…',
  showFiles: 'Show finished files',
  noFiles: 'No finished file yet',
  duplicate: 'Duplicate',
  save: 'Save with its takes…',
  archive: 'Archive',
  putBack: 'Put back',
  remove: 'Remove',
  undo: 'Undo',

  copyTitle: (title: string): string => `${title} (copy)`,
  duplicated: (title: string): string => `“${title}” was duplicated, with all that was spoken.`,
  wasArchived: (title: string): string => `“${title}” was archived.`,
  wasPutBack: (title: string): string => `“${title}” is back in the library.`,
  removed: (title: string): string =>
    `“${title}” was removed. The book’s own file and finished exports stay where they are.`,
  saved: (title: string, file: string): string =>
    `“${title}” is saved as “${file}”. Another Lectern opens it when it is dropped there.`,
  download: 'Download',
  reveal: 'Show in folder',
  saves: 'Books being saved',
  saving: (name: string): string => `Saving ${name}`,
  savingPart: (done: number, all: number): string =>
    `Saving, ${count(done)} of ${plural(all, 'take', 'takes')}`,
  saveCancel: (name: string): string => `Cancel saving ${name}`,
  described: (title: string): string => `“${title}” was changed. Exports say so too.`,
  undone: (title: string): string => `“${title}” is as it was.`,
  notUndone: (title: string): string =>
    `“${title}” was changed again since: open it and undo there, step by step.`,

  form: {
    title: 'Edit the book',
    description: 'As it stands in the library, and as new exports say it.',
    name: 'Title',
    nameProblem: 'Give it a title.',
    authors: 'Authors',
    authorsHint: 'One on each line.',
    cover: 'Cover',
    choose: 'Choose a picture…',
    chosen: (name: string): string => `New: ${name}`,
    coverHint: 'A JPEG or PNG. Players show it square or upright.',
    none: 'No cover',
    asItWas: 'As it was',
    save: 'Save',
    cancel: 'Cancel',
  },
}
