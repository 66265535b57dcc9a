// The face's sentences about looking through a book before it is narrated. German.
import type { reviewWords } from './english-review.ts'
import { chapters, count, duration, plural } from './german-figures.ts'

export const germanReview: typeof reviewWords = {
  title: 'Durchsicht',
  open: 'Durchsicht',
  openHint: 'Kapitel, Ausgelassenes und Anmerkungen durchsehen',
  toStudio: 'Zum Studio',
  summary: (ticked, all, seconds) =>
    `${count(ticked)} von ${chapters(all)}${all === 1 ? '' : 'n'} angehakt, etwa ${duration(seconds)}`,
  chaptersTitle: 'Kapitel',
  chaptersHint:
    'Pfeile bewegen, Leertaste hakt an, F2 benennt um, Alt+Pfeile ordnen, J verbindet mit dem nächsten, Strg+Z nimmt zurück.',
  length: (wordCount, seconds) => `${plural(wordCount, 'Wort', 'Wörter')} · ${duration(seconds)}`,
  empty: 'nichts mehr darin',
  rename: 'Umbenennen',
  renameTo: 'Neuer Titel',
  join: 'Mit dem nächsten Kapitel verbinden',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  more: (title) => `${title} ändern`,
  renamed: (title) => `Umbenannt in ${title}`,
  joined: 'Verbunden. „Rückgängig“ trennt sie wieder.',
  ended:
    'Was vertont oder exportiert wurde, ist beendet, weil seine Zeilen jetzt woanders stehen. Fertiges bleibt erhalten: zum Fortfahren neu starten.',
  moved: (place, all) => `Verschoben auf Platz ${count(place)} von ${count(all)}`,

  textTitle: (title) => `Text von ${title}`,
  textHint: 'Mit den Pfeilen eine Zeile wählen.',
  split: 'Hier ein Kapitel beginnen',
  splitDone: 'Hier beginnt ein neues Kapitel.',
  showAll: (number) => `${plural(number, 'weitere Zeile', 'weitere Zeilen')} im Studio`,
  loading: 'Wird geladen…',

  findings: 'Was gefunden wurde',
  leftOutTitle: 'Ausgelassen',
  leftOutNone: 'In den Kapiteln wurde nichts ausgelassen.',
  leftOut: (reason) => `Ausgelassen: ${reason}`,
  leftOutCount: (number, reason) => `${count(number)} × ${reason}`,
  putBack: 'Zurückholen',
  putBackAlike: 'Alle gleichen zurückholen',
  putBackAll: (number) => (number === 1 ? 'Zurückholen' : `Alle ${count(number)} zurückholen`),
  putBackDone: (number) =>
    `${plural(number, 'Zeile wird', 'Zeilen werden')} wieder gesprochen. „Rückgängig“ lässt sie aus.`,
  moreLines: (number) => `und ${plural(number, 'weitere', 'weitere')}`,
  notesTitle: 'Anmerkungen',
  notesNone: 'Es wurden keine Anmerkungen gefunden.',
  notesFound: (marks, known) =>
    known === 0
      ? `${plural(marks, 'Anmerkungszeichen wird', 'Anmerkungszeichen werden')} nicht vorgelesen.`
      : `${plural(marks, 'Anmerkungszeichen wird', 'Anmerkungszeichen werden')} nicht vorgelesen; ${plural(known, 'Anmerkung gehört', 'Anmerkungen gehören')} dazu.`,
  notesPlace: 'Wo Anmerkungen gelesen werden',
  notePlaces: {
    apart: {
      label: 'Nicht gelesen',
      text: 'Sie bleiben in ihrem eigenen Kapitel; wird es angehakt, sind sie dort zu hören.',
    },
    'after-paragraph': { label: 'Nach dem Absatz', text: 'Gelesen, wo ihre Zeichen stehen.' },
    'after-chapter': {
      label: 'Nach dem Kapitel',
      text: 'Am Ende jedes Kapitels zusammen gelesen.',
    },
  },
  editionTitle: 'Neue Ausgabe',
  edition: (same, all) =>
    `${count(same)} von ${plural(all, 'Zeile ist', 'Zeilen sind')} wie in der bisherigen Ausgabe und behalten ihre Aufnahmen.`,
  editionFresh: (fresh, gone) =>
    `${plural(fresh, 'Zeile ist', 'Zeilen sind')} neu, ${count(gone)} ${gone === 1 ? 'ist' : 'sind'} weggefallen.`,
  warningsTitle: 'Umgangen',
}
