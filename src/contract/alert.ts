// What is wrong with the studio itself, while it is.
import { z } from 'zod'

/**
 * `lists`, `imports`, `speech`: the p95 of the last minutes, in seconds. `failures`, `many-failures`: of the segments
 * of the last minutes, in percent; `lost-takes`: of the rows that were spoken before, how many have their take still,
 * in percent. `core-memory`, `disk`, `leak`: bytes, or a count for a leak of what is counted. `event-loop`:
 * milliseconds. `busy-at-rest`: percent of a core.
 */
export const alertNames = [
  'lists',
  'imports',
  'speech',
  'core-memory',
  'failures',
  'many-failures',
  'lost-takes',
  'leak',
  'disk',
  'event-loop',
  'busy-at-rest',
] as const
export type AlertName = (typeof alertNames)[number]

export const Alert = z.object({
  name: z.enum(alertNames),
  level: z.enum(['warning', 'critical']),
  /** What it is about: a source of voices, what leaks; null where the name says all. */
  of: z.string().nullable(),
  /** The worst since it was raised, in the unit of its name. */
  value: z.number(),
  limit: z.number(),
  /** Milliseconds since the epoch. */
  since: z.number(),
})
export type Alert = z.infer<typeof Alert>
