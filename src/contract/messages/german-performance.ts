// Sentences of the performance panel, in German.
import type { performanceWords } from './english-performance.ts'
import { bytes, count, duration, percentage, plural, tenth, timeOfDay } from './german-figures.ts'

/** Of milliseconds: in seconds where there are that many. */
const lasting = (ms: number): string =>
  ms < 1000 ? `${tenth().format(ms)} ms` : `${tenth().format(ms / 1000)} s`

export const germanPerformance: typeof performanceWords = {
  title: 'Leistung',
  show: 'Leistung zeigen',
  hide: 'Leistung verbergen',
  idle: 'Es wird nichts gesprochen',
  lanes: 'Bahnen',
  lanesValue: (busy, lanes) =>
    lanes === 0 ? 'in Ruhe' : `${count(busy)} von ${count(lanes)} belegt`,
  lanesLowered: (wanted) => `statt ${count(wanted)}, um Speicher zu schonen`,
  efficiency: 'Parallele Auslastung',
  characters: 'Zeichen je Sekunde',
  charactersValue: (number) => `${count(number)} Zeichen/s`,
  realTime: 'Tempo gegenüber Echtzeit',
  realTimeValue: (factor) => `${factor} Echtzeit`,
  latency: 'Latenz p50, p95',
  latencyValue: (median, high) => `${count(median)} und ${count(high)} ms`,
  hitRate: 'Cache-Treffer',
  queue: 'In der Warteschlange',
  requests: 'Anfragen, davon erneut',
  requestsValue: (requests, retries) => `${count(requests)}, ${count(retries)}`,
  flagged: 'Auffällig',
  failures: 'Fehlschläge',
  eta: 'Verbleibende Zeit',
  memory: 'Speicher, dieser Prozess',
  tree: 'Speicher, alle Prozesse',
  softLimit: 'Weiche Grenze',
  eventLoop: 'Ereignisschleife p99',
  milliseconds: (number) => `${tenth().format(number)} ms`,
  garbage: 'Speicherbereinigung',
  garbageValue: (number) => `${tenth().format(number)} ms/s`,
  processor: 'Prozessor',
  processorValue: (percent) => `${count(percent)} % eines Kerns`,
  governorLowered: 'Der Speicher ist knapp: Es werden weniger Segmente zugleich gesprochen.',
  strip: {
    lanes: (busy, lanes) => `${count(busy)} von ${count(lanes)} Bahnen`,
    hits: (rate) => `${percentage().format(rate)} aus dem Cache`,
    lowered: 'weniger Bahnen, um Speicher zu schonen',
  },
  views: { label: 'Was gezeigt wird' },
  span: 'Die letzten fünf Minuten',
  copy: 'Als Text kopieren',
  copied: 'Die Messwerte sind als Text kopiert.',
  notCopied: 'Der Browser ließ Lectern nicht kopieren. Die Werte markieren und von Hand kopieren.',
  charts: {
    throughput: 'Zeichen je Sekunde',
    latency: 'Latenz, ms',
    queue: 'Wartende Segmente',
    cache: 'Cache-Treffer, %',
    memory: 'Speicher, MB',
    loop: 'Ereignisschleife, ms',
  },
  lines: {
    throughput: 'Tempo',
    p50: 'p50',
    p95: 'p95',
    queue: 'Warteschlange',
    cache: 'Treffer',
    memory: 'Speicher',
    limit: 'Grenze',
    loop: 'p99',
  },
  chartText: (name, lines) => `${name} in den letzten Minuten: ${lines.join('; ')}.`,
  lineText: (name, now, least, most) =>
    `${name} jetzt ${now}, mindestens ${least}, höchstens ${most}`,
  lineUnknown: (name) => `${name} noch nicht bekannt`,
  governorActs: (acts) => ` Die Speicheraufsicht: ${acts.join(', ')}.`,
  governorAct: (isLowered, lanes, wanted, at) => {
    const what = isLowered ? 'gesenkt' : 'erhöht'
    const to = lanes === 0 ? '' : ` auf ${count(lanes)} von ${count(wanted)} Bahnen`
    return `um ${timeOfDay(at)}${to} ${what}`
  },
  text: {
    title: (at) => `Leistung von Lectern um ${timeOfDay(at)}`,
    columns: ['', 'jetzt', 'mindestens', 'höchstens'],
    governor: 'Speicheraufsicht',
  },
  chartEmpty: 'Noch keine Messung',
  speech: 'Sprache',
  machine: 'Rechner',
  endpoints: 'Wo gesprochen wird',
  endpointColumns: { label: 'Server', width: 'Max.', busy: 'Aktiv', state: 'Zustand' },
  operations: {
    title: 'Langsamste Vorgänge',
    columns: ['Vorgang', 'Getan', 'Misslungen', 'p50', 'p95', 'p99', 'Längster', 'Zuwachs'],
    growthNote:
      '„Zuwachs“: um wie viel der Hauptprozess währenddessen höchstens wuchs, mit allem, was daneben lief.',
    names: {
      call: 'Befehl',
      'list-voices': 'Stimmen auflisten',
      ask: 'Sprachmodell fragen',
      listen: 'Abhören',
      parse: 'Buch lesen',
      segment: 'Kapitel zerlegen',
      speak: 'Sprechen',
      check: 'Aufnahme prüfen',
      store: 'Aufnahme ablegen',
      load: 'Aufnahmen nachschlagen',
      master: 'Mastern',
      encode: 'Kodieren',
      export: 'Datei schreiben',
    },
    milliseconds: lasting,
  },
  log: {
    title: 'Protokoll',
    level: 'Welche Zeilen gezeigt werden',
    levels: { debug: 'Alles', info: 'Übliches', warn: 'Warnungen', error: 'Fehler' },
    marks: { debug: 'Einzelheit', info: 'Notiz', warn: 'Warnung', error: 'Fehler' },
    search: 'Im Protokoll suchen',
    searchHint: 'Im Protokoll suchen',
    empty: 'Im Protokoll steht noch nichts.',
    nothingFound: 'Keine Zeile des Protokolls ist so.',
    earlier: 'Frühere Zeilen zeigen',
    toEnd: 'Zu den neuesten',
    copied: (lines) => `${plural(lines, 'Zeile', 'Zeilen')} kopiert.`,
    notCopied:
      'Der Browser ließ Lectern nicht kopieren. Die Zeilen markieren und von Hand kopieren.',
  },
  profile: {
    title: 'Woraus die neueste Arbeit bestand',
    none: 'Noch hat keine Arbeit etwas getan.',
    figures: (number, totalMs, mostMs) =>
      `${count(number)}×, ${lasting(totalMs)}, längste ${lasting(mostMs)}`,
    growth: (number) => `Zuwachs ${bytes(number)}`,
  },
  endpointStates: {
    open: 'wird in Ruhe gelassen',
    trying: 'ein Segment versucht es',
    paused: 'pausiert',
    fine: 'antwortet',
  },
  lastFailure: (label, at) => `${label} um ${timeOfDay(at)}:`,
  endpointUntil: (word, seconds) => `${word}, ${duration(seconds)}`,
}
