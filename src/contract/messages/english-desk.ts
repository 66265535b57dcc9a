// The face's words for working on the rows of a book, in English.
import { count, plural, segments } from './english-figures.ts'

export const deskWords = {
  split: 'The segment is two now. Undo makes it one again.',
  splitName: 'Where to cut the segment',
  splitHint: '← → choose the place, Enter cuts, Esc leaves it whole.',
  splitBefore: (word: string): string => `Before “${word}”`,
  splitHere: (word: string): string => `Cut before “${word}”`,
  joined: 'The segments are one now. Undo parts them again.',
  removed: (number: number): string => `${segments(number)} taken out of the book.`,
  moved: 'Moved.',
  notUndone: 'The book was changed again since: undo step by step.',
  hidden: 'The list leaves out the chosen segment. Choose one that is shown, or show all segments.',
  chapterEnds: 'Its chapter ends here: there is nothing to join it with.',
  apart:
    'The list leaves out segments between these. Show all segments to join or move several of them.',
  chosen: (number: number): string => `${segments(number)} chosen`,
  inserted: 'A new segment was added.',

  narrator: 'Narrator',
  marked: 'Marked',
  markedFor: (note: string): string => `Marked: ${note}`,
  locked: 'Its take is locked',
  louder: (decibels: string): string => `Louder or softer: ${decibels}`,
  ownPause: (seconds: string): string => `Its own pause: ${seconds}`,
  ownPace: (factor: string): string => `Its own pace: ${factor}`,
  byHand: 'Spoken otherwise than it is written, by hand',

  find: 'Find in the book',
  findWords: 'Words to find',
  findHint: 'Find in the book…',
  caseSensitive: 'Only with these large and small letters',
  wholeWord: 'Only whole words',
  alone: 'Show only what was found',
  previous: 'Previous place',
  next: 'Next place',
  close: 'Close the search',
  nothingFound: 'Nothing found',
  found: (matches: number, rows: number): string =>
    matches > 0 ? `${plural(matches, 'place', 'places')} in ${segments(rows)}` : segments(rows),
  at: (place: number, all: number): string => `${count(place)} of ${count(all)}`,
  state: 'State',
  anyState: 'Any state',
  states: {
    waiting: 'Not spoken',
    ready: 'Ready',
    stale: 'Out of date',
    failed: 'Failed',
    flagged: 'Flagged',
    marked: 'Marked',
    edited: 'Edited',
  },
  speaker: 'Voice',
  anySpeaker: 'Any voice',
  noRows: 'No segment is like that',
  noRowsText: 'Take a filter away, or look for other words.',
  showAll: 'Show all segments',
  replace: 'Replace',
  replaceBy: 'Replace by',
  replaceOne: 'Replace here',
  replaceAll: (matches: number): string => `Replace all ${count(matches)}`,
  replaced: (matches: number, rows: number): string =>
    matches === 0
      ? 'Nothing was replaced.'
      : `${plural(matches, 'place', 'places')} in ${segments(rows)} replaced. They are out of date until they are spoken again.`,
}
