// Notifications of the system, from the main process: the page has no part in them.
import { app, BrowserWindow, Notification } from 'electron'
import { workNews } from '../contract/messages/english-queue.ts'
import { systemClock } from '../io/clock.ts'

/** What is shown is kept: a notification that nobody holds may vanish, and its click with it. */
const shown = new Set<Notification>()
/** A system that says nothing of it has had its time then. */
const patienceMs = 2000

/** Whether one of our windows is in front. */
export const isLookedAt = (): boolean => BrowserWindow.getFocusedWindow() !== null

/** Resolves when it is shown, or will not be. `onClick`: the person wants to see more. */
export function notify(text: string, onClick: () => void): Promise<void> {
  if (!Notification.isSupported()) return Promise.resolve()
  // Windows shows nothing of an app that it does not know.
  if (process.platform === 'win32') app.setAppUserModelId('studio.lectern.app')
  const notification = new Notification({ title: workNews.title, body: text })
  shown.add(notification)
  const forget = () => void shown.delete(notification)
  notification.on('click', () => {
    forget()
    onClick()
  })
  notification.on('close', forget)
  return new Promise((resolve) => {
    const cancel = systemClock.after(patienceMs, resolve)
    const done = () => {
      cancel()
      resolve()
    }
    notification.once('show', done)
    notification.once('failed', done)
    notification.show()
  })
}
