// A door at rest, and how soon its page is there.
import { chromium } from '@playwright/test'
import { findChromium } from '../../e2e/browser.ts'
import type { Figure } from '../figure.ts'
import { openWebDoor, passed } from './web-door.ts'

/** By then what was made to start is collected, which is no rest yet. */
const settleMs = 30_000
const restMs = 60_000

export async function benchAtRest(): Promise<Figure[]> {
  const door = await openWebDoor()
  try {
    await passed(settleMs)
    const before = await door.self()
    await passed(restMs)
    const after = await door.self()
    const percent = ((after.cpuMs - before.cpuMs) / restMs) * 100
    return [
      {
        what: 'web door at rest, memory (PSS)',
        measured: `${(after.pssBytes / 1e6).toFixed(0)} MB`,
        ...{ comparedTo: '–', ratio: null, goal: '≤ 100 MB' },
      },
      {
        what: `web door at rest, processor over ${restMs / 1000} s`,
        measured: `${percent.toFixed(2)} %`,
        ...{ comparedTo: '–', ratio: null, goal: '≤ 0.5 %' },
      },
    ]
  } finally {
    await door.close()
  }
}

/** From starting the process to the first screen that can be used; the first start fills the system's caches. */
export async function benchStart(): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: findChromium() })
  try {
    const start = async () => {
      const began = performance.now()
      const door = await openWebDoor()
      const linkMs = performance.now() - began
      const page = await browser.newPage()
      try {
        // The link is worth something once, and it was used up.
        await page.context().addCookies([cookieOf(door.cookie)])
        await page.goto(new URL('/', door.link).href)
        await page.getByRole('button', { name: 'Listen to the sample' }).waitFor()
        return { linkMs, ms: performance.now() - began }
      } finally {
        await page.close()
        await door.close()
      }
    }
    await start()
    const warm = [await start(), await start(), await start()].toSorted((a, b) => a.ms - b.ms)[1]
    return [
      {
        what: 'from start to a page that can be used, warm, median of 3',
        measured: `${warm?.ms.toFixed(0)} ms (the link after ${warm?.linkMs.toFixed(0)})`,
        ...{ comparedTo: '–', ratio: null, goal: '≤ 1,500 ms' },
      },
    ]
  } finally {
    await browser.close()
  }
}

function cookieOf(pair: string) {
  const [name = '', value = ''] = pair.split('=')
  return { name, value, domain: '127.0.0.1', path: '/' }
}
