// How a mirror gets its first value, and each one after the line was lost: read, and not older than what is told.
import type {
  CommandArgs,
  CommandName,
  CommandReply,
  EventName,
  Reply,
} from '../../../contract/index.ts'
import type { Connection } from './connection.ts'

/** Where something is told without a pause, the last answer is taken as it is. */
const mostReads = 3

export type ReadOnOpen = { read(): void; stop(): void }

/**
 * Reads at once, and whenever the line is there again. What `events` tell while an answer is on its way may be newer
 * than it, for they come by lines of their own: it is asked for again then.
 */
export function readOnOpen<N extends CommandName>(
  connection: Connection,
  { name, args, events }: { name: N; args: CommandArgs<N>; events: readonly EventName[] },
  apply: (reply: Reply<CommandReply<N>>) => void,
): ReadOnOpen {
  let told = 0
  let newest = 0
  const stops = events.map((event) => connection.on(event, () => void (told += 1)))
  const read = async () => {
    const mine = ++newest
    for (let left = mostReads; left > 0; left -= 1) {
      const before = told
      const reply = await connection.call(name, args)
      // Another reading has begun since: that one's answer counts.
      if (mine !== newest) return
      if (told === before || !reply.ok || left === 1) return apply(reply)
    }
  }
  stops.push(connection.onOpen(() => void read()))
  return { read: () => void read(), stop: () => stops.forEach((stop) => stop()) }
}
