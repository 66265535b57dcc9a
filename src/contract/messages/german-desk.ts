// The face's words for working on the rows of a book, in German.
import type { deskWords } from './english-desk.ts'
import { count, plural, segments } from './german-figures.ts'

/** In the dative, after “in”. */
const inSegments = (number: number): string => plural(number, 'Segment', 'Segmenten')

export const germanDesk: typeof deskWords = {
  split: 'Aus dem Segment sind zwei geworden. „Rückgängig“ macht wieder eines daraus.',
  splitName: 'Wo das Segment geteilt wird',
  splitHint: '← → wählen die Stelle, Eingabe teilt, Esc lässt es ganz.',
  splitBefore: (word) => `Vor „${word}“`,
  splitHere: (word) => `Vor „${word}“ teilen`,
  joined: 'Die Segmente sind jetzt eines. „Rückgängig“ trennt sie wieder.',
  removed: (number) => `${segments(number)} aus dem Buch genommen.`,
  moved: 'Verschoben.',
  notUndone: 'Das Buch wurde danach noch einmal geändert: Schritt für Schritt rückgängig machen.',
  hidden:
    'Die Liste lässt das gewählte Segment aus. Ein gezeigtes wählen oder alle Segmente zeigen.',
  chapterEnds: 'Hier endet sein Kapitel: Es gibt nichts, womit es sich verbinden ließe.',
  apart:
    'Die Liste lässt Segmente dazwischen aus. Zum Verbinden oder Verschieben alle Segmente zeigen.',
  chosen: (number) => `${segments(number)} ausgewählt`,
  inserted: 'Ein neues Segment ist hinzugekommen.',

  narrator: 'Erzähler',
  marked: 'Markiert',
  markedFor: (note) => `Markiert: ${note}`,
  locked: 'Die Aufnahme ist gesperrt',
  louder: (decibels) => `Lauter oder leiser: ${decibels}`,
  ownPause: (seconds) => `Eigene Pause: ${seconds}`,
  ownPace: (factor) => `Eigenes Tempo: ${factor}`,
  byHand: 'Von Hand anders gesprochen als geschrieben',

  find: 'Im Buch suchen',
  findWords: 'Gesuchte Wörter',
  findHint: 'Im Buch suchen…',
  caseSensitive: 'Groß- und Kleinschreibung beachten',
  wholeWord: 'Nur ganze Wörter',
  alone: 'Nur Gefundenes zeigen',
  previous: 'Vorherige Stelle',
  next: 'Nächste Stelle',
  close: 'Suche schließen',
  nothingFound: 'Nichts gefunden',
  found: (matches, rows) =>
    matches > 0 ? `${plural(matches, 'Stelle', 'Stellen')} in ${inSegments(rows)}` : segments(rows),
  at: (place, all) => `${count(place)} von ${count(all)}`,
  state: 'Zustand',
  anyState: 'Jeder Zustand',
  states: {
    waiting: 'Nicht gesprochen',
    ready: 'Fertig',
    stale: 'Veraltet',
    failed: 'Fehlgeschlagen',
    flagged: 'Auffällig',
    marked: 'Markiert',
    edited: 'Geändert',
  },
  speaker: 'Stimme',
  anySpeaker: 'Jede Stimme',
  noRows: 'So ist kein Segment',
  noRowsText: 'Einen Filter wegnehmen oder andere Wörter suchen.',
  showAll: 'Alle Segmente zeigen',
  replace: 'Ersetzen',
  replaceBy: 'Ersetzen durch',
  replaceOne: 'Hier ersetzen',
  replaceAll: (matches) => `Alle ${count(matches)} ersetzen`,
  replaced: (matches, rows) =>
    matches === 0
      ? 'Nichts wurde ersetzt.'
      : `${plural(matches, 'Stelle', 'Stellen')} in ${inSegments(rows)} ersetzt. Veraltet, bis neu gesprochen wird.`,
}
