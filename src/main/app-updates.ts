// New versions of the app: Electron's part of it, from whether there can be any to the very end of the app.
import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { app, autoUpdater, dialog } from 'electron'
import { fail } from '../core/base/failure-error.ts'
import type { Log } from '../core/ports/machine.ts'
import type { Studio } from '../core/studio/studio.ts'
import { environment } from '../io/environment.ts'
import type { OwnWords } from './own-words.ts'
import { endingOf } from './update-ending.ts'
import { ownAppImage, updateKind } from './update-kind.ts'
import { openUpdates, type OpenedUpdates } from './updates.ts'

export type AppUpdatesDoor = {
  /** Null where this copy does not replace itself. */
  open(log: Log): OpenedUpdates | null
  /** Asks the studio, while it can still answer, what is to be done when all has closed: what it answers ends the app. */
  beforeClose(studio: Pick<Studio, 'call'>, words: OwnWords): Promise<() => void>
}

/** Loads nothing of the updater. */
export function prepareUpdates(): AppUpdatesDoor {
  const appImage = ownAppImage(process.resourcesPath, {
    file: environment('APPIMAGE'),
    folder: environment('APPDIR'),
  })
  const { isPackaged } = app
  const copy = {
    platform: process.platform,
    isPackaged,
    resources: process.resourcesPath,
    appImage,
  }
  const kind = updateKind(copy)
  let opened: OpenedUpdates | null = null
  let handedOver: Promise<void> | null = null
  let isAsked = false
  let restarts = false
  // Each attempt to quit is one of its own: a person may keep the app open, and close it hours later.
  app.on('before-quit', () => {
    restarts = isAsked
    isAsked = false
  })

  const again = (error: unknown) => {
    handedOver = null
    throw error
  }
  const takePlace = (isRestart: boolean, words: OwnWords) => {
    // The new version may start before this one is gone.
    if (isRestart) app.releaseSingleInstanceLock()
    // Squirrel ends the app itself, if it can.
    if (kind === 'mac') autoUpdater.once('error', () => app.quit())
    const isDone = opened?.takePlace(isRestart) === true
    if (isDone && kind === 'mac') return
    if (!isDone && isRestart) {
      dialog.showErrorBox(words.notUpdated, words.failures['update-not-installed']({}))
      app.relaunch(appImage === null ? {} : { execPath: appImage, args: process.argv.slice(1) })
    }
    app.quit()
  }
  return {
    open(log) {
      if (kind === null) return null
      opened = openUpdates({
        kind,
        appImage: kind === 'appimage' ? appImage : null,
        folder: app.getPath('home'),
        checkPlace: async () => {
          if (kind === 'mac' && (await isUnsigned())) throw fail('update-by-hand')
          if (kind === 'appimage') await checkFolder(dirname(appImage ?? ''))
        },
        handOver: async () => {
          // Once: it has it then, however long the app stays open.
          if (kind === 'mac') await (handedOver ??= handToSquirrel().catch(again))
        },
        askToEnd() {
          isAsked = true
          app.quit()
        },
        log,
      })
      return opened
    },
    async beforeClose(studio, words) {
      // Now: another wish to quit may come while the studio closes.
      const isWanted = restarts
      const reply = await studio.call('update.read', {})
      const state = reply.ok ? reply.value.update?.state : undefined
      const ending = endingOf(kind, isWanted, state)
      return ending === 'none' ? () => app.quit() : () => takePlace(ending === 'restart', words)
    },
  }
}

async function checkFolder(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK)
  } catch {
    throw fail('folder-not-writable', { folder })
  }
}

/** Signed by nobody, or for this machine alone: Squirrel refuses it, once all has been fetched. */
async function isUnsigned(): Promise<boolean> {
  const bundle = join(process.execPath, '..', '..', '..')
  const { stderr } = await promisify(execFile)('/usr/bin/codesign', ['-d', '-vv', bundle]).catch(
    (error: { stderr?: string }) => ({ stderr: error.stderr ?? '' }),
  )
  return /not signed at all|TeamIdentifier=not set/.test(stderr)
}

const handToSquirrel = () =>
  new Promise<void>((resolve, reject) => {
    const settle = (end: () => void) => {
      autoUpdater
        .off('update-downloaded', take)
        .off('error', fall)
        .off('update-not-available', lack)
      end()
    }
    const take = () => settle(resolve)
    const fall = (error: Error) => settle(() => reject(error))
    const lack = () => fall(new Error('Squirrel finds nothing to take'))
    autoUpdater.on('update-downloaded', take).on('error', fall).on('update-not-available', lack)
    autoUpdater.checkForUpdates()
  })
