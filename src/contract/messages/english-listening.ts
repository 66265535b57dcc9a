// Sentences of listening back, in English: the transcription server, what it hears, and what it found.
import { count, duration, money, plural } from './english-figures.ts'
import { scriptWords } from './english-script.ts'

const takes = (number: number): string => plural(number, 'take', 'takes')

export const listeningWords = {
  server: {
    ...scriptWords.model,
    title: 'Listen back',
    loading: 'Looking which transcription server is set…',
    emptyTitle: 'Takes are judged by their sound alone',
    emptyText:
      'Silence, noise, a wrong length or another voice are found on this computer. A word that was left out or said wrongly is not: for that somebody has to listen.',
    emptyMore:
      'A transcription server can: one on this computer, such as Speaches or LocalAI, or any other with an address like OpenAI’s. It gets the sound of your takes, one by one, and nothing before you press “Listen”. Where it hears something else than the book says, it listens once more, and only what it hears twice is flagged.',
    setUp: 'Set up a transcription server',
    forgetTitle: 'Forget the transcription server?',
    forgetText:
      'Its address and its key are forgotten. What it has heard stays, and its flags too.',
    forgotten: 'The transcription server is forgotten. No sound is sent to it any more.',
    nameHint:
      'Such as “whisper-1”. Not sure? Write any name and check: the names that the server lists are offered then.',
    amounts: { perMinute: 'Price per minute of sound' },
    saved: (model: string): string => `${model} is set. No sound is sent to it until you say so.`,
    checking: 'Sending a second of silence…',
    problems: {
      ...scriptWords.model.problems,
      price: 'Write an amount, such as 0.006, or leave it empty.',
    },
  },

  estimate: 'What listening needs',
  counting: 'Counting…',
  takes: 'Spoken',
  takesValue: (number: number): string => plural(number, 'take', 'takes'),
  known: 'Listened to before',
  knownValue: (number: number): string =>
    number === 0 ? 'none' : `${count(number)}, not heard again`,
  sound: 'Sound, about',
  soundValue: (seconds: number): string => (seconds === 0 ? 'none' : duration(seconds)),
  cost: 'Cost, about',
  costUnknown: 'No price is set',
  sent: (address: string): string =>
    `The sound of these takes goes to ${address}, one by one, with the book’s language and no word of its text. What is found fault with is sent a second time, now and then a third.`,
  nothing: 'All that is spoken was listened to: nothing would be sent.',
  unspoken: 'Nothing is spoken in the ticked chapters yet: narrate them first.',
  budgetHint: 'The listening waits for you when this much is spent.',
  start: 'Listen',
  started: 'The takes are being listened to.',

  job: {
    ...scriptWords.job,
    title: 'Listening back',
    progress: (done: number, total: number): string => `${count(done)} of ${takes(total)}`,
    cancel: 'Cancel the listening',
    waits: 'The listening waits',
    stopped: 'The listening is paused',
    changeModel: 'Change the transcription server',
    raiseHint:
      'The listening waits for you again when this much more is spent; left empty, it goes on to its end. All that was heard is kept.',
  },

  flagged: (number: number): string =>
    number === 0 ? 'No take is flagged.' : `${takes(number)} flagged, by sound or by ear.`,

  /** For a minute it is often less than the smallest coin. */
  price: (perMinute: number, currency: string): string =>
    `${money(perMinute * 60, currency)} per hour of sound`,
}
