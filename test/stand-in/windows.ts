// Windows as Chromium targets; the preload runs in a real isolated world of the page.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Cdp, CdpSession } from './cdp.ts'
import { followPreloadWorld, type PreloadWorld, worldName } from './preload-world.ts'
import { fromLoopback, toLoopback } from './scheme-server.ts'
import { strict } from './strict.ts'

const binding = 'standInSend'
const source = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8')

type Invoked = (event: object, ...args: unknown[]) => unknown
export const invokable = new Map<string, Invoked>()
export const ipcMain = {
  handle(channel: string, work: Invoked) {
    if (invokable.has(channel)) throw new Error(`${channel} is handled already`)
    invokable.set(channel, work)
  },
}

/** Set once the browser is there; windows made before wait for it. */
const browser = Promise.withResolvers<Cdp>()
export const setBrowser = (cdp: Cdp): void => browser.resolve(cdp)

/** `web-contents-created` and the end of the last window go to the app. */
export const appEvents = new EventEmitter()

type WindowOpen = (details: { url: string }) => { action: 'allow' | 'deny' }
type Message = {
  kind: string
  id: number
  channel: string
  args: unknown[]
  file: number
  url: string
}

class WebContents extends EventEmitter {
  targetId = ''
  #session: CdpSession | null = null
  #world: PreloadWorld | null = null
  #url = ''
  #closing = false
  #destroyed = false
  #opener: WindowOpen = () => ({ action: 'allow' })
  readonly ready: Promise<void>

  constructor(options: WindowOptions) {
    super()
    this.ready = this.#open(options)
    this.ready.catch((error: unknown) => this.emit('did-fail-load', error))
  }

  isDestroyed = () => this.#destroyed
  getURL = () => this.#url
  setWindowOpenHandler(handler: WindowOpen) {
    this.#opener = handler
  }

  async load(address: string): Promise<void> {
    await this.ready
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#session?.on('Page.loadEventFired', () => resolve())
    const went = await this.#session?.send<{ loaderId?: string }>('Page.navigate', {
      url: await toLoopback(address),
    })
    // A page that only turns to another place of itself is not loaded.
    if (went?.loaderId !== undefined) await promise
  }

  /** What was dragged out of the window, the last one last. */
  readonly dragged: { file: string; icon: string }[] = []
  startDrag = (item: { file: string; icon: string }) => void this.dragged.push(item)

  /** Tells the preload; what comes before there is one is lost, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    this.#tell({ kind: 'event', channel, args })
  }

  close(): void {
    this.#closing = true
    void this.ready
      .then(() => browser.promise)
      .then((cdp) => cdp.send('Target.closeTarget', { targetId: this.targetId }))
      .catch(() => {})
  }

  async #open({ width, height, webPreferences }: WindowOptions): Promise<void> {
    const preload = webPreferences?.preload
    const cdp = await browser.promise
    const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...(width && height && { width, height }),
    })
    this.targetId = targetId
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    const session = cdp.session(sessionId)
    this.#session = session
    cdp.on<{ targetId: string }>('Target.targetDestroyed', (gone) => {
      if (gone.targetId === targetId && !this.#destroyed) this.#end()
    })
    this.#world = followPreloadWorld(session, targetId)
    this.#followAddress(session)
    this.#guardNavigation(session)
    await session.send('Page.enable')
    await session.send('Runtime.enable')
    await session.send('DOM.enable')
    await session.send('Runtime.addBinding', { name: binding, executionContextName: worldName })
    session.on<{ name: string; payload: string }>('Runtime.bindingCalled', (call) => {
      if (call.name === binding) void this.#hear(JSON.parse(call.payload) as Message)
    })
    if (preload !== undefined) await this.#addPreload(session, readFileSync(preload, 'utf8'))
    await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] })
  }

  async #addPreload(session: CdpSession, preload: string): Promise<void> {
    const add = (text: string, world?: string) =>
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: text,
        ...(world && { worldName: world }),
      })
    await add(source('main-world.js'))
    const isolated = `${source('isolated-world.js')}
      ;((require) => {
        delete globalThis.standInRequire
        if (!require) return
        const module = { exports: {} }
        ;((exports) => {\n${preload}\n})(module.exports)
      })(globalThis.standInRequire)`
    await add(isolated, worldName)
  }

  #followAddress(session: CdpSession): void {
    type Navigated = { frame: { parentId?: string; url: string } }
    session.on<Navigated>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = fromLoopback(frame.url)
    })
  }

  #guardNavigation(session: CdpSession): void {
    type Paused = { requestId: string; request: { url: string }; frameId: string }
    session.on<Paused>('Fetch.requestPaused', ({ requestId, request }) => {
      let prevented = false
      const url = fromLoopback(request.url)
      const event = { url, preventDefault: () => (prevented = true) }
      // A first load is the app's own; reloads and links are the page's.
      if (this.#url !== 'about:blank' && this.#url !== '') this.emit('will-navigate', event, url)
      const answer = prevented
        ? session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : session.send('Fetch.continueRequest', { requestId })
      answer.catch(() => {})
    })
  }

  async #hear(message: Message): Promise<void> {
    const { id } = message
    const asker = this.#world?.now() ?? null
    try {
      if (message.kind === 'open') {
        const { action } = this.#opener({ url: fromLoopback(message.url) })
        if (action !== 'deny') throw new Error('the stand-in opens no second window')
        return
      }
      if (message.kind === 'path') {
        const path = await this.#pathOf(message.file)
        return this.#tell({ kind: 'answer', id, value: path }, asker)
      }
      const work = invokable.get(message.channel)
      if (!work) throw new Error(`No handler registered for '${message.channel}'`)
      const senderFrame = { url: this.#url, parent: null }
      const value = await work({ sender: this, senderFrame }, ...message.args)
      this.#tell({ kind: 'answer', id, value }, asker)
    } catch (error) {
      const threw = `Error invoking remote method '${message.channel}': ${String(error)}`
      this.#tell({ kind: 'answer', id, threw }, asker)
    }
  }

  async #pathOf(file: number): Promise<string> {
    const found = await this.#world?.evaluate<{ result: { objectId: string } }>(
      `standInFile(${file})`,
    )
    const info = await this.#session?.send<{ path: string }>('DOM.getFileInfo', {
      objectId: found?.result.objectId,
    })
    return info?.path ?? ''
  }

  /** `to`: the page that has asked, for its questions are numbered anew in the next one. */
  #tell(message: object, to = this.#world?.now() ?? null): void {
    if (to === null || to !== this.#world?.now()) return
    this.#world.evaluate(`standInReceive(${JSON.stringify(message)})`).catch((error: unknown) => {
      // What has gone meanwhile has no interest left. What another page did not take would be missed.
      if (this.#closing || this.#destroyed || this.#world?.now() !== to) return
      const what = JSON.stringify(message).slice(0, 200)
      console.error(`the page did not take ${what}: ${String(error)}`)
    })
  }

  #end(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }
}

