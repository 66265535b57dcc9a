// Sentences of the pronunciation dictionary, in English.
import { count, plural, segments } from './english-figures.ts'

const entries = (number: number): string => plural(number, 'entry', 'entries')

const short = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text

export const dictionaryWords = {
  tab: 'Dictionary',
  which: 'Which dictionary',
  places: { book: 'This book', everywhere: 'All books' },
  search: 'Find an entry',
  searchHint: 'A word or how it is said',
  entries,
  list: 'Entries',
  none: {
    book: 'No entries for this book. Add a word that is said wrongly, and how to say it in letters any voice reads: “Cholmondeley” as “Chumley”. Press D for the chosen segment’s word.',
    everywhere:
      'No entries for all books. Words added here are said so in every book, unless a book has its own entry.',
  },
  nothing: 'No entry matches.',
  add: 'Add a word',
  edit: (word: string): string => `Change “${word}”`,
  actions: (word: string): string => `What can be done with “${word}”`,
  editItem: 'Change',
  removeItem: 'Delete',
  toBookItem: 'Move to this book',
  toEverywhereItem: 'Move to all books',
  added: (word: string): string => `“${word}” is kept. Segments with it are out of date.`,
  removed: (word: string): string => `“${word}” is deleted.`,
  moved: { book: 'It counts in this book now.', everywhere: 'It counts in all books now.' },
  undo: 'Undo',
  loading: 'Opening the dictionary…',
  caseMark: 'case',
  partMark: 'inside words',

  newEntry: 'A new entry',
  changeEntry: (word: string): string => `How “${short(word)}” is said`,
  word: 'Word',
  wordHint: 'As it stands in the text',
  say: 'Said as',
  sayHint: 'In letters that any voice reads',
  ipa: 'Phonemes (IPA)',
  ipaHint: 'For voices that take them; others say the line above',
  optional: 'optional',
  isCaseSensitive: 'Only with these capitals',
  isWholeWord: 'Only as a whole word',
  language: 'In books of',
  everyLanguage: 'Every language',
  place: 'Counts in',
  problems: {
    word: 'Write the word as it stands in the text.',
    say: 'Write how it is said.',
  },
  hear: 'Hear it',
  hearing: (text: string): string => `Heard: ${short(text)}`,
  stop: 'Stop',
  save: 'Save',
  cancel: 'Cancel',
  affects: (number: number): string =>
    number === 0 ? 'No segment has this word.' : `Affects ${segments(number)}`,
  affectsLines: 'Segments with this word',
  counting: 'Counting…',
  goThere: (text: string): string => `Go to “${short(text)}”`,

  bring: 'Import CSV…',
  saveCsv: 'Export CSV',
  brought: (name: string): string => `Import “${name}”`,
  broughtText: (number: number, place: 'book' | 'everywhere'): string =>
    `${entries(number)} for ${place === 'book' ? 'this book' : 'all books'}. An entry of the same word is replaced.`,
  broughtWrong: (wrong: readonly number[]): string =>
    `${wrong.length === 1 ? 'Line' : 'Lines'} ${wrong.slice(0, 10).map(count).join(', ')}${
      wrong.length > 10 ? ` and ${count(wrong.length - 10)} more` : ''
    } ${wrong.length === 1 ? 'is no entry and is' : 'are no entries and are'} passed over.`,
  broughtNothing:
    'No entry was found in it. Each line is: word, said as, IPA, case, whole, language.',
  broughtYes: 'Add them',
  broughtDone: (number: number): string => `${entries(number)} added.`,
  csvName: { book: 'dictionary', everywhere: 'dictionary of all books' },
  csvSaved: (number: number): string => `${entries(number)} saved as a CSV file.`,
  csvCopied: (number: number): string =>
    `${entries(number)} copied as CSV: paste them into a text file or a spreadsheet.`,
  csvRefused: 'The clipboard was refused, so nothing was copied.',

  chosen: 'The chosen segment',
  chosenNone: 'Choose a segment to see what the rules make of its words.',
  chosenSame: 'It is spoken as it is written.',
  chosenByHand: 'What is spoken was written by hand; the rules do not touch it.',
  spoken: 'Spoken as',
  changed: 'What the rules changed',
  becomes: (shown: string, said: string): string => `“${shown}” is said “${said}”`,
  silent: 'nothing',
  otherwise: 'Say otherwise',
  otherwiseOf: (word: string): string => `Say “${word}” otherwise`,
  addWord: (word: string): string => `Add “${short(word)}”`,
}
