// Sentences of what a person has marked and what was flagged, in German.
import type { marksWords } from './english-marks.ts'
import { count, segments } from './german-figures.ts'

export const germanMarks: typeof marksWords = {
  tab: 'Merkzeichen',
  filter: 'Welche gezeigt werden',
  filters: { all: 'Alle', marked: 'Gemerkt', flagged: 'Auffällig' },
  list: 'Gemerkte und auffällige Segmente',
  none: 'Nichts ist gemerkt oder auffällig. Beim Hören M drücken: das gehörte Segment wartet dann hier, und der Ton läuft weiter.',
  noMarks: 'Nichts ist gemerkt. Beim Hören M drücken.',
  noFlags: 'Kein Segment ist auffällig.',
  loading: 'Merkzeichen werden gesucht…',
  total: segments,
  first: (shown, total) =>
    `Die ersten ${count(shown)} von ${count(total)}: was erledigt ist, macht dem nächsten Platz.`,
  plain: 'Gemerkt',
  noteOf: 'Notiz zum Merkzeichen',
  noteHint: 'Was stimmt nicht?',
  editNote: 'Notiz schreiben',
  done: 'Erledigt: Merkzeichen entfernen',
  accept: 'Annehmen: nicht mehr auffällig',
  goTo: (reason, text) => `${reason}: ${text}`,
  marked: 'Gemerkt. Es wartet unter „Merkzeichen“.',
  unmarked: 'Das Merkzeichen ist entfernt.',
  noted: 'Die Notiz ist gespeichert.',
}
