// Electron's security list, all twenty points, on what was built where it can be seen there. Electron is a recorder.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { pageAddress } from '../../src/main/own-page.ts'

type Handler = (...args: never[]) => unknown
type Contents = { handlers: Map<string, Handler>; open: Handler }

const electron = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events')
  const app = Object.assign(new EventEmitter(), {
    sandboxed: 0,
    isPackaged: true,
    setPath: () => {},
    enableSandbox: () => void (app.sandboxed += 1),
    // Another instance has it: the studio stays shut, and all that comes before it is there.
    requestSingleInstanceLock: () => false,
    quit: () => {},
  })
  const schemes: { scheme: string; privileges: Record<string, boolean> }[] = []
  const opened: string[] = []
  const invoked = new Map<string, (event: object, ...args: unknown[]) => unknown>()
  return {
    app,
    schemes,
    opened,
    invoked,
    protocol: { registerSchemesAsPrivileged: (given: typeof schemes) => schemes.push(...given) },
    shell: { openExternal: async (address: string) => void opened.push(address) },
    ipcMain: {
      handle: (channel: string, work: (event: object) => unknown) => invoked.set(channel, work),
    },
    BrowserWindow: { getAllWindows: () => [] },
  }
})
vi.mock('electron', () => ({
  ...{ dialog: {}, Menu: {}, nativeTheme: {}, Notification: {}, safeStorage: {}, session: {} },
  ...{ utilityProcess: {}, ...electron },
}))

const root = join(import.meta.dirname, '..', '..')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const builtMain = read('out', 'main', 'index.js')
const pages = readdirSync(join(root, 'out', 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|css|html)$/.test(name))
  .map((name) => read('out', 'renderer', name))

/** How the only window of the built main is made. */
function preferences(): Record<string, string> {
  expect(builtMain.match(/new BrowserWindow\(/g)).toHaveLength(1)
  expect(builtMain).not.toMatch(/new (WebContentsView|BrowserView)\(/)
  const block = /webPreferences: \{([^}]*)\}/.exec(builtMain)?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/^\s*(\w+)(?:: ([^,\n]+))?,?$/gm)].map(([, name, value]) => [
      name,
      value ?? '',
    ]),
  )
}

/** A page of the app as the built main has guarded it. */
function guarded(): Contents {
  const contents: Contents = { handlers: new Map(), open: () => undefined }
  electron.app.emit(
    'web-contents-created',
    {},
    {
      on: (name: string, handler: Handler) => contents.handlers.set(name, handler),
      setWindowOpenHandler: (handler: Handler) => (contents.open = handler),
    },
  )
  return contents
}

/** Whether the handler of that event lets it happen. */
function letsHappen(name: string, url = ''): boolean {
  let prevented = false
  const handler = guarded().handlers.get(name) as ((event: object) => void) | undefined
  handler?.({ url, preventDefault: () => (prevented = true) })
  return !prevented
}

/** What the built preload requires, and what it gives the page. */
function preload() {
  const required: string[] = []
  const exposed: Record<string, object> = {}
  const channels: string[] = []
  let heard: (...args: unknown[]) => void = () => {}
  runInNewContext(read('out', 'preload', 'index.cjs'), {
    require(name: string) {
      required.push(name)
      return {
        contextBridge: {
          exposeInMainWorld: (key: string, api: object) => void (exposed[key] = api),
        },
        ipcRenderer: {
          invoke: (channel: string) => channels.push(channel),
          on: (_channel: string, listener: typeof heard) => (heard = listener),
          removeListener: () => {},
        },
        webUtils: { getPathForFile: () => '/book' },
      }
    },
  })
  return { required, exposed, channels, hear: (...args: unknown[]) => heard(...args) }
}

const never = (...words: string[]) => {
  const told = [builtMain, read('out', 'preload', 'index.cjs'), ...pages].filter((text) =>
    words.some((word) => text.includes(word)),
  )
  expect(told).toHaveLength(0)
}

/** Addresses that are names, references to read and examples to fill in: the page asks for none of them. */
const onlyNames =
  /^https?:\/\/(www\.w3\.org|json-schema\.org|react\.dev|base-ui\.com|127\.0\.0\.1:\d+)\//

