// Notifications of the system in a browser: asked for by a press alone, shown when nobody looks at the page.
import { createWorkWatch, type WorkEnd } from '../../../contract/index.ts'
import type { Connection } from '../client/connection.ts'
import { words } from '../words.ts'
import type { Library } from './library.ts'
import type { SettingValues } from './settings.ts'
import { createStore, type Readable } from '../client/store.ts'

export type Notices = {
  /** `none`: the door or the browser has none to give; in Electron the app itself sees to them. */
  permission: Readable<'none' | 'default' | 'granted' | 'denied'>
  /** Must follow a press, as browsers ask. */
  ask(): Promise<void>
}

/** What of a page's window it needs; tests hand in their own. */
export type NoticePage = {
  Notification?: {
    new (title: string, options: { body: string; tag: string }): { onclick: unknown }
    readonly permission: NotificationPermission
    requestPermission(): Promise<NotificationPermission>
  }
  document: {
    hasFocus(): boolean
    readonly visibilityState: DocumentVisibilityState
    addEventListener(name: 'visibilitychange', listener: () => void): void
  }
  focus(): void
}

/** `onLeft`: the page of a browser is left while the studio is at work; told once until it rests. */
export function createNotices(
  connection: Connection,
  settings: Readable<SettingValues>,
  library: Readable<Library>,
  page: NoticePage,
  onLeft: () => void,
): Notices {
  const { Notification } = page
  const isOurs = connection.host.door === 'web' && Notification !== undefined
  const permission = createStore<'none' | NotificationPermission>(
    isOurs ? Notification.permission : 'none',
  )
  const tell = (end: WorkEnd) => {
    if (!isOurs || permission.get() !== 'granted' || page.document.hasFocus()) return
    if (settings.get().get('notifications')?.value === false) return
    const id = end.kind === 'job' ? end.job.projectId : undefined
    const book = library.get().projects.find((project) => project.id === id)
    const body = words.workNews.ended(end, book?.title || words.workNews.title)
    // Of several pages that are open the person hears once.
    const notification = new Notification(words.workNews.title, { body, tag: 'lectern-end' })
    notification.onclick = () => page.focus()
  }
  let isLeftTold = false
  const watch = createWorkWatch((end) => {
    isLeftTold = false
    if (end !== null) tell(end)
  })
  page.document.addEventListener('visibilitychange', () => {
    const isLeft = page.document.visibilityState === 'hidden'
    if (!isLeft || isLeftTold || !watch.isAtWork || connection.host.door !== 'web') return
    isLeftTold = true
    onLeft()
  })
  connection.on('job.advanced', ({ job }) => watch.job(job))
  connection.on('queue.changed', ({ queue }) => watch.queue(queue))
  connection.onOpen(() => {
    void connection.call('queue.read', {}).then((reply) => {
      if (reply.ok) watch.queue(reply.value)
    })
    void connection.call('job.list', {}).then((reply) => {
      if (reply.ok) watch.jobs(reply.value.jobs)
    })
  })
  return {
    permission,
    async ask() {
      if (isOurs) permission.set(await Notification.requestPermission())
    },
  }
}
