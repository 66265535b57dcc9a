// Sentences of the queue, of what goes on without a window, and of what is told at the end, in English.
import type { QueueEntryState } from '../queue.ts'
import type { WorkEnd } from '../work-watch.ts'
import { duration, plural, segments } from './english-figures.ts'
import { failureSentences } from './english-failures.ts'

const books = (number: number): string => plural(number, 'book', 'books')

const stateWords: Record<QueueEntryState, string> = {
  waiting: 'Waits for its turn',
  narrating: 'Narrating',
  exporting: 'Exporting',
  held: 'Waits for you',
  done: 'Narrated',
  failed: 'Could not be narrated',
  stopped: 'Stopped',
}

export const queueWords = {
  title: 'Queue',
  list: 'Books in the queue',
  /** In the menu of a book's card. */
  add: 'Add to the queue',
  takeOut: 'Take out of the queue',
  /** Of those the library shows. */
  addAll: (number: number): string =>
    number === 1 ? 'Queue this book' : `Queue these ${books(number)}`,
  added: (number: number): string =>
    number === 1 ? 'It is in the queue.' : `${books(number)} are in the queue.`,
  costsTitle: (number: number): string =>
    number === 1 ? 'This book’s voice costs money' : `The voices of ${books(number)} cost money`,
  costsText: (amount: string | null): string =>
    amount === null
      ? 'They speak through a server that asks for money, and nobody knows how much. Narrate them all the same?'
      : `Narrating what is missing costs about ${amount}. Speak it when its turn comes?`,
  costsYes: 'Add, and let it cost',
  costsNo: 'Do not add',

  pause: 'Pause the queue',
  resume: 'Go on with the queue',
  clear: 'Clear what is done',
  isPaused: 'Paused',
  isWaiting: 'Waits for a narration that you began by hand',
  up: (title: string): string => `Move ${title} up`,
  down: (title: string): string => `Move ${title} down`,
  remove: (title: string): string => `Take ${title} out of the queue`,
  again: (title: string): string => `Go on with ${title}`,
  progress: (title: string): string => `Narration of ${title}`,
  moved: (title: string, place: number, places: number): string =>
    `${title} is number ${place} of ${places}.`,
  removed: (title: string): string => `${title} is out of the queue.`,
  state: (state: QueueEntryState): string => stateWords[state],
  segmentsLeft: (number: number): string => `${segments(number)} left`,
  failed: (number: number): string => `${segments(number)} could not be spoken`,
  eta: (seconds: number): string => `about ${duration(seconds)}`,
  /** Of all of them. */
  etaAll: (left: number, seconds: number | null): string =>
    seconds === null ? `${books(left)} to go` : `${books(left)} to go, about ${duration(seconds)}`,
  allDone: 'Nothing left to narrate',
  chooseFolder: 'Export them into a folder…',
  exports: (folder: string): string => `Export each one into “${folder}” when it is narrated`,
  goesOnWindow: 'You can close the window: Lectern goes on, and tells you at the end.',
  goesOnPage: 'You can close this page: the studio goes on, on this computer.',
  /** When its page is left in the midst of work. */
  left: 'The studio goes on while this page is away or closed.',
  notify: 'Notify me at the end',
  notifyRefused: 'This browser does not let Lectern notify you. You can allow it in its settings.',
}

const title = 'Lectern'

/** What notifications of the system say. */
export const workNews = {
  title,
  /** When the last window is closed. `staysAnyway`: the app does not end afterwards. */
  goesOn: (
    { books: number, exports }: { books: number; exports: number },
    staysAnyway: boolean,
  ): string => {
    const work = number > 0 ? `narrating ${books(number)}` : plural(exports, 'export', 'exports')
    const what = number > 0 ? work : `with ${work}`
    const end = staysAnyway ? 'Open' : 'It ends when that is done; start'
    return `Lectern goes on ${what}. ${end} it again to see how far it is.`
  },
  /** `name`: the book's title. */
  ended: (end: WorkEnd, name: string): string => {
    if (end.kind === 'queue') return queueEnded(end)
    const { job } = end
    if (job.failure)
      return `${subject(job.kind, name)} ${failureSentences[job.failure.code](job.failure.params)}`
    if (job.kind === 'export') return `“${name}” is exported.`
    return job.failed > 0
      ? `“${name}” is narrated, but for ${segments(job.failed)}.`
      : `“${name}” is narrated.`
  },
}

const subject = (kind: string, name: string): string =>
  kind === 'export' ? `“${name}” was not exported.` : `The narration of “${name}” stands still.`

function queueEnded({
  done,
  held,
  failed,
}: {
  done: number
  held: number
  failed: number
}): string {
  const parts = [
    ...(done > 0 ? [`${books(done)} ${done === 1 ? 'is' : 'are'} narrated`] : []),
    ...(held > 0 ? [`${books(held)} ${held === 1 ? 'waits' : 'wait'} for you`] : []),
    ...(failed > 0 ? [`${books(failed)} could not be narrated`] : []),
  ]
  return `${parts.join(', ')}.`
}
