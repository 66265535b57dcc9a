// studio.health, cache.*, performance.*: how the studio is, and what it keeps.
import { logFieldsText } from '../../../contract/index.ts'
import { cacheStats } from '../watch/cache-stats.ts'
import type { HandlersOf } from '../handlers.ts'
import type { StudioParts } from '../studio-parts.ts'
import type { Watching } from '../watch/open-watch.ts'

/** A fact that nobody keeps: asking for it tells that the store answers. */
const healthFact = 'health'

export function watchCommands(
  { context, jobs }: StudioParts,
  { watch, processes, alerts, optimise }: Watching,
): HandlersOf<
  | 'studio.health'
  | 'cache.stats'
  | 'cache.clear'
  | 'performance.read'
  | 'performance.operations'
  | 'performance.profiles'
  | 'performance.processes'
  | 'performance.optimise'
  | 'performance.objects'
  | 'performance.heapSnapshot'
  | 'performance.cpuProfile'
  | 'alerts.read'
  | 'log.read'
> {
  const { options, takes, codecs } = context
  const began = context.clock.monotonic()
  return {
    async 'studio.health'() {
      await context.projects.recall(healthFact)
      const freeDiskBytes = await context.freeDisk()
      // With less free, a night's narration is likely to end before the book does.
      const { alertDisk } = context.settingsInForce()
      const isLow = freeDiskBytes !== null && freeDiskBytes < alertDisk
      const isDamaged = context.care.notices().some(({ kind }) => kind === 'damaged')
      return {
        status: isDamaged ? 'data-damaged' : isLow ? 'disk-low' : 'ok',
        version: options.version,
        freeDiskBytes,
        upSeconds: (context.clock.monotonic() - began) / 1000,
      }
    },
    'cache.stats': async () => ({
      kinds: await cacheStats(context),
      maxBytes: context.settingsInForce().cacheMaxBytes,
    }),
    async 'cache.clear'() {
      const [spoken, made] = [await takes.clear(), await codecs.clear()]
      return { freedBytes: spoken.freedBytes + made.freedBytes }
    },
    'performance.read': async () => ({ samples: await watch.samples() }),
    'performance.profiles': async () => ({ profiles: jobs.profiles() }),
    'performance.processes': () => processes.read(),
    'performance.objects': async () => ({ objects: await context.inspector.objects() }),
    'performance.heapSnapshot': () => context.inspector.heapSnapshot(),
    'performance.cpuProfile': ({ seconds }) => context.inspector.cpuProfile(seconds),
    'performance.optimise': () => optimise(),
    'alerts.read': async () => ({ alerts: [...alerts.raised()] }),
    'performance.operations': async () => ({ operations: context.measures.read() }),
    async 'log.read'(query) {
      const { lines, before, end } = await context.readLog(query)
      const entries = lines.map(({ fields, ...line }) => ({
        ...line,
        fields: logFieldsText(fields),
      }))
      return { entries, before, end }
    },
  }
}
