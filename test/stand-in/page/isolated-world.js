// The preload's side of the stand-in: `require('electron')` as a sandboxed preload has it. The real
// preload follows; `standInSend` is the one way to the main process.
// @ts-nocheck: it runs in the page, and the tests are compiled without the DOM.
;(() => {
  if (window !== window.top) return
  const toIsolated = 'stand-in:to-isolated'
  const toMain = 'stand-in:to-main'
  const send = globalThis.standInSend
  delete globalThis.standInSend

  const waiting = new Map()
  const listeners = new Map()
  const methods = []
  const exposed = []
  const paths = new WeakMap()
  const files = new Map()
  let next = 1

  const ask = (message) =>
    new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      send(JSON.stringify({ ...message, id }))
    })

  // Reached by the main process through the debugger, from nowhere else.
  globalThis.standInReceive = (message) => {
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args)
      return
    }
    const { resolve, reject } = waiting.get(message.id)
    waiting.delete(message.id)
    if ('threw' in message) reject(new Error(message.threw))
    else resolve(message.value)
  }
  globalThis.standInFile = (id) => files.get(id)

  /** Only the debugger knows a file's path, and it answers later: files are asked for beforehand. */
  const learnPath = async (file) => {
    const id = next++
    files.set(id, file)
    paths.set(file, await ask({ kind: 'path', file: id }))
    files.delete(id)
  }

  const strict = (name, members) =>
    new Proxy(members, {
      get(target, key) {
        if (key in target) return target[key]
        throw new Error(`the stand-in's preload has no ${name}.${String(key)}`)
      },
    })

  const electron = strict('electron', {
    ipcRenderer: strict('ipcRenderer', {
      invoke: (channel, ...args) => ask({ kind: 'invoke', channel, args }),
      on: (channel, listener) => {
        const set = listeners.get(channel) ?? new Set()
        listeners.set(channel, set.add(listener))
      },
      removeListener: (channel, listener) => listeners.get(channel)?.delete(listener),
    }),
    webUtils: strict('webUtils', { getPathForFile: (file) => paths.get(file) ?? '' }),
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (name, value) => {
        exposed.push({ kind: 'expose', name, shape: shapeOf(value) })
        tell(exposed.at(-1))
      },
    }),
  })

  const tell = (detail) => document.dispatchEvent(new CustomEvent(toMain, { detail }))

  const shapeOf = (value) => {
    if (typeof value === 'function') return { method: methods.push(value) - 1 }
    if (value === null || typeof value !== 'object') return { value }
    const members = Object.entries(value).map(([name, member]) => [name, shapeOf(member)])
    return { members: Object.fromEntries(members) }
  }

  const decode = (arg) =>
    'callback' in arg
      ? (...args) => tell({ kind: 'callback', callback: arg.callback, args })
      : arg.value

  const encode = (result) => {
    if (typeof result === 'function') return { method: methods.push(result) - 1 }
    if (!(result instanceof Promise)) return { value: result }
    const promise = next++
    result.then(
      (value) => tell({ kind: 'settled', promise, value }),
      (error) => tell({ kind: 'settled', promise, threw: String(error?.message ?? error) }),
    )
    return { promise }
  }

  const run = ({ method, args }) => {
    const values = args.map(decode)
    const chosen = values.filter((value) => value instanceof File)
    if (chosen.length === 0) return methods[method](...values)
    return Promise.all(chosen.map(learnPath)).then(() => methods[method](...values))
  }

  document.addEventListener(toIsolated, ({ detail }) => {
    if (detail.kind === 'ready') {
      exposed.forEach(tell)
      return
    }
    if (detail.kind === 'open') {
      send(JSON.stringify(detail))
      return
    }
    let result
    try {
      result = encode(run(detail))
    } catch (error) {
      result = { threw: String(error?.message ?? error) }
    }
    tell({ kind: 'answer', result })
  })

  // The preload follows in a script of its own and takes this with it.
  globalThis.standInRequire = (name) => {
    if (name === 'electron') return electron
    throw new Error(`a sandboxed preload has no ${name}`)
  }
})()
