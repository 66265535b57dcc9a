// Functions that Playwright carries into the page; nothing of this file may refer to another.
// @ts-nocheck: they run in the page, and the tests are compiled without the DOM.

/** A drop's data, holding one file. */
export function makeTransfer({ base64, name }) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], name))
  return data
}

/** What a drag carries before anything is put into it. */
export const emptyTransfer = () => new DataTransfer()

/** Nobody has been asked yet: a browser that shows no window says no at once. */
export function notAskedYet() {
  Object.defineProperty(Notification, 'permission', { get: () => 'default' })
}

/** From now on remembers every media element that plays, also those outside the document. */
export function watchSound() {
  const play = HTMLMediaElement.prototype.play
  window.soundUnderTest = new Set()
  HTMLMediaElement.prototype.play = function () {
    window.soundUnderTest.add(this)
    return play.call(this)
  }
}

/** How far the sound has come, in seconds over all elements, and the first error there was. */
export function soundState() {
  const elements = [...window.soundUnderTest]
  return {
    seconds: elements.reduce((sum, { currentTime }) => sum + currentTime, 0),
    error: elements.find(({ error }) => error)?.error.message ?? null,
    paused: elements.every(({ paused }) => paused),
    rates: elements.map(({ playbackRate }) => playbackRate),
    keepsPitch: elements.every(({ preservesPitch }) => preservesPitch),
  }
}

/** What a page may see of the machinery behind it. */
export function visibleToPage() {
  return {
    require: typeof globalThis.require,
    process: typeof globalThis.process,
    bridge: Object.keys(globalThis.lectern ?? {}).sort(),
    secure: isSecureContext,
  }
}

/** Asks the studio as the page does, past the page's own words. */
export async function askStudio({ name, args }) {
  const reply = globalThis.lectern
    ? await globalThis.lectern.call(name, args)
    : await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'x-lectern': '1' },
        body: JSON.stringify(args),
      }).then((response) => response.json())
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  return reply.value
}

/** How large a picture is that has been loaded. */
export const imageSize = (image) => [image.naturalWidth, image.naturalHeight]

/** What is wider than the room it has, so that it scrolls sideways or runs out of the window. */
export function sidewaysRoom() {
  const { documentElement } = document
  const scrolls = [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
  )
  const beyond = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect()
    return (
      (right > innerWidth + 1 || left < -1) && width > 1 && height > 1 && element.checkVisibility()
    )
  })
  // A control of which one end can be touched and the other cannot.
  const cut = [...document.querySelectorAll('button, select, input')].filter((element) => {
    const { left, right, top, height } = element.getBoundingClientRect()
    const holds = (x) => {
      const there = document.elementFromPoint(x, top + height / 2)
      return there !== null && (element.contains(there) || there.contains(element))
    }
    return element.checkVisibility() && holds(left + 4) !== holds(right - 4)
  })
  const wide = documentElement.scrollWidth > innerWidth + 1 ? [documentElement, ...beyond] : []
  return [...scrolls, ...cut, ...wide].map((element) => element.outerHTML.slice(0, 160))
}

/** Controls that cannot be brought into view, wholly and with nothing upon them, in what is uppermost. */
export function outOfReach() {
  const top = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document.body
  const controls = [...top.querySelectorAll('button, select, input, textarea, [role=tab]')]
  return controls
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    .filter((element) => {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const { left, right, top, bottom, width } = element.getBoundingClientRect()
      if (width <= 1) return false
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const holds = there !== null && (element.contains(there) || there.contains(element))
      return !holds || left < -1 || right > innerWidth + 1
    })
    .map((element) => element.outerHTML.slice(0, 160))
}

/** The page's own scripts whose address matches, as it has loaded them. */
export const scriptsLoaded = (part) =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes(part)).length

/** How a chosen thing is outlined, and how long its changes take. */
export const drawing = (element) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { transitionDuration } = getComputedStyle(document.querySelector('button'))
  return { outlineStyle, outlineWidth, transitionDuration }
}

/** Of switches: whether they are on, and the ground that they are drawn with. */
export const backgrounds = (elements) =>
  elements.map((element) => ({
    on: element.getAttribute('aria-checked'),
    ground: getComputedStyle(element).backgroundColor,
  }))

/** One of its styles, as computed. */
export const drawn = (element, name) => getComputedStyle(element)[name]

/** How wide one line is in the studio's own families: tells which fonts this machine has for them. */
export function fontWidths() {
  const line = document.createElement('span')
  line.style.cssText = 'position: fixed; font-size: 40px; white-space: nowrap'
  line.textContent = 'Lectern, aloud & 0123'
  document.body.append(line)
  const widths = ['var(--font-ui)', 'var(--font-book)'].map((family) => {
    line.style.fontFamily = family
    return Math.round(line.getBoundingClientRect().width)
  })
  line.remove()
  return widths
}
