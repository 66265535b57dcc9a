// Every sentence of the face, in German. The glossary stands in german.ts.
import type { FaceWords } from './english-face.ts'
import { germanCast } from './german-cast.ts'
import { germanAcx, germanCheck } from './german-check.ts'
import { germanData } from './german-data.ts'
import { germanDesk } from './german-desk.ts'
import { germanDictionary } from './german-dictionary.ts'
import { germanExport } from './german-export.ts'
import {
  ago,
  bytes,
  clock,
  count,
  day,
  duration,
  language,
  moment,
  money,
  percentage,
  plural,
  oneDecimal,
  segments,
  signedDb,
  tenth,
  twoDecimals,
} from './german-figures.ts'
import { germanKeys, germanPalette } from './german-keys.ts'
import { germanLibrary } from './german-library.ts'
import { germanMarks } from './german-marks.ts'
import { germanMusic } from './german-music.ts'
import { germanFallback, germanNarration } from './german-narration.ts'
import { germanAlerts, germanProcesses } from './german-alerts.ts'
import { germanPerformance } from './german-performance.ts'
import { germanReview } from './german-review.ts'
import { germanListener } from './german-listener.ts'
import { germanCredits } from './german-credits.ts'
import { germanPeople } from './german-people.ts'
import { germanDelivery } from './german-delivery.ts'
import { germanSegments } from './german-segments.ts'
import { germanSettings } from './german-settings.ts'
import { germanQueue, germanWorkNews } from './german-queue.ts'
import { germanShelf } from './german-shelf.ts'
import { germanSound } from './german-sound.ts'
import { germanTakes } from './german-takes.ts'
import {
  germanNeural,
  germanServers,
  germanSourceKinds,
  germanVoiceScreen,
} from './german-voices.ts'

const kindWords: Record<Parameters<FaceWords['jobs']['ended']>[0], string> = {
  import: 'Hinzufügen des Buches',
  speech: 'Vertonung',
  export: 'Export',
  voice: 'Hinzufügen der Stimme',
  sound: 'Hinzufügen des Klangs',
  save: 'Speichern des Buches',
  script: 'Das Skript',
  listening: 'Das Abhören',
  translation: 'Die Übersetzung',
  write: 'Das Schreiben des Skripts',
}

const finalWords: Record<Parameters<FaceWords['jobs']['ended']>[1], string> = {
  done: 'abgeschlossen',
  failed: 'stehen geblieben',
  cancelled: 'abgebrochen',
}

