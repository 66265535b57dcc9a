// Tells what the studio has to say of its databases: each once, until it is dismissed.
import type { DataNotice } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { words } from '../words.ts'
import type { News } from './news.ts'

/** Returns the function that stops it. */
export function tellDataNotices(connection: Connection, news: News): () => void {
  const told = new Set<string>()
  const tell = (notice: DataNotice) => {
    const key = JSON.stringify(notice)
    if (told.has(key)) return
    told.add(key)
    news.remark(words.data.notice(notice))
  }
  const stops = [
    connection.on('data.noticed', ({ notice }) => tell(notice)),
    connection.onOpen(() => {
      void connection.call('data.notices', {}).then((reply) => {
        if (reply.ok) reply.value.notices.forEach(tell)
      })
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
