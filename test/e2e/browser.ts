// Which Chromium the end-to-end tests use; scripts/browser.js provides one before they start.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The executable. Throws a sentence when there is none. */
export function findChromium(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    chromium.executablePath(),
  ]
  const found = candidates.find((path) => path && existsSync(path))
  if (!found) throw new Error('There is no Chromium: name one in CHROMIUM_PATH.')
  return found
}
