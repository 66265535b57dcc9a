// Commands about how the studio is: its health, what it keeps, and how fast it is.
import { z } from 'zod'
import { none } from './command-shapes.ts'
import { Alert } from './alert.ts'
import { Job } from './job.ts'
import { Ticket } from './host.ts'
import { LogEntry, LogQuery } from './log.ts'
import {
  CacheKindStats,
  ObjectCount,
  OperationPerformance,
  Optimised,
  OwnedCount,
  PerformanceSample,
  ProcessPerformance,
  SpanSum,
  SuspectedLeak,
} from './performance.ts'

const inspected = z.object({ file: z.string(), bytes: z.number() })

export const watchCommands = {
  /** Whether it can work: its store answers, no database was found damaged, and where takes rest there is room for more. */
  'studio.health': {
    args: none,
    reply: z.object({
      status: z.enum(['ok', 'disk-low', 'data-damaged']),
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
  /** All that are raised now. */
  'alerts.read': { args: none, reply: z.object({ alerts: z.array(Alert) }) },
  'performance.read': { args: none, reply: z.object({ samples: z.array(PerformanceSample) }) },
  /** All that was done at least once, in no order. */
  'performance.operations': {
    args: none,
    reply: z.object({ operations: z.array(OperationPerformance) }),
  },
  /** What the jobs that run, and those that have just ended, were made of; the newest first. */
  'performance.profiles': {
    args: none,
    reply: z.object({ profiles: z.array(z.object({ job: Job, spans: z.array(SpanSum) })) }),
  },
  /** Every process of the tree, what the studio owns, and what of it seems to leak. */
  'performance.processes': {
    args: none,
    reply: z.object({
      processes: z.array(ProcessPerformance),
      owned: z.array(OwnedCount),
      leaks: z.array(SuspectedLeak),
    }),
  },
  /** What the main process's heap is made of, the largest classes first. It answers nobody for a second or two. */
  'performance.objects': { args: none, reply: z.object({ objects: z.array(ObjectCount) }) },
  /** Writes one into the data folder; `file` is its place there. It holds whatever is in memory, keys too. */
  'performance.heapSnapshot': { args: none, reply: inspected },
  /** Where the main process's time goes, for so many seconds; `file` as above. */
  'performance.cpuProfile': {
    args: z.object({ seconds: z.number().int().min(1).max(60) }),
    reply: inspected,
  },
  /** Gives back what is not needed now: resting voices and codecs, the database's pages, garbage. */
  'performance.optimise': { args: none, reply: Optimised },
  /**
   * The newest lines that fit, the oldest of them first. `before`: asks for those before them; null where there
   * are none. A page may hold fewer than were asked for though there are more: no one answer reads the whole log.
   * `end`: asks for what comes after them, and reads no more than that; null while there is no log. Such an answer
   * has a `before` only where more came than it holds.
   */
  'log.read': {
    args: LogQuery,
    reply: z.object({
      entries: z.array(LogEntry),
      before: z.string().nullable(),
      end: z.string().nullable(),
    }),
  },
  /**
   * A zip for a report of trouble: versions, settings, figures, endpoints and the log, without texts, titles,
   * paths, keys and addresses. Fails as exports do.
   */
  'diagnostics.save': {
    args: z.object({ ticket: Ticket }),
    reply: z.object({
      file: z.string(),
      downloadAddress: z.string().optional(),
      revealTicket: Ticket.optional(),
    }),
  },
} as const
