// Functions that Playwright carries into the page; nothing of this file may refer to another.
// @ts-nocheck: they run in the page, and the tests are compiled without the DOM.

/** A drop's data, holding one file. */
export function makeTransfer({ base64, name }) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const data = new DataTransfer()
  data.items.add(new File([bytes], name))
  return data
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
