// Sentences of the performance panel, in English.
import { bytes, count, duration, percentage, plural, tenth, timeOfDay } from './english-figures.ts'

/** Of milliseconds: in seconds where there are that many. */
const lasting = (ms: number): string =>
  ms < 1000 ? `${tenth().format(ms)} ms` : `${tenth().format(ms / 1000)} s`

export const performanceWords = {
  title: 'Performance',
  show: 'Show performance',
  hide: 'Hide performance',
  idle: 'Nothing is being spoken',
  lanes: 'Lanes',
  lanesValue: (busy: number, lanes: number): string =>
    lanes === 0 ? 'at rest' : `${count(busy)} of ${count(lanes)} busy`,
  lanesLowered: (wanted: number): string => `lowered from ${count(wanted)} to spare memory`,
  efficiency: 'Parallel efficiency',
  characters: 'Characters per second',
  charactersValue: (number: number): string => `${count(number)} chars/s`,
  realTime: 'Speed against real time',
  realTimeValue: (factor: string): string => `${factor} real time`,
  latency: 'Latency p50, p95',
  latencyValue: (median: number, high: number): string => `${count(median)} and ${count(high)} ms`,
  hitRate: 'Cache hits',
  queue: 'In the queue',
  requests: 'Requests, of them retries',
  requestsValue: (requests: number, retries: number): string =>
    `${count(requests)}, ${count(retries)}`,
  flagged: 'Flagged',
  failures: 'Failures',
  eta: 'Time left',
  memory: 'Memory, this process',
  tree: 'Memory, all processes',
  softLimit: 'Soft limit',
  eventLoop: 'Event loop delay p99',
  milliseconds: (number: number): string => `${tenth().format(number)} ms`,
  garbage: 'Garbage collection',
  garbageValue: (number: number): string => `${tenth().format(number)} ms/s`,
  processor: 'Processor',
  processorValue: (percent: number): string => `${count(percent)} % of a core`,
  governorLowered: 'Memory is high: fewer segments are spoken at once.',
  /** The strip's figures: short, for it is always there. */
  strip: {
    lanes: (busy: number, lanes: number): string => `${count(busy)} of ${count(lanes)} lanes`,
    hits: (rate: number): string => `${percentage().format(rate)} from the cache`,
    lowered: 'fewer lanes, to spare memory',
  },
  views: { label: 'What is shown' },
  span: 'The last five minutes',
  copy: 'Copy as text',
  copied: 'The measurements were copied as text.',
  notCopied: 'The browser did not let Lectern copy. Select the figures and copy them by hand.',
  charts: {
    throughput: 'Characters per second',
    latency: 'Latency, ms',
    queue: 'Segments in the queue',
    cache: 'Cache hits, %',
    memory: 'Memory, MB',
    loop: 'Event loop delay, ms',
  },
  lines: {
    throughput: 'speed',
    p50: 'p50',
    p95: 'p95',
    queue: 'queue',
    cache: 'hits',
    memory: 'memory',
    limit: 'limit',
    loop: 'p99',
  },
  chartText: (name: string, lines: readonly string[]): string =>
    `${name} over the last minutes: ${lines.join('; ')}.`,
  lineText: (name: string, now: string, least: string, most: string): string =>
    `${name} now ${now}, least ${least}, most ${most}`,
  lineUnknown: (name: string): string => `${name} not known yet`,
  governorActs: (acts: readonly string[]): string => ` The memory governor: ${acts.join(', ')}.`,
  governorAct: (isLowered: boolean, lanes: number, wanted: number, at: number): string => {
    const what = isLowered ? 'lowered' : 'raised'
    const to = lanes === 0 ? '' : ` to ${count(lanes)} of ${count(wanted)} lanes`
    return `${what}${to} at ${timeOfDay(at)}`
  },
  text: {
    title: (at: number): string => `Lectern's performance at ${timeOfDay(at)}`,
    columns: ['', 'now', 'least', 'most'],
    governor: 'Memory governor',
  },
  chartEmpty: 'No measurement yet',
  speech: 'Speech',
  machine: 'Machine',
  endpoints: 'Where it is spoken',
  endpointColumns: { label: 'Server', width: 'Limit', busy: 'Busy', state: 'State' },
  operations: {
    title: 'Slowest operations',
    columns: ['Operation', 'Done', 'Failed', 'p50', 'p95', 'p99', 'Longest', 'Growth'],
    growthNote:
      '“Growth”: by how much the main process grew at most while it ran, with all that ran beside it.',
    names: {
      call: 'Command',
      'list-voices': 'List voices',
      ask: 'Ask a language model',
      listen: 'Listen back',
      parse: 'Read a book',
      segment: 'Cut a chapter',
      speak: 'Speak',
      check: 'Check a take',
      store: 'Store a take',
      load: 'Look takes up',
      master: 'Master',
      encode: 'Encode',
      export: 'Write a file',
    },
    milliseconds: lasting,
  },
  log: {
    title: 'Log',
    level: 'Which lines are shown',
    levels: { debug: 'All', info: 'The usual', warn: 'Warnings', error: 'Errors' },
    marks: { debug: 'Detail', info: 'Note', warn: 'Warning', error: 'Error' },
    search: 'Search in the log',
    searchHint: 'Search in the log',
    empty: 'There is nothing in the log yet.',
    nothingFound: 'No line of the log is like that.',
    earlier: 'Show earlier lines',
    toEnd: 'To the newest',
    copied: (lines: number): string => `${plural(lines, 'line', 'lines')} copied.`,
    notCopied: 'The browser did not let Lectern copy. Select the lines and copy them by hand.',
  },
  profile: {
    title: 'What the newest job was made of',
    none: 'No job has done anything yet.',
    figures: (number: number, totalMs: number, mostMs: number): string =>
      `${count(number)}×, ${lasting(totalMs)}, longest ${lasting(mostMs)}`,
    growth: (number: number): string => `growth ${bytes(number)}`,
  },
  endpointStates: {
    open: 'left alone',
    trying: 'one segment tries it',
    paused: 'pauses',
    fine: 'answers',
  },
  lastFailure: (label: string, at: number): string => `${label} at ${timeOfDay(at)}:`,
  endpointUntil: (word: string, seconds: number): string => `${word}, ${duration(seconds)}`,
}
