// What goes into a bundle for a report: figures and words of Lectern's own. No text, title, path, key or address:
// only what is listed here by name is taken over, so that whatever is logged one day stays out until it is listed.
import type { EndpointPerformance, PerformanceSample, ServerView } from '../../../contract/index.ts'
import type { PackedEntry } from '../../ports/export-folders.ts'
import type { VoiceSources } from '../../ports/speech.ts'
import { cacheStats } from './cache-stats.ts'
import { jsonEntry, logEntry, ownName, toldLines, type Names } from './diagnostics-log.ts'
import type { StudioContext } from '../studio-context.ts'

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
  const { lines } = await readLog({ limit: toldLines })
  const speaking = samples.map(({ speech, ...sample }) => ({
    ...sample,
    speech: { ...speech, endpoints: speech.endpoints.map((one) => endpointOf(one, named)) },
  }))
  return [
    jsonEntry('versions.json', {
      lectern: options.version,
      door: options.door,
      ...options.machine,
    }),
    jsonEntry('settings.json', await settings.read()),
    jsonEntry('performance.json', speaking),
    jsonEntry(
      'operations.json',
      measures.read().map((one) => ({ ...one, of: one.of === null ? null : named(one.of) })),
    ),
    jsonEntry('endpoints.json', endpointsOf(sources, known, named, samples.at(-1))),
    jsonEntry('cache.json', await cacheStats(context)),
    logEntry(lines, titles, named),
  ]
}

/** A server's name is its owner's: it becomes its kind and a number. What is ours stays. */
function namesOf(sources: VoiceSources, servers: readonly ServerView[]): Names {
  const own = new Map(servers.map(({ server }, at) => [server.id, `server-${at + 1}`]))
  const there = new Map(sources.all().map(({ name }) => [name, own.get(name) ?? name]))
  return (of) => there.get(of) ?? ownName(of)
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
