// The studio in a browser: the built web door as a process, its one-time link in a page.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, type Browser } from '@playwright/test'
import { doorEnvironment, doorFlags } from '../../scripts/door.js'
import { projectRoot, watchPage, type Shell } from './shell.ts'

export type WebProcess = { link: string; process: ChildProcess; ended: Promise<number | null> }

/** Starts the built web door on a data folder; resolves when it has printed its link. */
export async function startWebProcess(
  dataFolder: string,
  environment: Record<string, string> = {},
  books: readonly string[] = [],
): Promise<WebProcess> {
  const entry = fileURLToPath(new URL('out/main/web.js', projectRoot))
  // As people start it: so that its memory stays small.
  const child = spawn(process.execPath, [...doorFlags, entry, '--data', dataFolder, ...books], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...doorEnvironment(), ...environment },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  // A spec that ran out of time leaves nothing running.
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  void ended.then(() => process.off('exit', end))
  const link = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /^Lectern is at (http\S+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
    void ended.then((code) => reject(new Error(`the web door ended with ${code}`)))
  })
  return { link, process: child, ended }
}

/** Two specs run at once: a second lane would only be one more engine to warm up. The window's shells have theirs. */
const oneLane = { LECTERN_WORKERS: '1' }

export async function openWebShell(
  browser: Browser,
  dataFolder: string,
  problems: string[],
): Promise<Shell> {
  const door = await startWebProcess(dataFolder, oneLane)
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  watchPage(page, problems)
  await page.goto(door.link)
  return {
    name: 'web',
    page,
    async exported(name, choose) {
      await choose()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download' }).click(),
      ])
      const path = join(dataFolder, '..', name)
      await download.saveAs(path)
      return path
    },
    async chosen(paths, choose) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose()])
      await chooser.setFiles(paths)
    },
    async kill() {
      page.removeAllListeners()
      door.process.kill('SIGKILL')
      await door.ended
      await context.close()
    },
    async close() {
      await context.close()
      door.process.kill('SIGTERM')
      expect(await door.ended, 'the exit code of the web door').toBe(0)
    },
  }
}
