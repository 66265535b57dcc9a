// Opens the studio behind the window and binds the two: site, calls, menu, quitting.
import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import type { DeedId } from '../contract/index.ts'
import { failureOf } from '../core/base/failure-error.ts'
import type { Log } from '../core/ports/machine.ts'
import { openStudio } from '../core/studio/open-studio.ts'
import type { Studio } from '../core/studio/studio.ts'
import { environment } from '../io/environment.ts'
import { openPorts } from '../io/open-ports.ts'
import { portsOn } from '../io/runtime.ts'
import { fileLimit } from '../io/site/file-limit.ts'
import { pageLook } from '../io/site/page-look.ts'
import type { Listening } from '../io/site/listen.ts'
import { createSite } from '../io/site/site.ts'
import { listenForWatchers } from '../io/site/watched.ts'
import { prepareUpdates } from './app-updates.ts'
import { followWish, type WishHost } from './follow-wish.ts'
import { goOnWithoutWindows } from './going-on.ts'
import { createHostDeeds } from './host-abilities.ts'
import { electronRuntime } from './electron-runtime.ts'
import { bindIpc, tellPages } from './ipc.ts'
import { wordsAfter, type LaunchWish } from './launch-arguments.ts'
import { openMenu } from './menu.ts'
import { isLookedAt, notify } from './notify.ts'
import { followWords } from './own-words.ts'
import { guardPermissions } from './permissions.ts'
import { bindPower } from './power.ts'
import { offerQuickDeeds } from './quick-deeds.ts'
import { closeBeforeQuit } from './quit.ts'
import { forgetWithLibrary, rememberBook } from './recent.ts'
import { serveScheme } from './scheme.ts'
import { followTheme } from './window-theme.ts'
import { followAccent, systemAccent } from './system-accent.ts'
import { openWindowPlaces } from './kept-window.ts'
import { goTo, openWindow, showWindow } from './window.ts'

export type Door = {
  /** Brings the window to the front, or opens it, and does what a start asks for. */
  follow(wish: LaunchWish): void
}

/** Null where nobody is told; a port that is taken keeps no studio from opening. */
async function openForWatchers(
  studio: Pick<Studio, 'call'>,
  port: number,
  log: Log,
): Promise<Pick<Listening, 'close'> | null> {
  const key = environment('LECTERN_METRICS_KEY')
  if (port === 0) return null
  if (key === null) {
    log.warn('nobody is told the figures: LECTERN_METRICS_KEY is not set', { port })
    return null
  }
  try {
    return await listenForWatchers(studio, { port, key, log })
  } catch (error) {
    log.warn('nobody is told the figures: the port is not to be had', {
      port,
      error: String(error),
    })
    return null
  }
}

/**
 * `dataRoot` absent: the usual place. `safeMode`: what may be at fault is left aside, and work of before is not
 * taken up. Fails as `openPorts` does.
 */
export async function openDoor(dataRoot: string | undefined, safeMode: boolean): Promise<Door> {
  const updates = prepareUpdates()
  const opened = await openPorts({
    door: 'electron',
    dataRoot,
    ...portsOn(electronRuntime(import.meta.url)),
    resumeJobs: !safeMode,
    safeMode,
    updates: (log) => updates.open(log),
  })
  const { log, tickets } = opened.ports
  const studio = await openStudio(opened.ports, opened.options)
  const words = await followWords(studio, app.getPreferredSystemLanguages())
  const onError = (error: unknown) => log.error('the window’s door failed', failureOf(error))
  const watchers = await openForWatchers(studio, opened.settings.metricsPort, log)
  const places = openWindowPlaces(join(app.getPath('userData'), 'window.json'), onError)
  const missed: LaunchWish[] = []
  const quitting = closeBeforeQuit(async () => {
    const end = await updates.beforeClose(studio, words.now())
    await places.close()
    await watchers?.close()
    await studio.close()
    await opened.close()
    return () => {
      // What was handed over to an app that was closing is for the next one.
      if (missed.length > 0) app.relaunch({ args: wordsAfter(process.argv, missed) })
      end()
    }
  }, onError)

  const developmentServer = app.isPackaged ? null : environment('ELECTRON_RENDERER_URL')
  const site = createSite({
    media: (pathname) => studio.media(pathname),
    look: () => pageLook(studio, systemAccent()),
    tickets,
    maxFileBytes: () => fileLimit(studio),
    pageFolder: join(import.meta.dirname, '../renderer'),
    transfersFolder: opened.folder.transfers,
    developmentServer: developmentServer ? new URL(developmentServer) : undefined,
  })
  serveScheme(site, onError)
  await followTheme(studio)
  const signs = await bindPower(studio, onError)
  guardPermissions(session.defaultSession)

  let window: BrowserWindow | null = null
  const hasWindow = () => window !== null && !window.isDestroyed()
  const show = (place?: string): BrowserWindow => {
    if (!window || window.isDestroyed()) {
      const preload = join(import.meta.dirname, '../preload/index.cjs')
      window = openWindow(preload, places, words.now, place)
      window.once('closed', () => menu.windowClosed())
      signs.windowOpened()
    } else {
      if (place !== undefined) goTo(window, place)
      showWindow(window)
    }
    return window
  }
  const host = createHostDeeds(tickets, show, words.now, rememberBook)
  const addBook = (ticket: string) => void studio.call('book.import', { ticket })
  const chooseBooks = () =>
    void host.chooseBooks().then((chosen) => chosen.forEach(addBook), onError)
  followAccent((colour) => tellPages('accent.changed', { colour }))
  const tellPage = (deed: DeedId) => tellPages('menu.chosen', { deed })
  const menu = openMenu({
    ...{ words, hasWindow, tellPage },
    show: (place) => void show(place),
    addBooks: chooseBooks,
  })
  bindIpc(studio, { ...host, tellDeeds: menu.tellDeeds })
  forgetWithLibrary(studio)
  const goingOn = await goOnWithoutWindows(studio, {
    platform: process.platform,
    news: () => words.now().news,
    hasWindow: () => BrowserWindow.getAllWindows().length > 0,
    isLookedAt,
    notify: (text) => notify(text, () => void show()),
    quit: () => app.quit(),
    onError,
  })
  app.on('window-all-closed', goingOn.windowsClosed)
  app.on('activate', () => {
    if (!quitting.isClosing) show()
  })
  const wishHost: WishHost = {
    hasWindow,
    show: (place) => void show(place),
    importBook: (path) => addBook(host.ticketForPath(path)),
    chooseBooks,
    writeScript: () => tellPage('write-script'),
  }
  const follow = (wish: LaunchWish) => {
    if (quitting.isClosing) missed.push(wish)
    else void followWish(studio, wish, wishHost).catch(onError)
  }
  offerQuickDeeds(follow, words)
  return { follow }
}
