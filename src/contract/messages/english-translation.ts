// Sentences of translations, in English: another edition of a book, and what it was translated from.
import { plural } from './english-figures.ts'
import { scriptWords } from './english-script.ts'

export const translationWords = {
  title: 'Another language',
  text: 'A language model can translate the ticked chapters into a book of their own, line by line, with the original beside each line. This book stays as it is.',
  noModel: 'Set up a language model above to translate the book.',
  language: 'Into',
  glossary: 'Glossary',
  glossaryHint:
    'A line for each word, such as “Baker Street = Bäckerstraße”. With another word, only the lines that it stands in are asked for again.',
  glossaryWrong: (lines: readonly number[]): string =>
    `${plural(lines.length, 'line is no entry', 'lines are no entries')}: ${lines.slice(0, 5).join(', ')}. Write “word = translation”.`,
  glossaryCount: (entries: number): string => `Glossary (${plural(entries, 'word', 'words')})`,
  chapters: scriptWords.ask.chapters,
  budgetHint: 'The translation waits for you when this much is spent.',
  start: (language: string): string => `Translate into ${language}`,
  renew: (language: string): string => `Update the ${language} edition`,
  nothing: 'Every line is translated already: nothing would be sent.',
  started: 'The book is being translated.',
  editions: 'Editions',
  open: (title: string, language: string): string => `Open “${title}”, ${language}`,

  of: (language: string): string =>
    `This is a translation from ${language}: the original stands beside each line. What you write here stays until its original changes.`,
  openOriginal: 'Open the original',
  originalGone: 'Its original is not in the library any more, so it cannot be brought up to date.',

  job: {
    ...scriptWords.job,
    title: 'Translating the book',
    cancel: 'Cancel the translation',
    waits: 'The translation waits',
    stopped: 'The translation is paused',
    raiseHint:
      'The translation waits for you again when this much more is spent; left empty, it goes on to its end. All that was translated is kept.',
  },
}
