// New versions of the app by electron-updater, which is loaded when one is first looked for. Its only importer.
import { linkSync, renameSync, rmSync } from 'node:fs'
import type { AppImageUpdater, AppUpdater, BaseUpdater, Logger, UpdateInfo } from 'electron-updater'
import type { Release } from '../contract/index.ts'
import { abortError } from '../core/base/scope.ts'
import type { Log } from '../core/ports/machine.ts'
import type { AppUpdates } from '../core/ports/updates.ts'
import { updateFailure } from './update-failures.ts'
import type { UpdateKind } from './update-kind.ts'

/** More is not read by anybody. */
const longestNotes = 20_000

const classes = {
  nsis: 'NsisUpdater',
  mac: 'MacUpdater',
  appimage: 'AppImageUpdater',
  deb: 'DebUpdater',
} as const

/** Stands for Electron's app where there is none. */
export type UpdaterApp = ConstructorParameters<typeof AppImageUpdater>[1]

export type UpdatesHost = {
  kind: UpdateKind
  /** The file that an AppImage was started from. */
  appImage: string | null
  /** Where what is fetched is written, for people. */
  folder: string
  /** Whether this copy may be replaced at all: asked before anything is fetched. Rejects with the reason. */
  checkPlace(): Promise<void>
  /** Has the system take what was fetched, where it does so while the app runs. */
  handOver(): Promise<void>
  askToEnd(): void
  log: Log
  /** Absent: Electron's own. */
  load?: (log: Logger) => Promise<AppUpdater>
}

export type OpenedUpdates = AppUpdates & {
  /**
   * Puts what was fetched in this one's place, at the very end of the app; false: it did not, and the old one is as
   * it was. `restarts`: the new one is started.
   */
  takePlace(restarts: boolean): boolean
}

/** An updater that does nothing by itself. */
export async function loadUpdater(
  kind: UpdateKind,
  logger: Logger,
  app?: UpdaterApp,
): Promise<AppUpdater> {
  const library = await import('electron-updater')
  const updater: AppUpdater = new library[classes[kind]](undefined, app)
  updater.logger = logger
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.disableWebInstaller = true
  // It would tell the server a number of this installation, for roll-outs by and by.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  return updater
}

export function openUpdates(host: UpdatesHost): OpenedUpdates {
  const { kind, log } = host
  const load = host.load ?? ((logger: Logger) => loadUpdater(kind, logger))
  let loaded: AppUpdater | null = null
  const updater = async () => (loaded ??= await load(loggerOf(log)))
  const failing = (error: unknown) => updateFailure(error, host.folder)
  return {
    way: kind === 'deb' ? 'password' : 'by-itself',
    async look() {
      try {
        const found = await (await updater()).checkForUpdates()
        return found?.isUpdateAvailable === true ? releaseOf(found.updateInfo) : null
      } catch (error) {
        throw failing(error)
      }
    },
    async fetch(onProgress, signal) {
      const tell = ({ transferred, total }: { transferred: number; total: number }) =>
        onProgress(transferred, total)
      const one = await updater()
      const { CancellationToken } = await import('electron-updater')
      const token = new CancellationToken()
      const cancel = () => token.cancel()
      signal.addEventListener('abort', cancel)
      one.on('download-progress', tell)
      try {
        await host.checkPlace()
        signal.throwIfAborted()
        await one.downloadUpdate(token)
      } catch (error) {
        throw signal.aborted ? abortError() : failing(error)
      } finally {
        signal.removeEventListener('abort', cancel)
        one.off('download-progress', tell)
      }
    },
    async install(mayEnd) {
      try {
        await host.handOver()
      } catch (error) {
        throw failing(error)
      }
      if (!mayEnd()) return false
      host.askToEnd()
      return true
    },
    takePlace(restarts) {
      if (loaded === null) return false
      if (kind === 'mac') {
        loaded.quitAndInstall()
        return true
      }
      const one = loaded as BaseUpdater
      const install = () => one.install(true, restarts)
      return host.appImage === null ? install() : keepingOld(host.appImage, install)
    },
  }
}

/** The updater removes the old file before the new one is there; where that fails, this puts it back. */
export function keepingOld(path: string, install: () => boolean): boolean {
  const kept = `${path}.lectern-old`
  rmSync(kept, { force: true })
  try {
    linkSync(path, kept)
  } catch {
    // A file system without links: as the updater does it.
    return install()
  }
  const isInstalled = install()
  // Also where half of the new one is there; where nothing was touched both are one file, and it stays.
  if (!isInstalled) renameSync(kept, path)
  rmSync(kept, { force: true })
  return isInstalled
}

/** The feed is text of strangers: what is no text is left out. */
function releaseOf({ version, releaseNotes }: UpdateInfo): Release {
  const notes: unknown = releaseNotes
  return { version, notes: typeof notes === 'string' ? notes.trim().slice(0, longestNotes) : '' }
}

const loggerOf = (log: Log): Logger => ({
  info: (message) => log.debug(`updater: ${String(message)}`),
  warn: (message) => log.warn('the updater warns', { detail: String(message) }),
  error: (message) => log.warn('the updater failed', { detail: String(message) }),
})
