// A new version of the desktop app, on its way to taking this one's place.
import { z } from 'zod'
import { Failure } from './failure.ts'

export const Release = z.object({
  version: z.string(),
  /** What is new in it, as the feed says it: plain text of strangers, never HTML. Empty where it says nothing. */
  notes: z.string(),
})
export type Release = z.infer<typeof Release>

export const UpdateState = z.discriminatedUnion('kind', [
  /** Nothing newer is known; `lookedAt` in milliseconds since the epoch, null where nobody has looked yet. */
  z.object({ kind: z.literal('none'), lookedAt: z.number().nullable() }),
  z.object({ kind: z.literal('looking') }),
  /** It waits for a person's word. */
  z.object({ kind: z.literal('found'), release: Release }),
  /** Of its bytes; a total of 0: nobody knows yet. */
  z.object({
    kind: z.literal('fetching'),
    release: Release,
    done: z.number(),
    total: z.number(),
  }),
  /** It was fetched and is whole. `mustWait`: something runs that an installation would break off. */
  z.object({ kind: z.literal('ready'), release: Release, mustWait: z.boolean() }),
  /** It is wanted, and takes its place as soon as nothing runs. */
  z.object({ kind: z.literal('waiting'), release: Release }),
  /** It is handed to the system; the app ends next. */
  z.object({ kind: z.literal('installing'), release: Release }),
  /** `release` null: already the look for one failed. */
  z.object({ kind: z.literal('failed'), failure: Failure, release: Release.nullable() }),
])
export type UpdateState = z.infer<typeof UpdateState>

export const AppUpdate = z.object({
  /** `password`: the system asks for one, when the new version takes its place. */
  way: z.enum(['by-itself', 'password']),
  state: UpdateState,
})
export type AppUpdate = z.infer<typeof AppUpdate>