type Bounds = { x: number; y: number; width: number; height: number }
type WindowOptions = Partial<Bounds> & {
  webPreferences?: { preload?: string; sandbox?: boolean }
}

export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>()
  readonly webContents: WebContents
  #bounds: Bounds
  #maximized = false
  #shown = false
  /** What the taskbar or the dock would show; below 0: nothing. */
  progress = -1

  constructor(options: WindowOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    const contents = new WebContents(options)
    this.webContents = strict('webContents', contents)
    const self = strict('BrowserWindow', this)
    BrowserWindow.#all.add(self)
    appEvents.emit('web-contents-created', {}, this.webContents)
    contents.once('destroyed', () => {
      BrowserWindow.#all.delete(self)
      this.emit('closed')
      if (BrowserWindow.#all.size === 0) appEvents.emit('window-all-closed')
    })
    return self
  }

  static getFocusedWindow = (): BrowserWindow | null => null
  static getAllWindows = (): BrowserWindow[] => [...BrowserWindow.#all]
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    [...BrowserWindow.#all].find((window) => window.webContents === contents) ?? null

  async loadURL(address: string): Promise<void> {
    await this.webContents.load(address)
    this.emit('ready-to-show')
  }

  isDestroyed = () => this.webContents.isDestroyed()
  isMinimized = () => false
  isVisible = () => this.#shown
  restore = () => {}
  setProgressBar = (progress: number, _options?: { mode: string }) =>
    void (this.progress = progress)
  focus = () => {}
  show = () => void (this.#shown = true)
  getNormalBounds = () => this.#bounds
  setBounds = (bounds: Bounds) => void (this.#bounds = bounds)
  isMaximized = () => this.#maximized
  maximize = () => void (this.#maximized = true)
  close = () => {
    this.emit('close', {})
    this.webContents.close()
  }
}

export const webContents = {
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string) =>
    webContents.getAllWebContents().find((contents) => contents.targetId === targetId),
}
