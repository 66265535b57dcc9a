// A small reader of read-along books: a page that plays a sound and lights what its pairs say, as readers do.
import type { Browser } from '@playwright/test'
import type { ReadAlongPair } from '../fixtures/read-along-pairs.ts'

export type ReadAlongPage = {
  /** What is lit when the sound is at that second, and in which colour. */
  litAt(audio: string, seconds: number): Promise<{ text: string; colour: string }>
}

const origin = 'http://book.test/'
const types: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  mp3: 'audio/mpeg',
  png: 'image/png',
}

/** Nothing leaves the browser: the archive's files answer for an address that is nobody's. */
export async function openReadAlong(
  browser: Browser,
  files: ReadonlyMap<string, Buffer>,
  pairs: readonly ReadAlongPair[],
): Promise<ReadAlongPage> {
  const page = await browser.newPage()
  await page.route(`${origin}**`, async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(1))
    const body = name === '' ? Buffer.from(reader) : files.get(name)
    if (!body) return route.fulfill({ status: 404 })
    const contentType = name === '' ? 'text/html' : types[name.split('.').at(-1) ?? '']
    await route.fulfill({ body, ...(contentType && { contentType }) })
  })
  await page.goto(origin)
  return {
    litAt: (audio, seconds) =>
      page.evaluate(
        `litAt(${JSON.stringify(audio)}, ${seconds}, ${JSON.stringify(pairs.filter((pair) => pair.audio === audio))})`,
      ),
  }
}

/** Parts of a page that readers leave out of what they read. */
const marks = '[*|type~="noteref"], [*|type~="pagebreak"], [*|type~="backlink"], rt'

const reader = `<!DOCTYPE html><title>Reader</title><audio id="sound"></audio><iframe id="page"></iframe><script>
const sound = document.getElementById('sound')
const page = document.getElementById('page')
const once = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }))
async function open(element, name) {
  if (element.dataset.name === name) return
  element.dataset.name = name
  const ready = once(element, element === sound ? 'loadeddata' : 'load')
  const address = '/' + name.split('/').map(encodeURIComponent).join('/')
  // A sound that lies here whole can be sought in.
  element.src = element === sound ? URL.createObjectURL(await (await fetch(address)).blob()) : address
  await ready
}
async function litAt(audio, seconds, pairs) {
  await open(sound, audio)
  const sought = once(sound, 'seeked')
  sound.currentTime = seconds
  await sought
  const pair = pairs.find(({ from, to }) => sound.currentTime >= from && sound.currentTime < to)
  if (!pair) return { text: '', colour: '' }
  await open(page, pair.document)
  const own = page.contentDocument
  own.querySelectorAll('.read-along-lit').forEach((each) => each.classList.remove('read-along-lit'))
  own.getElementById(pair.id).classList.add('read-along-lit')
  const lit = own.querySelector('.read-along-lit')
  const words = lit.cloneNode(true)
  words.querySelectorAll('${marks}').forEach((each) => each.remove())
  return { text: words.textContent, colour: page.contentWindow.getComputedStyle(lit).backgroundColor }
}
</script>`
