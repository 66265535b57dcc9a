// What goes into a bundle for a report: figures and words of Lectern's own. No text, title, path, key or address:
// only what is listed here by name is taken over, so that whatever is logged one day stays out until it is listed.
import {
  exportFormatNames,
  isCommandName,
  operationNames,
  type EndpointPerformance,
  type PerformanceSample,
  type ServerView,
} from '../../contract/index.ts'
import type { PackedEntry } from '../ports/export-folders.ts'
import type { LogLine } from '../ports/machine.ts'
import type { VoiceSources } from '../ports/speech.ts'
import { cacheStats } from './cache-stats.ts'
import type { StudioContext } from './studio-context.ts'

const logLines = 1000
const longestMessage = 120

/** Fields of the log that hold nothing but our own words and numbers. */
const fieldsTold: readonly string[] = [
  ...['slow', 'operation', 'durationMs', 'slowSinceLastTold', 'statement'],
  ...['door', 'version', 'code', 'cacheMaxBytes'],
]

type Names = (of: string) => string

/** The entries of the zip. `samples`: what the watch has kept. */
export async function diagnostics(
  context: StudioContext,
  samples: readonly PerformanceSample[],
): Promise<PackedEntry[]> {
  const { options, settings, measures, projects, readLog } = context
  const { sources, servers } = context
  const known = await servers.list()
  const named = namesOf(sources, known)
  const titles = (await projects.list()).flatMap(({ project }) => [
    project.title,
    ...project.authors,
  ])
  const { lines } = await readLog({ limit: logLines })
  const speaking = samples.map(({ speech, ...sample }) => ({
    ...sample,
    speech: { ...speech, endpoints: speech.endpoints.map((one) => endpointOf(one, named)) },
  }))
  const json = (name: string, value: unknown): PackedEntry => ({
    name,
    text: `${JSON.stringify(value, null, 1)}\n`,
  })
  return [
    json('versions.json', { lectern: options.version, door: options.door, ...options.machine }),
    json('settings.json', await settings.read()),
    json('performance.json', speaking),
    json(
      'operations.json',
      measures.read().map((one) => ({ ...one, of: one.of === null ? null : named(one.of) })),
    ),
    json('endpoints.json', endpointsOf(sources, known, named, samples.at(-1))),
    json('cache.json', await cacheStats(context)),
    {
      name: 'log.jsonl',
      text: lines.map((line) => `${JSON.stringify(lineOf(line, titles, named))}\n`).join(''),
    },
  ]
}

/** Of codecs and formats; all that is not known to be ours is named by nothing. */
const ownWords: readonly string[] = [...exportFormatNames, 'aac', 'pcm', ...operationNames]

/** A server's name is its owner's: it becomes its kind and a number. What is ours stays. */
function namesOf(sources: VoiceSources, servers: readonly ServerView[]): Names {
  const own = new Map(servers.map(({ server }, at) => [server.id, `server-${at + 1}`]))
  const there = new Map(sources.all().map(({ name }) => [name, own.get(name) ?? name]))
  return (of) => there.get(of) ?? (isCommandName(of) || ownWords.includes(of) ? of : 'other')
}

function endpointOf({ id, label: _, lastFailure, ...state }: EndpointPerformance, named: Names) {
  const [provider = ''] = id.split('/')
  return {
    ...state,
    source: named(provider),
    lastFailure: lastFailure && { at: lastFailure.at, code: lastFailure.failure.code },
  }
}

function endpointsOf(
  sources: VoiceSources,
  servers: readonly ServerView[],
  named: Names,
  last: PerformanceSample | undefined,
) {
  const known = new Map(servers.map(({ server }) => [server.id, server]))
  return sources.all().map(({ name, capabilities, endpoints }) => ({
    source: named(name),
    kind: capabilities.kind,
    serverKind: known.get(name)?.kind ?? null,
    hosts: (known.get(name)?.addresses ?? []).map(hostKind),
    places: endpoints.length,
    lanes: capabilities.lanes.start,
    lanesMost: Number.isFinite(capabilities.lanes.max) ? capabilities.lanes.max : null,
    now: (last?.speech.endpoints ?? [])
      .filter(({ id }) => id.startsWith(`${name}/`))
      .map((one) => endpointOf(one, named)),
  }))
}

/** Where a server is, and nothing more of its address. RFC 1918, 4193, 6762. */
export function hostKind(address: string): 'this machine' | 'own network' | 'internet' | 'unknown' {
  const host = /^[a-z]+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(address)?.[1]?.toLowerCase()
  if (!host) return 'unknown'
  if (/^(localhost$|127\.[\d.]+$|\[::1\]$)/.test(host)) return 'this machine'
  const isOwn =
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cd]|\[fe80)/.test(host) ||
    /\.(local|lan|home|internal)$/.test(host) ||
    !/[.:]/.test(host)
  return isOwn ? 'own network' : 'internet'
}

function lineOf({ at, level, message, fields }: LogLine, titles: readonly string[], named: Names) {
  const { failure, of, spans } = fields as {
    failure?: { code?: unknown }
    of?: unknown
    spans?: unknown
  }
  const own = Object.entries(fields).filter(
    ([name, value]) => fieldsTold.includes(name) && (typeof value !== 'object' || value === null),
  )
  return {
    at: new Date(at).toISOString(),
    level,
    message: withoutPeople(message, titles),
    ...Object.fromEntries(
      own.map(([name, value]) => [
        name,
        typeof value === 'string' ? withoutPeople(value, titles) : value,
      ]),
    ),
    ...(typeof of === 'string' ? { of: named(of) } : {}),
    ...(typeof failure?.code === 'string' ? { failure: withoutPeople(failure.code, titles) } : {}),
    ...(Array.isArray(spans) ? { spans: spansOf(spans, named) } : {}),
  }
}

type SpanTold = {
  operation?: unknown
  of?: unknown
  count?: unknown
  totalMs?: unknown
  spans?: unknown
}

const spansOf = (spans: readonly unknown[], named: Names): object[] =>
  (spans as readonly SpanTold[]).map(({ operation, of, count, totalMs, spans: deeper }) => ({
    operation: named(String(operation)),
    of: typeof of === 'string' ? named(of) : null,
    count: Number(count),
    totalMs: Number(totalMs),
    spans: Array.isArray(deeper) ? spansOf(deeper, named) : [],
  }))

/** Our messages hold none of it; should one do so, titles go, and all from where a path or a quotation begins. */
function withoutPeople(words: string, titles: readonly string[]): string {
  let text = words
  for (const title of titles) if (title.trim().length > 2) text = text.replaceAll(title, '[title]')
  return text
    .replace(/(?:[a-z]:\\|[\\/~]|[a-z]+:\/\/).*$/is, '[path]')
    .replace(/["“„«‘].*$/s, '[quoted]')
    .slice(0, longestMessage)
}