type Point = { check: () => void | Promise<void>; also?: [file: string, name: string] }
const points: Record<string, Point> = {
  '1 Only secure content is loaded': {
    check() {
      expect(builtMain.match(/\.loadURL\((.*?)\)/g)).toEqual(['.loadURL(`${pageAddress}${place}`)'])
      expect(builtMain).not.toMatch(/\.loadFile\(/)
      expect(new URL(pageAddress).protocol).toBe('lectern:')
      const addresses = pages.flatMap((text) => text.match(/https?:\/\/\w[^"'`)\s\\]+/g) ?? [])
      expect(addresses.filter((address) => !onlyNames.test(address))).toEqual([])
    },
  },
  '2 No Node in the page': {
    check: () => {
      expect(preferences()).toEqual({
        preload: '',
        sandbox: 'true',
        contextIsolation: 'true',
        nodeIntegration: 'false',
        backgroundThrottling: 'false',
      })
      never('nodeIntegrationInWorker', 'nodeIntegrationInSubFrames')
    },
    also: ['e2e/guarded.spec.ts', 'the page sees nothing of the machinery behind it'],
  },
  '3 Contexts are isolated': {
    check: () => expect(preferences()).toMatchObject({ contextIsolation: 'true' }),
  },
  '4 Processes are in the sandbox': {
    check() {
      expect(preferences()).toMatchObject({ sandbox: 'true' })
      expect(electron.app.sandboxed).toBe(1)
      expect(builtMain).not.toMatch(/no-sandbox|commandLine/)
      expect(preload().required).toEqual(['electron'])
    },
  },
  '5 Permissions are asked of us': {
    async check() {
      const { guardPermissions } = await import('../../src/main/permissions.ts')
      const handlers: Record<string, Handler> = {}
      const keep = (name: string) => (handler: Handler) => void (handlers[name] = handler)
      guardPermissions({
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
      } as never)
      const asked = [
        'media',
        'geolocation',
        'notifications',
        'openExternal',
        'clipboard-read',
        'hid',
      ]
      const allowed = (permission: string): unknown[] => {
        const answers: unknown[] = [handlers['check']?.(...([null, permission] as never[]))]
        const answer = (given: boolean) => answers.push(given)
        handlers['request']?.(...([null, permission, answer] as never[]))
        return answers
      }
      expect(asked.flatMap(allowed)).toEqual(asked.flatMap(() => [false, false]))
      expect(handlers['device']?.()).toBe(false)
      expect(builtMain).toContain('guardPermissions(session.defaultSession)')
      expect(builtMain).not.toMatch(/fromPartition|partition:/)
    },
  },
  '6 webSecurity stays on': { check: () => never('webSecurity', 'disable-web-security') },
  '7 There is a Content Security Policy': {
    check() {
      const html = read('out', 'renderer', 'index.html')
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/)
    },
    also: [
      'io/site/site.test.ts',
      'serves the page with its look and a nonce of its own each time, never cached',
    ],
  },
  '8 No insecure content is let in': { check: () => never('allowRunningInsecureContent') },
  '9 No experimental features': { check: () => never('experimentalFeatures') },
  '10 No features of Blink are switched on': {
    check: () => never('enableBlinkFeatures', 'enable-blink-features'),
  },
  '11 No webview may open windows': { check: () => never('allowpopups') },
  '12 No webview is attached at all': {
    check() {
      expect(letsHappen('will-attach-webview')).toBe(false)
      never('webviewTag', '<webview')
    },
  },
  '13 Navigation stays at home': {
    check() {
      for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
        expect(letsHappen(event, pageAddress)).toBe(true)
        for (const url of [
          'https://example.com/',
          'lectern://app.evil.example/',
          'file:///etc/passwd',
        ])
          expect(letsHappen(event, url)).toBe(false)
      }
    },
    also: [
      'e2e/guarded.window.spec.ts',
      'nothing leads away from the page, and no second window opens',
    ],
  },
  '14 No window is opened': {
    check() {
      const { open } = guarded()
      for (const url of [pageAddress, 'https://example.com/', 'about:blank'])
        expect(open({ url } as never)).toEqual({ action: 'deny' })
    },
    also: [
      'e2e/guarded.window.spec.ts',
      'nothing leads away from the page, and no second window opens',
    ],
  },
  '15 The system’s browser is given our few places alone': {
    check() {
      electron.opened.length = 0
      const { open } = guarded()
      for (const url of ['file:///etc/passwd', 'https://evil.example/', 'http://www.gnu.org/'])
        open({ url } as never)
      open({ url: 'https://www.gnu.org/licenses/gpl-3.0.html' } as never)
      expect(electron.opened).toEqual(['https://www.gnu.org/licenses/gpl-3.0.html'])
      expect(builtMain.match(/openExternal\(/g)).toHaveLength(1)
      expect(builtMain).not.toContain('openPath(')
    },
    also: ['main/own-page.test.ts', 'opens our few places by https and nothing else'],
  },
  '16 Electron is a current one, and exactly that': {
    check() {
      const { devDependencies } = JSON.parse(read('package.json')) as {
        devDependencies: { electron: string }
      }
      expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
      expect(Number.parseInt(devDependencies.electron)).toBeGreaterThanOrEqual(45)
    },
  },
  '17 Every message’s sender is looked at': {
    async check() {
      const { bindIpc } = await import('../../src/main/ipc.ts')
      bindIpc(
        { callUnchecked: async () => 'answered', onAny: () => () => {} } as never,
        {} as never,
      )
      const channels = [...builtMain.matchAll(/answer\("(lectern:[\w-]+)"/g)].map(
        ([, name]) => name,
      )
      expect([...electron.invoked.keys()]).toEqual(channels)
      expect(builtMain.match(/ipcMain\.(on|once|handle|handleOnce)\(/g)).toHaveLength(1)
      const frames = [
        null,
        { url: 'https://evil.example/', parent: null },
        { url: pageAddress, parent: {} },
        { url: 'lectern://app.evil.example/', parent: null },
      ]
      for (const answer of electron.invoked.values())
        for (const senderFrame of frames)
          expect(() => answer({ senderFrame })).toThrow('is not for')
      const own = { senderFrame: { url: pageAddress, parent: null } }
      expect(await electron.invoked.get('lectern:call')?.(own, 'x', {})).toBe('answered')
    },
    also: ['e2e/guarded.spec.ts', 'what the contract does not know is refused, in every shell'],
  },
  '18 The page is not a file': {
    check() {
      expect(electron.schemes).toEqual([
        {
          scheme: 'lectern',
          privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true },
        },
      ])
      expect(builtMain).not.toMatch(/file:\/\/|registerFileProtocol|interceptFileProtocol/)
    },
  },
  '19 Fuses are set': {
    check: () =>
      expect(read('electron-builder.yml')).toContain('grantFileProtocolExtraPrivileges: false'),
    also: ['packaging/packaging.test.ts', 'closes the doors of a packaged Electron'],
  },
  '20 The page is given nothing of Electron': {
    check() {
      const { exposed, channels, hear } = preload()
      expect(Object.keys(exposed)).toEqual(['lectern'])
      const bridge = exposed['lectern'] as {
        call(...args: unknown[]): void
        on(listener: (...args: unknown[]) => void): () => void
        host: Record<string, unknown>
      }
      expect(Object.keys(bridge).toSorted()).toEqual(['call', 'host', 'on'])
      const told: unknown[][] = []
      bridge.on((...args) => told.push(args))
      hear({ sender: 'Electron’s own' }, 'job.advanced', 1)
      expect(told).toEqual([['job.advanced', 1]])
      bridge.call('x', {})
      for (const deed of Object.values(bridge.host)) if (typeof deed === 'function') deed('word')
      expect(channels.filter((channel) => !builtMain.includes(`answer("${channel}"`))).toEqual([])
    },
    also: ['e2e/guarded.spec.ts', 'the page sees nothing of the machinery behind it'],
  },
}

describe('Electron’s security list', () => {
  beforeAll(async () => {
    await import(join(root, 'out', 'main', 'index.js'))
  })

  test('has twenty points', () => {
    expect(Object.keys(points).map((name) => Number.parseInt(name))).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
  })

  test.each(Object.entries(points))('%s', async (_name, { check, also }) => {
    await check()
    if (also !== undefined) expect(read('test', also[0])).toContain(`'${also[1]}'`)
  })
})
