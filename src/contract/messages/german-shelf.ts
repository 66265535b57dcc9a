// Sentences of what is done with books in the library, in German.
import type { shelfWords } from './english-shelf.ts'
import { bytes, count, duration, plural } from './german-figures.ts'

const books = (number: number): string => plural(number, 'Buch', 'Bücher')

export const germanShelf: typeof shelfWords = {
  search: 'Buch suchen',
  searchHint: 'Titel oder Autor',
  clear: 'Suche leeren',
  order: 'Ordnen nach',
  orders: {
    opened: 'Zuletzt geöffnet',
    title: 'Titel',
    author: 'Autor',
    progress: 'Fortschritt',
    added: 'Hinzugefügt',
  },
  which: 'Welche Bücher zu sehen sind',
  shelf: 'Bibliothek',
  archived: 'Archiviert',
  archivedCount: (number) => `Archiviert (${count(number)})`,
  found: (number, all) =>
    number === all ? books(all) : `${count(number)} von ${plural(all, 'Buch', 'Büchern')}`,

  noMatchTitle: 'Kein Buch passt',
  noMatchText: (search) =>
    `Kein Titel und kein Autor enthält „${search}“. Teile von Wörtern genügen.`,
  noMatchElsewhere: (number) =>
    number === 1 ? '1 archiviertes Buch passt.' : `${count(number)} archivierte Bücher passen.`,
  showArchived: 'Im Archiv nachsehen',
  emptyArchiveTitle: 'Nichts ist archiviert',
  emptyArchiveText:
    'Ein Buch, das fertig ist, lässt sich archivieren: Es verlässt die Bibliothek und behält alles. „Archivieren“ steht im Menü seiner Karte.',
  allArchivedTitle: 'Alle Bücher sind archiviert',
  allArchivedText:
    'Eines über das Menü seiner Karte zurückholen oder ein weiteres Buch hinzufügen.',
  back: 'Zurück zur Bibliothek',

  length: (done, whole) => {
    if (whole <= 0) return ''
    if (done >= whole) return duration(whole)
    return done === 0 ? `etwa ${duration(whole)}` : `${duration(done)} von etwa ${duration(whole)}`
  },
  size: bytes,
  sizeTitle: 'Was die Aufnahmen auf dieser Platte brauchen',

  actions: (title) => `Aktionen für ${title}`,
  open: 'Öffnen',
  describe: 'Titel, Autoren und Cover ändern…',
  showFiles: 'Fertige Dateien zeigen',
  noFiles: 'Noch keine fertige Datei',
  duplicate: 'Duplizieren',
  save: 'Mit seinen Aufnahmen speichern…',
  archive: 'Archivieren',
  putBack: 'Zurückholen',
  remove: 'Entfernen',
  undo: 'Rückgängig',

  copyTitle: (title) => `${title} (Kopie)`,
  duplicated: (title) => `„${title}“ wurde dupliziert, mit allem, was gesprochen ist.`,
  wasArchived: (title) => `„${title}“ wurde archiviert.`,
  wasPutBack: (title) => `„${title}“ ist wieder in der Bibliothek.`,
  removed: (title) =>
    `„${title}“ wurde entfernt. Die Datei des Buches und fertige Exporte bleiben, wo sie sind.`,
  saved: (title, file) =>
    `„${title}“ ist als „${file}“ gespeichert. Ein anderes Lectern öffnet es, wenn es dort abgelegt wird.`,
  download: 'Herunterladen',
  reveal: 'Im Ordner zeigen',
  saves: 'Bücher, die gespeichert werden',
  saving: (name) => `${name} wird gespeichert`,
  savingPart: (done, all) =>
    `Wird gespeichert, ${count(done)} von ${plural(all, 'Aufnahme', 'Aufnahmen')}`,
  saveCancel: (name) => `Speichern von ${name} abbrechen`,
  described: (title) => `„${title}“ wurde geändert. Exporte nennen es auch so.`,
  undone: (title) => `„${title}“ ist, wie es war.`,
  notUndone: (title) =>
    `„${title}“ wurde danach noch einmal geändert: dort Schritt für Schritt rückgängig machen.`,

  form: {
    title: 'Angaben zum Buch ändern',
    description: 'Wie es in der Bibliothek steht und wie neue Exporte es nennen.',
    name: 'Titel',
    nameProblem: 'Ein Titel fehlt.',
    authors: 'Autoren',
    authorsHint: 'Einer je Zeile.',
    cover: 'Titelbild (Cover)',
    choose: 'Bild auswählen…',
    chosen: (name) => `Neu: ${name}`,
    coverHint: 'Ein JPEG oder PNG. Player zeigen es quadratisch oder hochkant.',
    none: 'Kein Cover',
    asItWas: 'Wie es war',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
}
