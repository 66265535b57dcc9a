// Commands about the databases: their backups, and what was damaged and what became of it.
import { z } from 'zod'
import { done, none } from './command-shapes.ts'
import { Backup, DataNotice } from './data.ts'

export const dataCommands = {
  /** The newest first; `ready`: the one that takes the library's place at the next start. */
  'data.backups': {
    args: none,
    reply: z.object({ backups: z.array(Backup), ready: z.string().nullable() }),
  },
  /** Copies the library while it is in use. */
  'data.backup': { args: none, reply: Backup },
  /** At the next start; what is there by then becomes a backup itself. */
  'data.restore': { args: z.object({ name: z.string() }), reply: done },
  /** Takes a `data.restore` back: at the next start the library stays. */
  'data.keep': { args: none, reply: done },
  /** Since the studio was opened. */
  'data.notices': { args: none, reply: z.object({ notices: z.array(DataNotice) }) },
} as const
