// Sentences of the segments of a book, in English: how each stands, and what can be done with it.
import type { SegmentStatus } from '../segment.ts'

const stateWords: Record<SegmentStatus['state'], string> = {
  waiting: 'Not spoken',
  queued: 'In the queue',
  speaking: 'Speaking',
  ready: 'Ready',
  stale: 'Out of date',
  failed: 'Failed',
  skipped: 'Nothing to say',
}

export const segmentWords = {
  title: 'Segments',
  listName: (title: string): string => `Segments of ${title}`,
  loading: 'Loading…',
  states: stateWords,
  flagged: 'Flagged',
  keep: 'Keep it',
  kept: 'Kept. Its flags are gone.',
  noFlagged: 'No segment of this book is flagged.',
  edited: 'Edited',
  unsaved: 'Not saved yet',
  lettersTooMany: (count: number): string =>
    `${count} ${count === 1 ? 'letter' : 'letters'} too many for one segment`,
  original: 'Original',
  heard: 'Being heard',
  play: 'Play from here',
  pause: 'Pause',
  regenerate: 'Speak again',
  edit: 'Edit the text',
  follow: 'Back to the voice',
  editorName: 'Text of the segment',
  save: 'Save',
  saveAndSpeak: 'Save and speak',
  editorHint: 'Saving spends nothing: the segment is out of date until it is spoken again.',
  saved: 'Saved. The segment is out of date until it is spoken again.',
  editorHintLocked: 'Saving spends nothing. The segment is locked: it keeps its sound.',
  savedLocked: 'Saved. The segment is locked: it keeps its sound.',
  regenerating: 'Speaking the segment again.',
  empty: 'This book has no segments',
}
