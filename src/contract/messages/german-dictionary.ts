// Sentences of the pronunciation dictionary, in German.
import type { dictionaryWords } from './english-dictionary.ts'
import { count, plural, segments } from './german-figures.ts'

const entries = (number: number): string => plural(number, 'Eintrag', 'Einträge')

const short = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text

export const germanDictionary: typeof dictionaryWords = {
  tab: 'Wörterbuch',
  which: 'Welches Wörterbuch',
  places: { book: 'Dieses Buch', everywhere: 'Alle Bücher' },
  search: 'Eintrag suchen',
  searchHint: 'Wort oder Aussprache',
  entries,
  list: 'Einträge',
  none: {
    book: 'Keine Einträge für dieses Buch. Ein Wort hinzufügen, das falsch gesprochen wird, und wie es klingt, in Buchstaben, die jede Stimme liest: „Cholmondeley“ als „Tschammli“. Die Taste D nimmt das Wort des gewählten Segments.',
    everywhere:
      'Keine Einträge für alle Bücher. Was hier steht, gilt in jedem Buch, das keinen eigenen Eintrag hat.',
  },
  nothing: 'Kein Eintrag passt.',
  add: 'Wort hinzufügen',
  edit: (word) => `„${word}“ ändern`,
  actions: (word) => `Was mit „${word}“ getan werden kann`,
  editItem: 'Ändern',
  removeItem: 'Löschen',
  toBookItem: 'In dieses Buch verschieben',
  toEverywhereItem: 'In alle Bücher verschieben',
  added: (word) => `„${word}“ ist gespeichert. Segmente damit sind veraltet.`,
  removed: (word) => `„${word}“ ist gelöscht.`,
  moved: { book: 'Es gilt jetzt in diesem Buch.', everywhere: 'Es gilt jetzt in allen Büchern.' },
  undo: 'Rückgängig',
  loading: 'Das Wörterbuch wird geöffnet…',
  caseMark: 'Groß/klein',
  partMark: 'in Wörtern',

  newEntry: 'Neuer Eintrag',
  changeEntry: (word) => `Wie „${short(word)}“ gesprochen wird`,
  word: 'Wort',
  wordHint: 'Wie es im Text steht',
  say: 'Gesprochen als',
  sayHint: 'In Buchstaben, die jede Stimme liest',
  ipa: 'Lautschrift (IPA)',
  ipaHint: 'Für Stimmen, die sie verstehen; andere sprechen die Zeile darüber',
  optional: 'freiwillig',
  isCaseSensitive: 'Nur mit dieser Groß- und Kleinschreibung',
  isWholeWord: 'Nur als ganzes Wort',
  language: 'In Büchern auf',
  everyLanguage: 'Jede Sprache',
  place: 'Gilt in',
  problems: {
    word: 'Das Wort eintragen, wie es im Text steht.',
    say: 'Eintragen, wie es gesprochen wird.',
  },
  hear: 'Anhören',
  hearing: (text) => `Zu hören: ${short(text)}`,
  stop: 'Anhalten',
  save: 'Speichern',
  cancel: 'Abbrechen',
  affects: (number) =>
    number === 0 ? 'Kein Segment hat dieses Wort.' : `Betrifft ${segments(number)}`,
  affectsLines: 'Segmente mit diesem Wort',
  counting: 'Wird gezählt…',
  goThere: (text) => `Zu „${short(text)}“`,

  bring: 'CSV einlesen…',
  saveCsv: 'Als CSV speichern',
  brought: (name) => `„${name}“ einlesen`,
  broughtText: (number, place) =>
    `${entries(number)} für ${place === 'book' ? 'dieses Buch' : 'alle Bücher'}. Ein Eintrag desselben Wortes wird ersetzt.`,
  broughtWrong: (wrong) =>
    `${wrong.length === 1 ? 'Zeile' : 'Zeilen'} ${wrong.slice(0, 10).map(count).join(', ')}${
      wrong.length > 10 ? ` und ${count(wrong.length - 10)} weitere` : ''
    } ${wrong.length === 1 ? 'ist kein Eintrag und wird' : 'sind keine Einträge und werden'} übergangen.`,
  broughtNothing:
    'Kein Eintrag gefunden. Jede Zeile ist: Wort, Aussprache, IPA, Groß/klein, ganzes Wort, Sprache.',
  broughtYes: 'Hinzufügen',
  broughtDone: (number) => `${entries(number)} hinzugefügt.`,
  csvName: { book: 'Wörterbuch', everywhere: 'Wörterbuch aller Bücher' },
  csvSaved: (number) => `${entries(number)} als CSV-Datei gespeichert.`,
  csvCopied: (number) =>
    `${entries(number)} als CSV kopiert: in eine Textdatei oder Tabelle einfügen.`,
  csvRefused: 'Die Zwischenablage wurde verweigert; nichts wurde kopiert.',

  chosen: 'Das gewählte Segment',
  chosenNone: 'Ein Segment wählen, um zu sehen, was die Regeln aus seinen Worten machen.',
  chosenSame: 'Es wird gesprochen, wie es geschrieben ist.',
  chosenByHand: 'Was gesprochen wird, ist von Hand geschrieben; die Regeln lassen es unberührt.',
  spoken: 'Gesprochen als',
  changed: 'Was die Regeln geändert haben',
  becomes: (shown, said) => `„${shown}“ wird „${said}“ gesprochen`,
  silent: 'nichts',
  otherwise: 'Anders sprechen',
  otherwiseOf: (word) => `„${word}“ anders sprechen`,
  addWord: (word) => `„${short(word)}“ hinzufügen`,
}
