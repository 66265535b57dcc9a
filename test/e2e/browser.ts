// Which Chromium the end-to-end tests use; scripts/browser.js provides one before they start.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { systemChromium } from '../fixtures/chromium.ts'

/** The executable. Throws a sentence when there is none. */
export function findChromium(): string {
  if (systemChromium !== null) return systemChromium
  const own = chromium.executablePath()
  if (!existsSync(own)) throw new Error('There is no Chromium: name one in CHROMIUM_PATH.')
  return own
}
