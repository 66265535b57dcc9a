// What this door runs on, for its window and for the terminal beside it: processes and a keychain of Electron.
import { app } from 'electron'
import type { Runtime } from '../io/runtime.ts'
import { openKeychain } from './keychain.ts'
import { launchUtilityProcess } from './launch.ts'

/** Only after the app is ready: before it there are neither processes nor a keychain. */
export const electronRuntime = (entryUrl: string): Runtime => ({
  entryUrl,
  launch: launchUtilityProcess,
  runtimeProcesses: () =>
    new Map(app.getAppMetrics().map(({ pid, type }) => [pid, `electron ${type.toLowerCase()}`])),
  keys: (file, folder, log) => openKeychain(file, folder.keychain, log),
})
