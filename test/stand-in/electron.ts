// What `import … from 'electron'` gives in the stand-in: as much as src/main uses, and no more.
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium, type Chromium } from './chromium.ts'
import { Menu as StandInMenu } from './menu.ts'
import { protocol as standInProtocol } from './scheme-server.ts'
import { lockInstance } from './single-instance.ts'
import { strict } from './strict.ts'
import { utilityProcess as standInUtility } from './utility-process.ts'
import {
  appEvents,
  BrowserWindow as StandInWindow,
  ipcMain as standInIpc,
  setBrowser,
  webContents as standInContents,
} from './windows.ts'

let browser: Chromium | null = null
const ready = Promise.withResolvers<void>()
const paths: Record<string, string> = { documents: homedir() }

/** Where nobody has said otherwise: gone with the process. */
function temporaryUserData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-stand-in-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Where a packed app finds what electron-builder has laid beside it; a test that wants one says so. */
const resources = process.env['LECTERN_STAND_IN_RESOURCES']
if (resources !== undefined) Object.assign(process, { resourcesPath: resources })

class App extends EventEmitter {
  /** Told by whoever starts it: what was packed is run by the same executable. */
  isPackaged = resources !== undefined
  name = 'Lectern'
  /** Only a Mac has one. */
  dock = undefined
  #quitting = false
  #gone = false

  whenReady = () => ready.promise
  getPath = (name: string) =>
    name === 'userData' ? (paths[name] ??= temporaryUserData()) : (paths[name] ?? homedir())
  setPath = (name: string, path: string) => void (paths[name] = path)
  getVersion = () => '0.0.0-stand-in'
  getPreferredSystemLanguages = () => ['en-GB']
  /** It has none of its own: its browser belongs to nobody. */
  getAppMetrics = (): { pid: number; type: string }[] => []
  enableSandbox = () => {}
  hasHardwareAcceleration = true
  disableHardwareAcceleration = () => void (this.hasHardwareAcceleration = false)
  /** The newest last. */
  readonly recentDocuments: string[] = []
  addRecentDocument = (path: string) => void this.recentDocuments.push(path)
  clearRecentDocuments = () => void this.recentDocuments.splice(0)
  requestSingleInstanceLock = (additionalData?: unknown) =>
    lockInstance(this.getPath('userData'), additionalData, (data) =>
      this.emit('second-instance', {}, [], '', data),
    )
  releaseSingleInstanceLock = () => {}
  exit = (code = 0) => process.exit(code)

  quit = () => {
    if (!this.#asked('before-quit')) return
    this.#quitting = true
    const windows = StandInWindow.getAllWindows()
    if (windows.length === 0) this.quitWithoutWindows()
    for (const window of windows) window.close()
  }

  lastWindowClosed = () => {
    if (this.#quitting) this.quitWithoutWindows()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  quitWithoutWindows() {
    if (this.#gone || !this.#asked('will-quit')) return
    this.#gone = true
    this.emit('quit', {}, 0)
    void (browser?.close() ?? Promise.resolve()).then(() => process.exit(0))
  }

  #asked(name: string): boolean {
    let prevented = false
    this.emit(name, { preventDefault: () => (prevented = true) })
    return !prevented
  }
}

const standInApp = new App()
appEvents.on('web-contents-created', (...args) => standInApp.emit('web-contents-created', ...args))
appEvents.on('window-all-closed', () => standInApp.lastWindowClosed())
// As libuv's handlers replace Chromium's: who listens to a signal has it alone.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) standInApp.quit()
  })

/** Called when the app's script has run: starts the browser, if windows can be, and says that the app is ready. */
export async function becomeReady(): Promise<void> {
  if (process.argv.includes('--ozone-platform=headless')) {
    ready.resolve()
    return
  }
  browser = await startChromium(join(standInApp.getPath('userData'), 'chromium'))
  const { cdp } = browser
  await cdp.send('Target.setDiscoverTargets', { discover: true })
  void cdp.closed.then(() => {
    browser = null
    standInApp.quitWithoutWindows()
  })
  setBrowser(cdp)
  ready.resolve()
  standInApp.emit('ready')
}

export const app = strict('app', standInApp)
export const BrowserWindow = StandInWindow
export const Menu = StandInMenu
export const ipcMain = strict('ipcMain', standInIpc)
export const protocol = strict('protocol', standInProtocol)
export const webContents = strict('webContents', standInContents)
export const utilityProcess = strict('utilityProcess', standInUtility)
export const nativeTheme = strict('nativeTheme', {
  shouldUseDarkColors: false,
  themeSource: 'system',
})

/** Tests choose another one, and emit that it has changed. */
export const systemPreferences = strict(
  'systemPreferences',
  Object.assign(new EventEmitter(), {
    accent: '0a84ffff',
    getAccentColor: (): string => systemPreferences.accent,
  }),
)

/** Nobody is there to answer: tests put their own answers here. */
export const dialog = strict('dialog', {
  showOpenDialog: async (..._args: unknown[]) => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async (..._args: unknown[]) => ({ canceled: true, filePath: '' }),
  showErrorBox: (title: string, text: string) => console.error(`${title}: ${text}`),
})

/** Nobody sees them: what they say is kept, and tests click on them. */
export class Notification extends EventEmitter {
  static readonly shown: Notification[] = []
  static isSupported = () => true
  readonly title: string
  readonly body: string

  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }

  show() {
    Notification.shown.push(this)
    this.emit('show', {})
  }
}

/** Squirrel's, which the stand-in has none of. */
export const autoUpdater = strict('autoUpdater', new EventEmitter())

/** One, as large as any. */
export const screen = strict('screen', {
  getAllDisplays: () => [screen.getPrimaryDisplay()],
  getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
})

/** On mains, and told of sleep by nobody: tests emit what they want to have happened. */
export const powerMonitor = strict(
  'powerMonitor',
  Object.assign(new EventEmitter(), { isOnBatteryPower: () => false }),
)

/** What keeps the machine awake now, by its number. */
export const powerSaveBlocker = strict('powerSaveBlocker', {
  started: new Map<number, string>(),
  start(type: string): number {
    const id = Math.max(0, ...powerSaveBlocker.started.keys()) + 1
    powerSaveBlocker.started.set(id, type)
    return id
  },
  stop: (id: number) => powerSaveBlocker.started.delete(id),
})

/** What was opened outside, in order. */
export const shell = strict('shell', {
  opened: [] as string[],
  async openExternal(address: string) {
    shell.opened.push(address)
  },
  showItemInFolder(path: string) {
    shell.opened.push(path)
  },
})

/** A machine without a keyring, as the one that tests run on; tests say otherwise. */
export const safeStorage = strict('safeStorage', {
  backend: 'basic_text',
  isLocked: false,
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
  async decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (safeStorage.isLocked) throw new Error('the keyring is locked')
    return { result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }
  },
})

/** On this machine alone, and by Node. */
export const net = strict('net', {
  request: ({ session: _, ...options }: { session: unknown; hostname: string }) => request(options),
})

export const session = strict('session', {
  fromPartition: () => ({}),
  defaultSession: strict('session', {
    setPermissionRequestHandler: (_handler: unknown) => {},
    setPermissionCheckHandler: (_handler: unknown) => {},
    setDevicePermissionHandler: (_handler: unknown) => {},
  }),
})
