// The face's sentences about starting a narration, what it costs, and what it waits for. English.
import {
  bytes,
  count,
  day,
  duration,
  money,
  percentage,
  plural,
  segments,
} from './english-figures.ts'

export const narrationWords = {
  title: 'Narrate with a paid voice',
  description: (voice: string): string =>
    `“${voice}” costs money. This is what will be asked of it; takes that are kept are used again for nothing.`,
  loading: 'Counting…',
  toSpeak: 'To be spoken',
  toSpeakValue: (number: number, characters: number): string =>
    number === 0
      ? 'nothing'
      : `${segments(number)}, ${plural(characters, 'character', 'characters')}`,
  leftValue: segments,
  spentSoFar: 'Spent so far',
  ready: 'Ready already',
  readyValue: (ready: number, all: number): string =>
    all === 0
      ? 'nothing'
      : `${count(ready)} of ${count(all)} (${percentage().format(ready / all)})`,
  cost: 'Cost, about',
  costUnknown: 'Nobody knows its price',
  costFree: 'Free',
  price: (perMillion: number, currency: string, asOf: string): string =>
    `${money(perMillion, currency)} per million characters, as of ${day(asOf)}`,
  time: 'Time, about',
  timeUnknown: 'Known after the first segments',
  disk: 'Disk, about',
  diskValue: (need: number, free: number | null): string =>
    free === null ? bytes(need) : `${bytes(need)}; ${bytes(free)} free`,
  diskShort: (need: number, free: number): string =>
    `This will not fit: about ${bytes(need)} are needed and ${bytes(free)} are free. The narration waits for you when the disk is full; make room, or narrate fewer chapters.`,
  budget: 'Budget',
  budgetOptional: 'optional',
  budgetHint: 'The narration waits for you when this much is spent.',
  budgetProblem: 'Write an amount above nothing, such as 2.50, or leave it empty.',
  start: 'Narrate',
  notNow: 'Not now',
  raise: 'Raise the budget',
  raiseTitle: 'Raise the budget',
  raiseDescription: 'Everything made so far is kept, and the narration goes on from there.',
  raiseLabel: 'Further budget',
  raiseHint:
    'The narration waits for you again when this much more is spent; left empty, it goes on to its end.',
  /** One line at the foot of the menu. */
  estimate: (toSpeak: number, ready: number, seconds: number | null): string =>
    toSpeak === 0
      ? 'Everything is ready: nothing to speak.'
      : `${segments(toSpeak)} to speak, ${count(ready)} ready${seconds === null ? '' : `, about ${duration(seconds)}`}`,
  estimateDisk: (need: number, free: number | null): string =>
    `About ${bytes(need)} of disk${free === null ? '' : `; ${bytes(free)} free`}`,

  banner: 'State of the narration',
  waiting: 'Waiting',
  waits: 'The narration waits',
  stopped: 'The narration is paused',
  nextTry: (seconds: number): string =>
    seconds <= 0 ? 'It tries again now.' : `Next try in ${duration(seconds)}.`,
  tryNow: 'Try now',
  goOn: 'Go on',
  enterKey: 'Enter the key',
  openServer: 'Open the server',
  openVoices: 'Open the voices',
  otherVoice: 'Choose another voice',
  openSettings: 'Open the settings',
  spent: (amount: number, currency: string): string => `${money(amount, currency)} spent`,
  saved: (amount: number, currency: string): string => `${money(amount, currency)} saved`,
  flagged: (number: number): string => `${count(number)} flagged`,
  nextFlagged: (number: number): string => `${segments(number)} flagged: go to the next`,
}

/** About the voice that may speak what the book's own cannot. */
export const fallbackWords = {
  choice: 'If a sentence cannot be spoken',
  none: 'Leave it and tell me',
  hint: 'After all tries, and always marked. The key F leads from one to the next.',
  speakWith: (voice: string, source: string, isPaid: boolean): string =>
    `Speak it with ${voice} (${source}${isPaid ? ', paid' : ''})`,
  allowed: (voice: string): string =>
    `What cannot be spoken is spoken with ${voice} from now on, and marked. Undo takes it back.`,
  forbidden:
    'What cannot be spoken is left, and you are told. What another voice has said is out of date; undo takes it back.',
  state: 'Another voice',
  mark: (voice: string): string => `spoken by ${voice} instead`,
  title: (voice: string): string => `Spoken by ${voice} instead`,
  text: (own: string): string =>
    `${own} could not say this sentence. Change its text, or let its own voice try again; once that can say it, it does.`,
  again: 'Try its own voice again',
}
