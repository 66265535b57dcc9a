// The fixture of every end-to-end spec: a fresh studio in the shell of the project.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { electronExecutable, openElectronShell } from './electron-shell.ts'
import type { CommandArgs, CommandName, CommandReply } from '../../src/contract/index.ts'
import { askStudio, makeTransfer } from './page/in-page.js'
import type { Shell, ShellName } from './shell.ts'
import { openWebShell } from './web-shell.ts'

export type StudioUnderTest = Omit<Shell, 'close'> & {
  /** Of this test alone; its parent is a scratch folder. */
  dataFolder: string
  /** What the page complained of; empty at the end unless the spec has taken it out. */
  problems: string[]
  /** Drops a file on the window, as a person does. */
  drop(path: string): Promise<void>
  /** Asks the studio as the page does. */
  ask<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<CommandReply<N>>
  /** Waits until this many segments of the newest book are ready, or all that are ticked. */
  narrated(segments?: number): Promise<void>
  /** Writes a file into the scratch folder; answers with its path. */
  file(name: string, bytes: Uint8Array | string): string
  /** Starts the studio again on the same data folder; the page is another one then. */
  restart(): Promise<void>
  /** The same on another data folder beside it, which is empty at first. */
  restartIn(name: string): Promise<void>
}

export const test = base.extend<{ shell: ShellName; studio: StudioUnderTest }>({
  shell: ['web', { option: true }],
  studio: async ({ shell, browser }, provide) => {
    test.skip(shell === 'electron' && !electronExecutable(), 'there is no Electron binary here')
    const scratch = mkdtempSync(join(tmpdir(), 'lectern-e2e-'))
    const dataFolder = join(scratch, 'data')
    const problems: string[] = []
    const open = (folder = dataFolder): Promise<Shell> =>
      shell === 'web'
        ? openWebShell(browser, folder, problems)
        : openElectronShell(shell, folder, problems)

    const studio: StudioUnderTest = {
      ...(await open()),
      dataFolder,
      problems,
      drop: (path) => dropFile(studio.page, path),
      ask: (name, args) => studio.page.evaluate(askStudio, { name, args }) as never,
      async narrated(segments) {
        const missing = async () => {
          const { projects } = await studio.ask('library.list', {})
          const newest = projects.toSorted((a, b) => b.createdAt - a.createdAt)[0]
          return newest ? Math.max(0, (segments ?? newest.segments) - newest.ready) : Infinity
        }
        await expect.poll(missing, { timeout: 200_000 }).toBe(0)
      },
      file(name, bytes) {
        const path = join(scratch, name)
        writeFileSync(path, bytes)
        return path
      },
      async restart() {
        Object.assign(studio, await open())
      },
      async restartIn(name) {
        const folder = join(scratch, name)
        Object.assign(studio, await open(folder), { dataFolder: folder })
      },
    }
    await provide(studio)
    await (studio as StudioUnderTest & Shell).close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
    expect(problems, 'what the page complained of').toEqual([])
  },
})

export { expect }

async function dropFile(page: Page, path: string): Promise<void> {
  const base64 = readFileSync(path).toString('base64')
  const transfer = await page.evaluateHandle(makeTransfer, { base64, name: basename(path) })
  for (const name of ['dragenter', 'dragover', 'drop']) {
    await page.locator('body').dispatchEvent(name, { dataTransfer: transfer })
  }
}
