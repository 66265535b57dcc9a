// Commands about how the studio is: its health, what it keeps, and how fast it is.
import { z } from 'zod'
import { none } from './command-shapes.ts'
import { CacheKindStats, OperationPerformance, PerformanceSample } from './performance.ts'

export const watchCommands = {
  /** Whether it can work: its store answers, and where takes rest there is room for more. */
  'studio.health': {
    args: none,
    reply: z.object({
      status: z.enum(['ok', 'disk-low']),
      version: z.string(),
      /** Null where the system does not tell. */
      freeDiskBytes: z.number().nullable(),
      upSeconds: z.number(),
    }),
  },

  'cache.stats': {
    args: none,
    reply: z.object({ kinds: z.array(CacheKindStats), maxBytes: z.number() }),
  },
  'cache.clear': { args: none, reply: z.object({ freedBytes: z.number() }) },
  'performance.read': { args: none, reply: z.object({ samples: z.array(PerformanceSample) }) },
  /** All that was done at least once, in no order. */
  'performance.operations': {
    args: none,
    reply: z.object({ operations: z.array(OperationPerformance) }),
  },
} as const
