// Sentences of the segment's panel, in English: its words, its takes, what is heard of them and how loud.
import { count, duration, money, plural, segments, signedDb, tenth } from './english-figures.ts'

/** `0.42 s`, to the hundredth: what a take is cut by. */
const fine = (seconds: number): string => `${seconds.toFixed(2)} s`

export const takeWords = {
  words: {
    text: 'Text',
    spoken: 'Spoken as',
    byRules: 'By the rules of the language and the dictionary.',
    byHand: 'Written by hand: neither rules nor dictionary change it.',
    say: 'Change what is spoken',
    sayName: 'What is spoken',
    sayHint: 'The text that is shown stays as it is. Enter saves and spends nothing.',
    backToRules: 'Back to the rules',
    said: 'Saved. The segment is out of date until it is spoken again.',
    saidByRules: 'It is spoken by the rules again.',
  },

  title: 'Takes',
  none: 'It has not been spoken yet. What is spoken or recorded for it is kept here.',
  recording: 'Own recording',
  recordingCopied: (name: string): string =>
    `“${name}” is heard here now. Undo gives back what was heard before.`,
  chosen: 'Chosen',
  outOfDate: 'of another voice, text or pace',
  flagged: (number: number): string => plural(number, 'flag', 'flags'),
  name: (number: number, voice: string): string => `Take ${count(number)}: ${voice}`,
  short: (number: number, voice: string): string => `${count(number)} · ${voice}`,
  hear: (name: string): string => `Hear ${name}`,
  stop: (name: string): string => `Stop ${name}`,
  choose: (name: string): string => `Choose ${name}`,
  chose: (name: string): string => `${name} is chosen.`,
  onlyOne: 'This segment has one take. Speak it again for another.',
  noneYet: 'This segment has no take yet. Speak it first.',
  note: (name: string): string => `Note on ${name}`,
  noteHint: 'Enter saves',

  lock: 'Locked',
  lockText: 'Locked: stays whatever becomes of text and voice',
  unlockedText: 'Follows text and voice. Lock it to keep what is heard.',
  locked: 'Locked. What is heard stays.',
  unlocked: 'No longer locked.',

  speakWith: 'Speak again with…',
  speakWithTitle: 'Speak it again with another voice',
  speakWithText: 'It is chosen and locked, as it is not this segment’s own voice.',
  speakWithNone: 'No voice matches. Try a language, such as “German”.',

  compare: {
    start: (name: string): string => `Compare ${name} with the chosen take`,
    title: 'A and B',
    which: 'Which is heard',
    play: 'Play both',
    stop: 'Stop',
    choose: 'Choose what is heard',
    close: 'Leave the comparison',
    text: 'Change over while it plays: the other goes on at the same place.',
    letters: ['A', 'B'] as const,
  },

  record: {
    bring: 'Bring a recording…',
    drop: 'Or drop a sound file on this panel.',
    over: 'Let go: it becomes a take of this segment',
    reading: (name: string): string => `Reading “${name}”…`,
    notOne: 'Drop one sound file at a time: it becomes a take of this segment.',
    notSound: (name: string): string =>
      `“${name}” is no sound file. Drop a WAV, FLAC, MP3 or M4A file; books are dropped beside this panel.`,
  },

  trim: {
    title: 'Trim',
    start: 'Start',
    end: 'End',
    both: 'Both ends',
    at: fine,
    heard: (heard: number, all: number): string => `${fine(heard)} of ${fine(all)} are heard`,
    hear: 'Hear it',
    found: 'Back to what Lectern found',
    hint: 'Drag an end, or move it by arrow keys: 10 ms, with Shift 100 ms. The middle moves both.',
  },

  manner: {
    title: 'Loudness, pause, pace and tone',
    many: (number: number): string =>
      `${segments(number)} are selected: what is set here is set for all of them.`,
    gain: 'Louder or softer',
    ownPause: 'A pause of its own behind it',
    pause: 'Pause',
    pauseOfBook: (ms: number): string => `${tenth().format(ms / 1000)} s by the book’s sound`,
    pauseSet: (ms: number): string => `A pause of ${fine(ms / 1000)} behind it.`,
    gainSet: (db: number): string => `${signedDb(db)} from now on.`,
    free: 'Loudness and pause speak nothing again.',
    pace: 'Pace',
    paceText: 'Another pace makes it out of date: it is spoken anew when you want it.',
  },

  stale: {
    title: 'Out of date',
    count: (number: number): string => `${count(number)} out of date`,
    /** `about $0.01, 6 s`; empty where neither is known. */
    needs: (cost: { amount: number; currency: string } | null, seconds: number | null): string => {
      const parts = [
        ...(cost ? [money(cost.amount, cost.currency)] : []),
        ...(seconds === null ? [] : [duration(Math.max(1, seconds))]),
      ]
      return parts.length > 0 ? `about ${parts.join(', ')}` : ''
    },
    counting: 'Counting…',
    speak: 'Speak them',
  },
}
