// The page's side of the stand-in's context bridge: builds what the preload exposes. Speaks to the
// isolated world by events, whose details are cloned between worlds, as Electron clones arguments.
// @ts-nocheck: it runs in the page, and the tests are compiled without the DOM.
;(() => {
  if (window !== window.top) return
  const toIsolated = 'stand-in:to-isolated'
  const toMain = 'stand-in:to-main'
  const callbacks = []
  const promises = new Map()
  let lastAnswer

  const tell = (detail) => document.dispatchEvent(new CustomEvent(toIsolated, { detail }))

  const encode = (value) =>
    typeof value === 'function' ? { callback: callbacks.push(value) - 1 } : { value }

  const decode = (result) => {
    if ('threw' in result) throw new Error(result.threw)
    if ('promise' in result) {
      return new Promise((resolve, reject) => promises.set(result.promise, { resolve, reject }))
    }
    return 'method' in result ? methodOf(result.method) : result.value
  }

  // Events are heard at once, so the answer is there when `tell` returns.
  const methodOf =
    (method) =>
    (...args) => {
      tell({ kind: 'call', method, args: args.map(encode) })
      return decode(lastAnswer)
    }

  const build = (shape) => {
    if ('method' in shape) return methodOf(shape.method)
    if (!('members' in shape)) return shape.value
    const entries = Object.entries(shape.members).map(([name, member]) => [name, build(member)])
    return Object.freeze(Object.fromEntries(entries))
  }

  document.addEventListener(toMain, ({ detail }) => {
    if (detail.kind === 'expose') {
      if (!Object.hasOwn(window, detail.name)) {
        Object.defineProperty(window, detail.name, { value: build(detail.shape), enumerable: true })
      }
    } else if (detail.kind === 'answer') lastAnswer = detail.result
    else if (detail.kind === 'callback') callbacks[detail.callback](...detail.args)
    else if (detail.kind === 'settled') {
      const promise = promises.get(detail.promise)
      promises.delete(detail.promise)
      if ('threw' in detail) promise.reject(new Error(detail.threw))
      else promise.resolve(detail.value)
    }
  })
  // The app decides about new windows; the stand-in can only take a no, as Electron shows it.
  const open = (address) => {
    tell({ kind: 'open', url: new URL(address, location.href).href })
    return null
  }
  window.open = open
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null
    if (!link) return
    event.preventDefault()
    open(link.href)
  })
  // Whichever world comes first, the other hears of it.
  tell({ kind: 'ready' })
})()
