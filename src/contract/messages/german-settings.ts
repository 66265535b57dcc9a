// Sentences of the settings, in German.
import type { SettingName } from '../settings.ts'
import type { settingsWords } from './english-settings.ts'
import { count } from './german-figures.ts'

const units = {
  count: '',
  kB: 'kB',
  MB: 'MB',
  GB: 'GB',
  seconds: 'Sekunden',
  minutes: 'Minuten',
  days: 'Tage',
}
const ones: Partial<typeof units> = { seconds: 'Sekunde', minutes: 'Minute', days: 'Tag' }

export const germanSettings: typeof settingsWords = {
  title: 'Einstellungen',
  intro: 'Was hier eingestellt ist, gilt für jedes Buch.',
  search: 'Einstellung suchen',
  searchHint: 'Name, Satz, Variable oder Wert',
  clearSearch: 'Alle Einstellungen zeigen',
  found: (number, all) => `${count(number)} von ${count(all)} Einstellungen`,
  noneFound: (query) => `Keine Einstellung spricht von „${query}“`,
  noneFoundText:
    'Ein Name, ein Wort des Satzes, eine Variable wie LECTERN_CACHE oder ein Wert findet eine.',
  sentences: {
    language:
      'Die Sprache des Studios, nicht der Bücher; „Wie das System“: die erste der eigenen, die Lectern kennt.',
    theme: 'Die Farben des Studios; „Wie das System“: hell oder dunkel wie dort.',
    textSize: 'Wie groß der Text des Studios ist und was mit ihm wächst.',
    motion: 'Ob sich auf dem Bildschirm etwas bewegt; „Wie das System“: wie dort eingestellt.',
    direction:
      'Die Seite, auf der das Studio beginnt, nicht ein Buch; „Wie die Sprache“: wie sie gelesen wird.',
    accent:
      'Die Farbe des Gewählten und Gedrückten; „Die des Systems“: so hell oder dunkel, dass sie zu lesen ist.',
    speechConcurrency:
      'Wie viele Segmente ein Sprachserver zugleich spricht; 0 findet die beste Zahl von selbst.',
    workers:
      'Bahnen der eingebauten Stimmen und der Codierer; 0 heißt eine je Prozessorkern, höchstens 4.',
    cache:
      'Aufnahmen wiederverwenden; aus: Vertonen spricht alles neu, was „Rückgängig“ zurücknimmt.',
    cacheMaxBytes:
      'Wie groß der Cache werden darf; Aufnahmen, die ein Projekt verwendet, werden nie gelöscht.',
    takeTtl:
      'Wie lange aufgehoben wird, was nichts verwendet: Aufnahmen ohne Projekt, codierter Ton, Vorschauen.',
    cacheSweep: 'Wie oft der Cache löscht, was zu alt oder zu viel ist.',
    callTimeout: 'Wie lange ein Segment brauchen darf, bevor es erneut versucht wird.',
    scriptConcurrency: 'Wie viele Anfragen das Sprachmodell höchstens zugleich beantwortet.',
    scriptBatch: 'Nach wie vielen Segmenten eine Anfrage ans Sprachmodell höchstens fragt.',
    scriptTtl: 'Wie lange Antworten des Sprachmodells behalten werden, die nichts braucht.',
    maxFileBytes: 'Die größte Buchdatei, die geöffnet wird.',
    readChunkBytes: 'Wie viel von einer Datei auf einmal gelesen wird.',
    maxReadSeconds: 'Wie lange das Lesen eines Buches dauern darf.',
    maxEntries: 'Wie viele Dateien ein Buch enthalten darf.',
    maxUnpackedBytes: 'Wie groß alle Dateien eines Buches entpackt zusammen sein dürfen.',
    maxEntryBytes: 'Wie groß eine Datei eines Buches entpackt sein darf.',
    maxExpansion: 'Um wie viel größer eine große Datei eines Buches beim Entpacken werden darf.',
    maxPages: 'Wie viele Seiten ein PDF haben darf.',
    maxNesting: 'Wie tief Elemente im Text eines Buches ineinander stehen dürfen.',
    maxCoverBytes:
      'Wie groß das Bild eines Covers sein darf; ein Buch mit einem größeren kommt ohne.',
    memoryCheck: 'Wie oft Speicher und Tempo gemessen werden.',
    memorySoftLimit:
      'Bei mehr Speicher als diesem werden weniger Segmente zugleich gesprochen, bis er wieder gesunken ist.',
    keys: 'Tasten, die von den üblichen abweichen, nach Befehl, als JSON.',
    notifications:
      'Durch eine Benachrichtigung des Systems sagen, was endete, während niemand auf Lectern sah.',
    keepAwake:
      'Ob die Desktop-App den Rechner wach hält, solange sie vertont oder exportiert; „Nicht am Akku“: nur am Netz.',
    updates:
      'Neue Fassungen der Desktop-App: täglich suchen und laden, nur melden, oder nie suchen.',
    metricsPort:
      'Wo die Desktop-App auf diesem Rechner ihre Zahlen dem nennt, der LECTERN_METRICS_KEY vorzeigt; 0: nirgends.',
    slowOperation:
      'Was länger dauert, steht im Protokoll; Sprechen und ganze Bücher dürfen noch länger brauchen.',
    logLevel: 'Wie viel das Protokoll verrät.',
    alertListSeconds:
      'Warnen, wenn Listen in einem von zwanzig Fällen länger als so lange brauchen.',
    alertImportSeconds:
      'Warnen, wenn das Lesen von Büchern in einem von zwanzig Fällen länger als so lange dauert.',
    alertSpeechSeconds:
      'Warnen, wenn das Sprechen von Segmenten in einem von zwanzig Fällen länger als so lange dauert.',
    alertCoreMemory: 'Warnen, wenn der Hauptprozess mehr Speicher als diesen braucht.',
    alertFailures: 'Warnen, wenn mehr als dieser Anteil der Segmente fehlschlägt.',
    alertManyFailures: 'Für kritisch halten, wenn mehr als dieser Anteil der Segmente fehlschlägt.',
    alertHitRate:
      'Warnen, wenn eine Vertonung weniger als diesen Anteil von dem wiederfindet, was schon gesprochen war.',
    alertLeak:
      'Ein Leck vermuten, wenn der Speicher bei der Arbeit um so viel wächst und nicht wieder sinkt.',
    alertDisk: 'Warnen, wenn dort, wo die Aufnahmen liegen, weniger als dies frei ist.',
    alertEventLoopMs: 'Warnen, wenn der Hauptprozess andere länger als dies warten lässt.',
    alertRestingCpu:
      'Für kritisch halten, wenn der Hauptprozess eine Minute lang so viel arbeitet, obwohl nichts zu tun ist.',
  } satisfies Record<SettingName, string>,
  choices: {
    language: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    textSize: { small: 'Klein', normal: 'Mittel', large: 'Groß', largest: 'Am größten' },
    motion: { system: 'Wie das System', reduced: 'Verringert' },
    direction: {
      auto: 'Wie die Sprache',
      ltr: 'Von links nach rechts',
      rtl: 'Von rechts nach links',
    },
    accent: { lectern: 'Die von Lectern', system: 'Die des Systems' },
    keepAwake: { mains: 'Nicht am Akku', always: 'Immer', never: 'Nie' },
    updates: {
      fetch: 'Suchen und laden',
      tell: 'Suchen und melden',
      never: 'Nie suchen',
    },
    logLevel: {
      error: 'Nur Fehler',
      warn: 'Auch Warnungen',
      info: 'Das Übliche',
      debug: 'Alles',
    },
  },
  switched: { on: 'An', off: 'Aus' },
  source: {
    default: 'Voreinstellung',
    saved: 'Hier geändert',
    environment: 'Durch die Umgebung festgelegt',
  },
  fromEnvironment: (name) =>
    `${name} ist in der Umgebung festgelegt und darum hier nicht zu ändern.`,
  lacks: (name) =>
    `Ohne ${name} wirkt das nicht. Die Variable in der Umgebung setzen, aus der Lectern gestartet wird, und neu starten.`,
  atStart: 'Wirkt ab dem nächsten Start.',
  quantity: (number, unit) =>
    `${count(number)} ${(number === 1 ? ones[unit] : undefined) ?? units[unit]}`.trim(),
  range: (from, to) => `${from} bis ${to}`,
  reset: (name) => `${name} auf die Voreinstellung zurücksetzen`,
  saved: (name) => `${name} ist gespeichert.`,
  units,
  counted: {
    speechConcurrency: 'zugleich',
    workers: 'Bahnen',
    maxEntries: 'Dateien',
    maxExpansion: 'Mal',
    maxPages: 'Seiten',
    maxNesting: 'Ebenen',
    alertFailures: '%',
    alertManyFailures: '%',
    alertHitRate: '%',
    alertEventLoopMs: 'ms',
    alertRestingCpu: '% eines Kerns',
  },
  names: {
    language: 'Sprache',
    theme: 'Farben',
    textSize: 'Textgröße',
    motion: 'Bewegung',
    direction: 'Leserichtung',
    accent: 'Akzentfarbe',
    speechConcurrency: 'Sprachserver',
    workers: 'Bahnen',
    cache: 'Zwischenspeicher (Cache)',
    cacheMaxBytes: 'Größe des Caches',
    takeTtl: 'Ungenutzte Aufnahmen',
    cacheSweep: 'Aufräumen',
    callTimeout: 'Zeitgrenze eines Segments',
    scriptConcurrency: 'Anfragen ans Sprachmodell zugleich',
    scriptBatch: 'Segmente in einer Anfrage',
    scriptTtl: 'Ungenutzte Antworten behalten für',
    maxFileBytes: 'Größtes Buch',
    readChunkBytes: 'Auf einmal lesen',
    maxReadSeconds: 'Zeit zum Lesen',
    maxEntries: 'Dateien im Buch',
    maxUnpackedBytes: 'Größe, wenn entpackt',
    maxEntryBytes: 'Größte Datei im Buch',
    maxExpansion: 'Wachstum beim Entpacken',
    maxPages: 'Seiten eines PDF',
    maxNesting: 'Tiefe der Verschachtelung',
    maxCoverBytes: 'Größtes Cover',
    memoryCheck: 'Messung',
    memorySoftLimit: 'Weiche Speichergrenze',
    keys: 'Tasten',
    notifications: 'Benachrichtigungen',
    keepAwake: 'Wach bei der Arbeit',
    updates: 'Neue Fassungen',
    metricsPort: 'Zahlen für Programme',
    slowOperation: 'Was langsam heißt',
    logLevel: 'Protokoll',
    alertListSeconds: 'Langsame Listen',
    alertImportSeconds: 'Langsames Lesen',
    alertSpeechSeconds: 'Langsames Sprechen',
    alertCoreMemory: 'Speicher des Hauptprozesses',
    alertFailures: 'Fehlgeschlagene Segmente',
    alertManyFailures: 'Viele fehlgeschlagene Segmente',
    alertHitRate: 'Verlorene Aufnahmen',
    alertLeak: 'Wachsender Speicher',
    alertDisk: 'Freier Platz',
    alertEventLoopMs: 'Warten auf den Hauptprozess',
    alertRestingCpu: 'Arbeit in Ruhe',
  } satisfies Record<SettingName, string>,
  apart: {
    alerts: {
      name: 'Wann das Studio vor sich selbst warnt',
      text: 'Was darüber hinausgeht, steht in der letzten Zeile des Studios, im Protokoll und bei jedem, der darüber wacht.',
    },
    limits: {
      name: 'Sicherheitsgrenzen für Bücher',
      text: 'Was darüber hinausgeht, wird abgelehnt, denn es könnte Schaden anrichten. Für ein vertrauenswürdiges Buch eine Grenze erhöhen.',
    },
  },
  cacheTitle: 'Was der Cache enthält',
  cacheText: (used, most) => `${used} von höchstens ${most}`,
  cacheColumns: {
    kind: 'Art',
    entries: 'Einträge',
    size: 'Größe',
    hits: 'Treffer',
    misses: 'Fehltreffer',
    evictions: 'Aus Platznot gelöscht',
    expiries: 'Wegen Alters gelöscht',
  },
  cacheKinds: {
    takes: 'Aufnahmen',
    encodes: 'Codierte Kapitel',
    previews: 'Vorschauen',
    books: 'Dateien der Bücher',
  },
  clear: 'Cache leeren',
  clearTitle: 'Den Cache leeren?',
  clearText:
    'Aufnahmen, die Bücher verwenden, bleiben. Alles andere wird neu gemacht, sobald es gebraucht wird.',
  clearKeep: 'Behalten',
  cleared: (freed) => `${freed} sind frei geworden.`,
  about: 'Über Lectern',
  diagnostics: {
    text: 'Für einen Bericht über Störungen: Versionen, Einstellungen, Zahlen und Protokoll in einer Datei, die man selbst verschickt. Texte, Titel, Pfade, Adressen und Schlüssel stehen nicht darin.',
    save: 'Störungsbericht speichern …',
    file: 'lectern-diagnose.zip',
    saved: (file) => `${file} ist fertig.`,
  },
  version: 'Fassung',
  dataFolder: 'Ordner der Daten',
}
