// What the bench of the desk does inside the page: plain JS, for it is sent there as it is.
// @ts-nocheck: it runs in the page, and the benches are compiled without the DOM.

/** Clicks the first book and waits for rows with words. Answers in milliseconds. */
export async function openFirstBook() {
  const book = document.querySelector('main a[href], main [data-book] button, main article button')
  const began = performance.now()
  book.click()
  const isThere = () =>
    [...document.querySelectorAll('[role="row"]')].some(({ textContent }) =>
      /Chapter|Line/.test(textContent),
    )
  while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - began
}

/** Scrolls the studio's list frame by frame, down and back at the end. */
export async function scrollRows({ frames, stride }) {
  const list = document.querySelector('[role="grid"]')
  const box = list.getBoundingClientRect()
  const middle = [box.left + box.width / 3, box.top + box.height / 2]
  const times = []
  let blank = 0
  let ghosts = 0
  let last = await new Promise((resolve) => requestAnimationFrame(resolve))
  list.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))
  for (let frame = 0; frame < frames; frame += 1) {
    const isEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1
    if (isEnd) list.scrollTop = 0
    else list.scrollTop += stride
    const now = await new Promise((resolve) => requestAnimationFrame(resolve))
    times.push(now - last)
    last = now
    // Painted, as the next frame begins: is there a row in the middle, and does it say something?
    const row = document.elementFromPoint(...middle)?.closest('[data-position]')
    if (!row) blank += 1
    else if (row.getAttribute('aria-busy') === 'true') ghosts += 1
  }
  return { times, blank, ghosts }
}

/** The least that a list of so many rows can do: those in view, in plain elements, beside the page. */
export async function scrollBareList({ frames, stride, rows }) {
  const height = 60
  const list = document.createElement('div')
  const long = document.createElement('div')
  Object.assign(list.style, { position: 'fixed', inset: '60px 320px 140px 300px' })
  Object.assign(list.style, { overflow: 'auto', background: 'white', zIndex: '99' })
  Object.assign(long.style, { position: 'relative', height: `${rows * height}px` })
  list.append(long)
  document.body.append(list)
  const shown = new Map()
  const show = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / height) - 8)
    const last = Math.min(rows - 1, Math.ceil((list.scrollTop + list.clientHeight) / height) + 8)
    for (const [index, row] of shown)
      if (index < first || index > last) {
        row.remove()
        shown.delete(index)
      }
    for (let index = first; index <= last; index += 1) {
      if (shown.has(index)) continue
      const row = document.createElement('div')
      row.dataset.bare = String(index)
      Object.assign(row.style, { position: 'absolute', inset: '0 0 auto 0', height: '60px' })
      row.style.transform = `translateY(${index * height}px)`
      row.textContent = `Line ${index} of it says that the harbour lay still under a grey sky, for nobody spoke.`
      long.append(row)
      shown.set(index, row)
    }
  }
  list.addEventListener('scroll', show)
  show()
  const box = list.getBoundingClientRect()
  const middle = [box.left + box.width / 2, box.top + box.height / 2]
  const times = []
  let blank = 0
  let last = await new Promise((resolve) => requestAnimationFrame(resolve))
  for (let frame = 0; frame < frames; frame += 1) {
    list.scrollTop += stride
    const now = await new Promise((resolve) => requestAnimationFrame(resolve))
    times.push(now - last)
    last = now
    if (!document.elementFromPoint(...middle)?.closest('[data-bare]')) blank += 1
  }
  list.remove()
  return { times, blank, ghosts: 0 }
}

/** From here on, how long each key takes until what it did is painted. */
export function measureKeys() {
  window.keyTimes = []
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A message comes after the frame was painted.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

export async function takeKeyTimes() {
  await new Promise((resolve) => setTimeout(resolve, 100))
  return window.keyTimes.splice(0)
}
