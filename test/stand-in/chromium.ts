// Starts the Chromium behind the windows, headless, and tells Playwright where it listens.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { findChromium } from '../e2e/browser.ts'
import { connectCdp, type Cdp } from './cdp.ts'

export type Chromium = {
  cdp: Cdp
  /** Resolves when its process has ended and writes no more. */
  close(): Promise<void>
}

/** `profile`: where the browser keeps what pages store. */
export async function startChromium(profile: string): Promise<Chromium> {
  const child = spawn(
    findChromium(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      // Ends with the pipe, so that no Chromium outlives a main process that was killed.
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-startup-window',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--password-store=basic',
      // As in Electron.
      '--autoplay-policy=no-user-gesture-required',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}`)))
    createInterface(child.stdio[2] as Readable).on('line', (line) => {
      const found = /^DevTools listening on (ws:.*)$/.exec(line)?.[1]
      // Playwright reads this very line.
      if (found) process.stderr.write(`${line}\n`)
      if (found) resolve(found)
    })
  })
  const cdp = await connectCdp(address)
  return {
    cdp,
    async close() {
      cdp.send('Browser.close').catch(() => {})
      await ended
    },
  }
}
