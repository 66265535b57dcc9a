// Sentences of the queue, and of what is told at the end, in German.
import type { QueueEntryState } from '../queue.ts'
import type { queueWords, workNews } from './english-queue.ts'
import { duration, plural, segments } from './german-figures.ts'
import { germanMessages } from './german.ts'

const books = (number: number): string => plural(number, 'Buch', 'Bücher')

const stateWords: Record<QueueEntryState, string> = {
  waiting: 'Wartet, bis es dran ist',
  narrating: 'Wird vertont',
  exporting: 'Wird exportiert',
  held: 'Wartet auf eine Entscheidung',
  done: 'Vertont',
  failed: 'Konnte nicht vertont werden',
  stopped: 'Angehalten',
}

export const germanQueue: typeof queueWords = {
  title: 'Warteschlange',
  list: 'Bücher in der Warteschlange',
  add: 'In die Warteschlange',
  takeOut: 'Aus der Warteschlange nehmen',
  addAll: (number) => (number === 1 ? 'Dieses Buch einreihen' : `Diese ${books(number)} einreihen`),
  added: (number) =>
    number === 1 ? 'Es ist in der Warteschlange.' : `${books(number)} sind in der Warteschlange.`,
  costsTitle: (number) =>
    number === 1
      ? 'Die Stimme dieses Buchs kostet Geld'
      : `Die Stimmen von ${plural(number, 'Buch', 'Büchern')} kosten Geld`,
  costsText: (amount) =>
    amount === null
      ? 'Sie sprechen über einen Server, der Geld verlangt, und niemand weiß, wie viel. Trotzdem vertonen?'
      : `Was noch fehlt, kostet etwa ${amount}. Sprechen, wenn es dran ist?`,
  costsYes: 'Einreihen, auch wenn es kostet',
  costsNo: 'Nicht einreihen',

  pause: 'Warteschlange anhalten',
  resume: 'Mit der Warteschlange fortfahren',
  clear: 'Fertige entfernen',
  isPaused: 'Angehalten',
  isWaiting: 'Wartet auf eine Vertonung, die von Hand begonnen wurde',
  up: (title) => `${title} nach oben`,
  down: (title) => `${title} nach unten`,
  remove: (title) => `${title} aus der Warteschlange nehmen`,
  again: (title) => `Mit ${title} fortfahren`,
  progress: (title) => `Vertonung von ${title}`,
  moved: (title, place, places) => `${title} ist Nummer ${place} von ${places}.`,
  removed: (title) => `${title} ist nicht mehr in der Warteschlange.`,
  state: (state) => stateWords[state],
  segmentsLeft: (number) => `noch ${segments(number)}`,
  failed: (number) =>
    number === 1
      ? '1 Segment konnte nicht gesprochen werden'
      : `${segments(number)} konnten nicht gesprochen werden`,
  eta: (seconds) => `etwa ${duration(seconds)}`,
  etaAll: (left, seconds) =>
    seconds === null ? `noch ${books(left)}` : `noch ${books(left)}, etwa ${duration(seconds)}`,
  allDone: 'Nichts mehr zu vertonen',
  chooseFolder: 'In einen Ordner exportieren…',
  exports: (folder) => `Jedes in „${folder}“ exportieren, wenn es vertont ist`,
  goesOnWindow:
    'Das Fenster darf geschlossen werden: Lectern macht weiter und sagt am Ende Bescheid.',
  goesOnPage: 'Diese Seite darf geschlossen werden: Das Studio macht auf diesem Computer weiter.',
  left: 'Das Studio macht weiter, auch wenn diese Seite fort oder geschlossen ist.',
  notify: 'Am Ende benachrichtigen',
  notifyRefused:
    'Dieser Browser lässt keine Benachrichtigungen von Lectern zu. Seine Einstellungen können das ändern.',
}

const title = 'Lectern'

export const germanWorkNews: typeof workNews = {
  title,
  goesOn: ({ books: number, exports }, staysAnyway) => {
    const what = number > 0 ? `vertont weiter: ${books(number)}` : `exportiert weiter: ${exports}`
    const end = staysAnyway
      ? 'Wieder öffnen zeigt, wie weit es ist.'
      : 'Es endet, wenn alles fertig ist; ein neuer Start zeigt, wie weit es ist.'
    return `Lectern ${what}. ${end}`
  },
  ended: (end, name) => {
    if (end.kind === 'queue') return queueEnded(end)
    const { job } = end
    if (job.failure) {
      const subject =
        job.kind === 'export'
          ? `„${name}“ wurde nicht exportiert.`
          : `Die Vertonung von „${name}“ steht still.`
      return `${subject} ${germanMessages.failureSentences[job.failure.code](job.failure.params)}`
    }
    if (job.kind === 'export') return `„${name}“ ist exportiert.`
    return job.failed > 0
      ? `„${name}“ ist vertont, bis auf ${segments(job.failed)}.`
      : `„${name}“ ist vertont.`
  },
}

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
    ...(done > 0 ? [`${books(done)} vertont`] : []),
    ...(held > 0
      ? [`${books(held)} ${held === 1 ? 'wartet' : 'warten'} auf eine Entscheidung`]
      : []),
    ...(failed > 0 ? [`${books(failed)} nicht vertont`] : []),
  ]
  return `${parts.join(', ')}.`
}
