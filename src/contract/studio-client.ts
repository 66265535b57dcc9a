// The two verbs, as the face and the doors see them.
import type { CommandArgs, CommandName, CommandReply } from './commands.ts'
import type { EventName, EventPayload } from './events.ts'
import type { Reply } from './failure.ts'

export type StudioClient = {
  /** Never rejects for expected trouble: that comes as `{ ok: false, failure }`. */
  call<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Reply<CommandReply<N>>>
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void
}

/**
 * No arguments of a command are larger as JSON: the longest are a dictionary's CSV, of any letters. Books and
 * sound go elsewhere.
 */
export const mostCallBytes = 16 * 1024 ** 2

/** Paths below the studio's origin, the same in every door. */
export const addresses = {
  /** POST `{ name }` with the JSON of the arguments: `/call/project.open`. Web only. */
  call: '/call/',
  /** Server-sent events: one `message` an event, JSON `{ name, payload }`. Web only. */
  events: '/events',
  /**
   * POST, streaming: a file's bytes, `?name=`; answers a Reply with `{ ticket }`. With `folder=` the ticket is
   * a folder's of that name, which the file is the first in; with `beside=` a further file of that ticket's.
   */
  upload: '/upload/',
  /** POST: a place for an export that ends in a download, `?name=`; answers as `upload`. Web only. */
  exportTarget: '/export-target/',
  /** GET with ranges: everything that is heard or shown: `/media/segment/KEY.mp4` and so on. */
  media: '/media/',
} as const
