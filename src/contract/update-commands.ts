// Commands and the event of new versions of the desktop app. Beside `read` each fails with `not-found` where there are none.
import { z } from 'zod'
import { done, none } from './command-shapes.ts'
import { AppUpdate } from './update.ts'

export const updateCommands = {
  /** Null where this copy does not update itself: in a browser, in the terminal, without a feed. */
  'update.read': { args: none, reply: z.object({ update: AppUpdate.nullable() }) },
  /** Looks now, whatever the setting is, and answers when it knows; a failure is part of the state. */
  'update.look': { args: none, reply: done },
  /** Begins to fetch what was found; the event tells of the rest. */
  'update.fetch': { args: none, reply: done },
  /** Ends the fetching, or the waiting for the end of the work. */
  'update.cancel': { args: none, reply: done },
  /** Ends the app and starts the new version in its place; while something runs it waits for the end of that. */
  'update.install': { args: none, reply: done },
} as const

export const updateEvents = {
  /** Whole; while it is fetched about once a second. */
  'update.changed': z.object({ update: AppUpdate }),
} as const
