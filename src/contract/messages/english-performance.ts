// Sentences of the performance panel, in English.
import { count, duration, percentage, tenth, timeOfDay } from './english-figures.ts'

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
    columns: ['Operation', 'Done', 'Failed', 'p50', 'p95', 'p99', 'Longest'],
    names: {
      call: 'Command',
      'list-voices': 'List voices',
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
    milliseconds: (number: number): string =>
      number < 1000 ? `${tenth().format(number)} ms` : `${tenth().format(number / 1000)} s`,
  },
  endpointStates: {
    open: 'left alone',
    trying: 'one segment tries it',
    paused: 'pauses',
    fine: 'answers',
  },
  endpointUntil: (word: string, seconds: number): string => `${word}, ${duration(seconds)}`,
}
