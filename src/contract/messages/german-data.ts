// Sentences on backups, and on damaged databases, in German.
import type { DataNotice } from '../data.ts'
import type { dataWords } from './english-data.ts'
import { count, day, plural, timeOfDay } from './german-figures.ts'

/** On this machine's clock, as the time beside it is. */
const dayOf = (at: number): string => {
  const date = new Date(at)
  return day(new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10))
}

const titles = (all: readonly string[]): string =>
  all.length <= 3
    ? all.map((title) => `„${title}“`).join(', ')
    : `„${all[0]}“ und ${count(all.length - 1)} weiteren`

function rebuilt(notice: Extract<DataNotice, { kind: 'rebuilt' }>): string {
  const { kept, lost, lostRecordings, partial, folder, backup } = notice
  const isBooks = notice.database === 'projects'
  const things = (number: number) =>
    isBooks ? plural(number, 'Buch', 'Bücher') : plural(number, 'Aufnahme', 'Aufnahmen')
  const what = isBooks
    ? 'Die Bibliothek war beschädigt'
    : 'Der Speicher der Aufnahmen war beschädigt'
  const again = isBooks ? '' : ' und werden neu gesprochen'
  const gone =
    lost === null
      ? isBooks
        ? 'was sonst darin war, ließ sich nicht lesen'
        : 'die übrigen ließen sich nicht lesen und werden neu gesprochen'
      : lost === 0
        ? 'verloren ist nichts'
        : `verloren: ${things(lost)}${again}`
  return [
    `${what}: gerettet: ${things(kept)}, ${gone}.`,
    ...(partial.length > 0 ? [`Teile fehlen in ${titles(partial)}.`] : []),
    ...(lostRecordings > 0
      ? [`Nicht neu zu sprechen: ${plural(lostRecordings, 'eigene Aufnahme', 'eigene Aufnahmen')}.`]
      : []),
    `Die beschädigte Datei liegt in „${folder}“.`,
    ...(backup
      ? [`Die Sicherung vom ${dayOf(backup.at)} hat ${books(backup.books)}: sie zurückspielen.`]
      : []),
  ].join(' ')
}

const books = (number: number | null): string =>
  number === null ? 'unbekannt viele Bücher' : plural(number, 'Buch', 'Bücher')

export const germanData: typeof dataWords = {
  notice(notice) {
    if (notice.kind === 'rebuilt') return rebuilt(notice)
    if (notice.kind === 'restored') return `Die Sicherung „${notice.name}“ gilt jetzt.`
    if (notice.kind === 'safe-mode')
      return 'Abgesicherter Modus: Grafikkarte, Stimmen von Servern und Farm bleiben außen vor, das Studio sieht aus wie üblich, und nichts geht von selbst weiter. Danach Lectern ohne ihn neu starten.'
    return notice.database === 'projects'
      ? 'Die Bibliothek ist beschädigt. Lectern schließen und neu starten: es rettet, was heil ist.'
      : 'Der Speicher der Aufnahmen ist beschädigt. Lectern schließen und neu starten: es behält, was heil ist.'
  },
  title: 'Sicherungen',
  text: 'Eine Sicherung hat Bücher, Texte und Änderungen, aber keinen Klang. Vor jeder Umstellung der Bibliothek entsteht eine. Von diesen, von den selbst gemachten und von dem, was eine zurückgespielte ersetzt hat, bleiben je die neuesten drei.',
  none: 'Es gibt noch keine Sicherung.',
  now: 'Jetzt sichern',
  made: (date) => `Die Sicherung vom ${date} ist angelegt.`,
  list: 'Sicherungen der Bibliothek',
  columns: { date: 'Angelegt', cause: 'Anlass', books: 'Bücher', size: 'Größe', deed: 'Zurück' },
  causes: {
    update: 'Vor einer Umstellung',
    asked: 'Von Hand',
    replaced: 'Vor dem Zurückspielen',
  },
  date: (at) => `${dayOf(at)}, ${timeOfDay(at)}`,
  booksIn: (number) => count(number),
  unreadable: 'unlesbar',
  restore: 'Zurückspielen…',
  restoreNamed: (date) => `Die Sicherung vom ${date} zurückspielen`,
  restoreTitle: 'Diese Sicherung zurückspielen?',
  restoreText:
    'Sie ersetzt die Bibliothek beim nächsten Start von Lectern. Die jetzige wird selbst zur Sicherung.',
  restoreYes: 'Beim nächsten Start zurückspielen',
  restoreNo: 'Bibliothek behalten',
  ready: (name) =>
    `„${name}“ ersetzt die Bibliothek, sobald Lectern geschlossen und neu gestartet wird.`,
  readyOf: (date) =>
    `Die Sicherung vom ${date} ersetzt die Bibliothek, sobald Lectern geschlossen und neu gestartet wird.`,
  keep: 'Doch nicht zurückspielen',
  stays: 'Die Bibliothek bleibt: beim nächsten Start ersetzt sie nichts.',
}
