// Every place that speaks, as `lectern doctor` tells of it.
import type { EndpointPerformance, Failure } from '../contract/index.ts'
import type { OpenedPorts } from '../io/open-ports.ts'
import { sentenceOf } from '../io/command-line/report.ts'
import { minuteOf } from './figures.ts'

export type EndpointHealth = {
  id: string
  label: string
  /** Whether it answered when it was asked for its voices. */
  answers: boolean
  /** Segments at once; null: it is found while it is used. */
  limit: number | null
  limitMost: number
  breaker: EndpointPerformance['breaker']
  lastFailure: { at: number; failure: Failure } | null
  nextTryAt: number | null
}

/** `asked`: what this run knows of those that it has asked to speak. */
export async function endpointHealth(
  { ports, servers }: OpenedPorts,
  asked: readonly EndpointPerformance[],
): Promise<EndpointHealth[]> {
  const checks = new Map((await servers.list()).map(({ server, check }) => [server.id, check]))
  return ports.sources.all().flatMap((provider) =>
    provider.endpoints.map((endpoint) => {
      const id = `${provider.name}/${endpoint}`
      const known = asked.find((one) => one.id === id)
      const { start, max } = provider.capabilities.lanes
      const check = checks.get(provider.name)
      const failed = check?.failure ? { at: check.at, failure: check.failure } : null
      return {
        id,
        label: provider.endpoints.length > 1 ? `${provider.label}, ${endpoint}` : provider.label,
        answers: !(provider.isSilent?.() ?? false),
        limit: known?.width ?? (start > 0 ? Math.min(start, max) : null),
        limitMost: max,
        breaker: known?.breaker ?? 'closed',
        lastFailure: known?.lastFailure ?? failed,
        nextTryAt: known?.nextTryAt ?? null,
      }
    }),
  )
}

export function endpointLine(endpoint: EndpointHealth): string {
  const { id, label, answers, limit, limitMost, breaker, lastFailure, nextTryAt } = endpoint
  const width = limit === null ? `found by itself, at most ${limitMost}` : String(limit)
  const parts = [
    `${label} (${id}): ${answers ? 'answers' : 'does not answer'}`,
    `limit ${width}`,
    `breaker ${breaker}`,
    lastFailure
      ? `last error ${minuteOf(lastFailure.at)}: ${sentenceOf(lastFailure.failure)}`
      : 'no error',
    ...(nextTryAt === null ? [] : [`next try ${minuteOf(nextTryAt)}`]),
  ]
  return `Endpoint: ${parts.join('; ')}`
}
