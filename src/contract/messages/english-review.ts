// The face's sentences about looking through a book before it is narrated. English.
import type { NotePlace } from '../project.ts'
import { chapters, count, duration, plural } from './english-figures.ts'

const notePlaceWords: Record<NotePlace, { label: string; text: string }> = {
  apart: {
    label: 'Not read',
    text: 'They stay in their own chapter; tick it to hear them there.',
  },
  'after-paragraph': { label: 'After the paragraph', text: 'Read where their marks are.' },
  'after-chapter': {
    label: 'After the chapter',
    text: 'Read together at the end of each chapter.',
  },
}

export const reviewWords = {
  title: 'Review',
  open: 'Review',
  openHint: 'Look through chapters, what is left out, and notes',
  toStudio: 'To the studio',
  summary: (ticked: number, all: number, seconds: number): string =>
    `${count(ticked)} of ${chapters(all)} ticked, about ${duration(seconds)}`,
  chaptersTitle: 'Chapters',
  chaptersHint:
    'Arrows move, Space ticks, F2 renames, Alt+arrows reorder, J joins with the next, Ctrl+Z takes back.',
  length: (wordCount: number, seconds: number): string =>
    `${plural(wordCount, 'word', 'words')} · ${duration(seconds)}`,
  empty: 'nothing left in it',
  rename: 'Rename',
  renameTo: 'New title',
  join: 'Join with the next chapter',
  moveUp: 'Move up',
  moveDown: 'Move down',
  more: (title: string): string => `Change ${title}`,
  renamed: (title: string): string => `Renamed to ${title}`,
  joined: 'Joined. Undo parts them again.',
  ended:
    'What was being narrated or exported has ended, because its lines are elsewhere now. What was made is kept: start it again to go on.',
  moved: (place: number, all: number): string => `Moved to place ${count(place)} of ${count(all)}`,

  textTitle: (title: string): string => `Text of ${title}`,
  textHint: 'Choose a line with the arrows.',
  split: 'Begin a chapter here',
  splitDone: 'A new chapter begins here.',
  showAll: (number: number): string => `${plural(number, 'more line', 'more lines')} in the studio`,
  loading: 'Loading…',

  findings: 'What was found',
  leftOutTitle: 'Left out',
  leftOutNone: 'Nothing was left out within the chapters.',
  leftOut: (reason: string): string => `Left out: ${reason}`,
  leftOutCount: (number: number, reason: string): string => `${count(number)} × ${reason}`,
  putBack: 'Put back',
  putBackAlike: 'Put all like it back',
  putBackAll: (number: number): string =>
    number === 1 ? 'Put it back' : `Put all ${count(number)} back`,
  putBackDone: (number: number): string =>
    `${plural(number, 'line is', 'lines are')} spoken again. Undo leaves ${number === 1 ? 'it' : 'them'} out.`,
  moreLines: (number: number): string => `and ${plural(number, 'more', 'more')}`,
  notesTitle: 'Notes',
  notesNone: 'No notes were found.',
  notesFound: (marks: number, known: number): string =>
    known === 0
      ? `${plural(marks, 'note mark is', 'note marks are')} not read aloud.`
      : `${plural(marks, 'note mark is', 'note marks are')} not read aloud; ${plural(known, 'note belongs', 'notes belong')} to them.`,
  notesPlace: 'Where notes are read',
  notePlaces: notePlaceWords,
  editionTitle: 'New edition',
  edition: (same: number, all: number): string =>
    `${count(same)} of ${plural(all, 'line is', 'lines are')} as in the edition you had and keep their takes.`,
  editionFresh: (fresh: number, gone: number): string =>
    `${plural(fresh, 'line is', 'lines are')} new, ${count(gone)} ${gone === 1 ? 'is' : 'are'} gone.`,
  warningsTitle: 'Worked around',
}
