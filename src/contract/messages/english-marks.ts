// Sentences of what a person has marked and what was flagged, in English.
import { count, plural } from './english-figures.ts'

export const marksWords = {
  tab: 'Marks',
  filter: 'Which are shown',
  filters: { all: 'All', marked: 'Marks', flagged: 'Flags' },
  list: 'Marks and flags',
  none: 'Nothing is marked or flagged. Press M while you listen, and the segment you hear waits here; the sound goes on.',
  noMarks: 'Nothing is marked. Press M while you listen.',
  noFlags: 'No segment is flagged.',
  loading: 'Looking for marks…',
  total: (number: number): string => plural(number, 'segment', 'segments'),
  first: (shown: number, total: number): string =>
    `The first ${count(shown)} of ${count(total)}: what is done makes room for the next.`,
  plain: 'Marked',
  noteOf: 'Note of the mark',
  noteHint: 'What is wrong?',
  editNote: 'Write a note',
  done: 'Done: take the mark away',
  accept: 'Accept: its flags go',
  goTo: (reason: string, text: string): string => `${reason}: ${text}`,
  marked: 'Marked. It waits in Marks.',
  unmarked: 'The mark is taken away.',
  noted: 'The note is kept.',
}
