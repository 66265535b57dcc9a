// A person has heard a flagged take and keeps it as it is: its flags are gone.
import { words } from '../words.ts'
import type { Connection } from '../client/connection.ts'
import type { News } from './news.ts'

export async function keepFlagged(
  { connection, news }: { connection: Connection; news: News },
  projectId: string,
  segmentId: string,
): Promise<void> {
  const done = news.settle(await connection.call('segment.keepFlagged', { projectId, segmentId }))
  if (done !== null) news.say(words.segments.kept)
}