export const germanFace: FaceWords = {
  clock,
  duration,
  bytes,
  language,
  count,
  moment,
  money,
  day,
  ago,
  seconds: (number) => `${tenth().format(number)} s`,
  percent: (fraction) => percentage().format(fraction),
  times: (factor) => `${factor < 10 ? tenth().format(factor) : count(factor)}×`,
  figure: (number) => tenth().format(number),
  none: '–',

  app: {
    name: 'Lectern',
    loading: 'Das Studio wird geöffnet…',
    lost: 'Das Studio antwortet nicht. Lectern versucht es weiter; verloren ist nichts.',
    refused:
      'Lectern wurde neu gestartet: den Link öffnen, den es ausgegeben hat. Verloren ist nichts.',
    news: 'Neuigkeiten',
    close: 'Schließen',
    dismiss: 'Ausblenden',
    cancel: 'Abbrechen',
    brokenTitle: 'Diese Ansicht ist abgestürzt',
    brokenText:
      'Die Bücher sind sicher: Das Studio bewahrt sie, nicht diese Seite. Zum Fortfahren neu laden.',
    reload: 'Neu laden',
    tryAgain: 'Erneut versuchen',
    theme: 'Farben',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    settings: 'Einstellungen',
    voices: 'Stimmen',
    backToBook: 'Zurück zum Buch',
  },

  library: germanLibrary,
  shelf: germanShelf,
  queue: germanQueue,
  workNews: germanWorkNews,

  studio: {
    back: 'Zurück zur Bibliothek',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    narrate: 'Vertonen',
    narrateChoice: 'Was vertont wird',
    narrateTicked: 'Alle angehakten Kapitel',
    narrateChapter: 'Dieses Kapitel',
    narrateSegment: 'Dieses Segment',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
    cancel: 'Vertonung abbrechen',
    export: 'Exportieren',
    exporting: (fraction) => `Export ${percentage().format(fraction)}`,
    castVoice: (label) => `Stimme: ${label}`,
    progress: 'Vertonung',
    progressText: (done, total) =>
      `${count(done)} von ${plural(total, 'Segment', 'Segmenten')} fertig`,
    eta: (seconds) => `noch etwa ${duration(seconds)}`,
    paused: 'Angehalten',
    gone: 'Dieses Buch ist nicht in der Bibliothek',
    removed: 'Dieses Buch wurde entfernt',
    removedText: (title) =>
      `„${title}“ wurde aus der Bibliothek entfernt, aber nicht auf dieser Seite. Die Datei des Buches und fertige Exporte bleiben, wo sie sind: Zum erneuten Hinzufügen die Datei auf Lectern ziehen.`,
    voiceEnded:
      'Was vertont wurde, ist beendet, weil das Buch jetzt eine andere Stimme hat. Fertiges bleibt erhalten: zum Fortfahren neu starten.',
    warnings: (number) => plural(number, 'Bemerkung zu diesem Buch', 'Bemerkungen zu diesem Buch'),
  },

  chapters: {
    title: 'Kapitel',
    ticked: (number, all) => `${count(number)} von ${count(all)} angehakt`,
    tick: (title) => `${title} vertonen und exportieren`,
    untitled: 'Ohne Titel',
    leftOut: (reason) => `Ausgelassen: ${reason}`,
    leftOutByYou: 'Ausgelassen',
    ready: (ready, total) => `${count(ready)} von ${count(total)}`,
    complete: 'Vollständig',
    gain: signedDb,
    progress: (title) => `Fortschritt von ${title}`,
    failed: (number) => `${count(number)} fehlgeschlagen`,
    stale: (number) => `${count(number)} veraltet`,
    flagged: (number) => `${count(number)} auffällig`,
    tickAll: 'Alle anhaken',
    tickNone: 'Keine anhaken',
  },

  segments: germanSegments,

  panel: {
    title: 'Stimme und Segment',
    tabs: 'Was neben dem Text gezeigt wird',
    voice: 'Stimme',
    details: 'Segment',
    script: 'Skript',
  },

  voices: {
    search: 'Stimme suchen',
    searchHint: 'Name oder Sprache',
    none: 'Keine Stimme passt. Eine Sprache versuchen, etwa „Deutsch“.',
    noneOfKind: 'Von dieser Art gibt es noch keine.',
    loading: 'Die Stimmen werden geladen…',
    list: 'Stimmen',
    hear: (label) => `${label} anhören`,
    stop: (label) => `${label} anhalten`,
    use: 'Verwenden',
    useNamed: (label) => `${label} für das Buch verwenden`,
    cast: 'Besetzt',
    castDone: (label) =>
      `${label} liest jetzt das Buch. Was vorher gesprochen wurde, ist veraltet; „Rückgängig“ nimmt es zurück.`,
    genders: { female: 'weiblich', male: 'männlich', unknown: '' },
    filter: 'Woher die Stimmen kommen',
    all: 'Alle',
    kinds: germanSourceKinds,
    draft: 'Entwurf',
    paid: 'kostenpflichtig',
    draftTitle: 'Dies ist eine Stimme für Entwürfe',
    draftText:
      'Sie zeigt sofort, wie das Buch wird. Eine neuronale Stimme oder ein Sprachserver klingt weit besser.',
    draftLink: 'Eine finden',
    more: 'Weitere Stimmen…',
    refresh: 'Jede Quelle erneut fragen',
    asOf: (label, seconds) => `${label}: Stand ${ago(seconds)}`,
    missing: (label) => `${label}: Die Stimmen fehlen`,
    look: 'Ansehen',
  },

  details: {
    none: 'Ein Segment wählen, um zu sehen, was darüber bekannt ist.',
    state: 'Zustand',
    length: 'Länge',
    characters: 'Zeichen',
    position: 'Stelle',
    positionOf: (position, total) => `${count(position)} von ${count(total)}`,
    failure: 'Warum es fehlschlug',
    flags: (number) =>
      number === 1 ? 'Etwas daran könnte falsch sein' : 'Einiges daran könnte falsch sein',
    staleText: 'Der Ton gehört zu einem früheren Text oder einer früheren Stimme.',
    skippedText: 'Darin ist nichts zu sagen, darum wird es übergangen.',
  },

  takes: germanTakes,
  desk: germanDesk,
  narration: germanNarration,
  review: germanReview,
  fallback: germanFallback,
  cast: germanCast,
  dictionary: germanDictionary,
  listener: germanListener,
  people: germanPeople,
  credits: germanCredits,
  delivery: germanDelivery,
  marks: germanMarks,
  music: germanMusic,
  sound: germanSound,
  voiceScreen: germanVoiceScreen,
  servers: germanServers,
  neural: germanNeural,

  transport: {
    title: 'Wiedergabe',
    play: 'Abspielen',
    pause: 'Pause',
    previous: 'Vorheriges Segment',
    next: 'Nächstes Segment',
    previousChapter: 'Vorheriges Kapitel',
    nextChapter: 'Nächstes Kapitel',
    speed: 'Tempo',
    speedValue: (rate) =>
      `${rate % 0.25 === 0 && rate % 0.5 !== 0 ? twoDecimals(rate) : oneDecimal(rate)}×`,
    slower: 'Langsamer',
    faster: 'Schneller',
    waveform: (title) => `Wellenform von ${title}`,
    waveformEmpty: 'Die Wellenform erscheint, während das Kapitel vertont wird.',
    passedOver: 'Ein Segment ließ sich nicht sprechen und wurde übergangen.',
    unsupported:
      'Dieser Browser kann den Ton des Studios nicht abspielen. Ein aktuelles Chromium oder Firefox verwenden.',
  },

  alerts: germanAlerts,
  performance: germanPerformance,
  processes: germanProcesses,

  export: germanExport,

  acx: germanAcx,
  check: germanCheck,

  settings: germanSettings,
  data: germanData,

  jobs: {
    kinds: kindWords,
    ended: (kind, state) => `${kindWords[kind]} ${finalWords[state]}.`,
    translated: 'Die Übersetzung ist fertig, als eigenes Buch.',
    openTranslation: 'Öffnen',
    speechFailed: (number) =>
      `Vertonung abgeschlossen; ${segments(number)} ${number === 1 ? 'ließ' : 'ließen'} sich nicht sprechen.`,
  },

  keys: germanKeys,
  palette: germanPalette,
}
