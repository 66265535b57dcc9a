// Sentences of what is wrong with the studio itself, of its processes and of giving memory back, in German.
import type { alertWords, processWords } from './english-alerts.ts'
import { bytes, count, tenth } from './german-figures.ts'

const seconds = (number: number): string => `${tenth().format(number)} s`
const percent = (number: number): string => `${tenth().format(number)} %`
const grown = (number: number): string => (number >= 1_000_000 ? bytes(number) : count(number))

export const germanAlerts: typeof alertWords = {
  title: 'Warnungen',
  none: 'Alles ist in Ordnung.',
  levels: { warning: 'Warnung', critical: 'Kritisch' },
  strip: (number) => (number === 1 ? '1 Warnung' : `${count(number)} Warnungen`),
  sentences: {
    lists: ({ value }) =>
      `Listen sind langsam: Eine von zwanzig braucht ${seconds(value)}. Vielleicht ist ein Server langsam, dessen Stimmen aufgezählt werden, oder die Festplatte beschäftigt.`,
    imports: ({ value }) =>
      `Bücher werden langsam gelesen: Eines von zwanzig braucht ${seconds(value)}. Bei großen PDF-Dateien ist das so; sonst ist vielleicht die Festplatte beschäftigt.`,
    speech: ({ value }) =>
      `Das Sprechen ist langsam: Eines von zwanzig Segmenten braucht ${seconds(value)}. Weniger Segmente zugleich können helfen oder ein anderer Server.`,
    'core-memory': ({ value, limit }) =>
      `Der Hauptprozess braucht ${bytes(value)}, mehr als ${bytes(limit)}. „Jetzt aufräumen“ gibt zurück, was geht.`,
    failures: ({ value }) =>
      `${percent(value)} der letzten Segmente sind fehlgeschlagen. Warum, steht in den Zeilen; sie lassen sich erneut versuchen.`,
    'many-failures': ({ value }) =>
      `${percent(value)} der letzten Segmente sind fehlgeschlagen. Bitte nachsehen, ob der Server antwortet, und die Vertonung anhalten.`,
    'lost-takes': ({ value }) =>
      `Nur ${percent(value)} von dem, was schon gesprochen war, wurde wiedergefunden; der Rest wird noch einmal gesprochen. Den Cache vergrößern oder nachsehen, ob die Festplatte Dateien verliert.`,
    leak: ({ of, value, limit }) =>
      `Etwas wächst und sinkt nicht wieder: ${of ?? 'unbekannt'}, von ${grown(limit)} auf ${grown(value)}. Das Studio bei Gelegenheit neu starten; nichts geht verloren.`,
    disk: ({ value }) =>
      `Wo die Aufnahmen liegen, sind nur noch ${bytes(value)} frei. Platz schaffen oder den Cache leeren.`,
    'event-loop': ({ value }) =>
      `Das Studio antwortet spät: Es ließ andere ${count(value)} ms warten. Vielleicht braucht ein anderes Programm den Prozessor.`,
    'busy-at-rest': ({ value }) =>
      `Das Studio arbeitet mit ${percent(value)} eines Kerns, obwohl nichts zu tun ist. Bitte neu starten; das Protokoll hilft dem, der es behebt.`,
  },
}

export const germanProcesses: typeof processWords = {
  title: 'Prozesse',
  columns: [
    ...['Prozess', 'Speicher', 'Halde', 'CPU', 'Müllabfuhr', 'Wartezeit p99'],
    ...['Ausführungsstränge', 'Dateien'],
  ],
  owned: 'Jetzt in Besitz',
  ownedNames: {
    scopes: 'Gültigkeitsbereiche',
    'owned by scopes': 'Von ihnen gehalten',
    listeners: 'Zuhörer',
    'files in spool': 'Dateien unterwegs',
    'files in transfers': 'Dateien in Übertragung',
    'files in answers': 'Aufgehobene Antworten',
  },
  leaks: 'Vermutete Lecks',
  noLeaks: 'Nichts wächst, ohne wieder zu sinken.',
  leak: ({ name, unit, from, to }) =>
    `${name}: von ${unit === 'bytes' ? bytes(from) : count(from)} auf ${unit === 'bytes' ? bytes(to) : count(to)}`,
  inspect: {
    title: 'Hineinsehen',
    count: 'Objekte zählen',
    snapshot: 'Halde sichern',
    profile: (number) => `${count(number)} s Profil`,
    objects: (number, size) => `${count(number)}, ${size}`,
    written: (file, size) =>
      `${file} (${size}) liegt im Ordner „inspected“ des Datenordners. Darin können Texte und Schlüssel stehen: nicht weitergeben.`,
  },
  kinds: {
    main: 'Hauptprozess',
    child: 'Prozess',
    thread: 'Ausführungsstrang',
    stranger: 'nicht von Lectern gestartet',
  },
  optimise: 'Jetzt aufräumen',
  optimising: 'Speicher wird zurückgegeben …',
  optimised: (before, after, freed) =>
    `Von ${bytes(before)} auf ${bytes(after)}` +
    (freed.length === 0
      ? '; es gab nichts zurückzugeben.'
      : `: ${freed.map(([step, number]) => `${step} ${bytes(number)}`).join(', ')}.`),
  steps: {
    voices: 'ruhende Stimmen',
    codecs: 'ruhende Codecs',
    database: 'Datenbank',
    garbage: 'Müll',
  },
}
