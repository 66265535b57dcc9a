// Has a person choose the folder of a model that listens, by the door's dialog.
import type { MinuteAmount, ModelServerMirror } from '../state/model-server.ts'
import { words } from '../words.ts'
import { useFace } from './use-face.ts'

/** Null on the web: there is no dialog that knows folders. What is chosen is tried out at once. */
export function useListenerFolder(
  mirror: ModelServerMirror<MinuteAmount>,
): (() => Promise<void>) | null {
  const { connection, news } = useFace()
  const { chooseFolder } = connection.host
  if (chooseFolder === null) return null
  return async () => {
    const ticket = await chooseFolder()
    if (ticket === null) return
    const view = news.settle(await connection.call('listen.chooseModel', { ticket }))
    if (view === null) return
    await mirror.refresh()
    news.say(words.listener.chosen(view.onDisk?.name ?? ''))
    news.settle(await mirror.check())
  }
}
