// The studio in Electron, or in its stand-in: the built main process and preload, driven the same.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, type ElectronApplication } from '@playwright/test'
import { findChromium } from './browser.ts'
import { projectRoot, watchPage, type Shell } from './shell.ts'

const at = (path: string) => fileURLToPath(new URL(path, projectRoot))

/** The runtime's executable; null when it was never fetched. Importing electron would fetch it. */
export function electronExecutable(): string | null {
  const folder = at('node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

type Runtime = 'stand-in' | 'electron'

export type Start = {
  /** What follows the program’s name. */
  words?: string[]
  /** It is run as a packed app, with what lies beside it in `resources`; `payload`: what was packed, else what is built here. */
  packed?: { resources: string; payload?: string }
  environment?: Record<string, string>
}

const command = (
  name: Runtime,
  dataFolder: string,
  { words = [], packed, environment: also = {} }: Start,
) => {
  const executablePath = name === 'stand-in' ? at('test/stand-in/electron') : electronExecutable()
  if (!executablePath) throw new Error('there is no Electron binary')
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
  return {
    executablePath,
    args: [packed?.payload ?? at('.'), '--data', dataFolder, ...words],
    env: {
      ...(environment as Record<string, string>),
      ...(packed && { LECTERN_STAND_IN_RESOURCES: packed.resources }),
      CHROMIUM_PATH: findChromium(),
      // The window speaks the system's language where it can.
      LANGUAGE: 'en',
      LANG: 'en_US.UTF-8',
      LECTERN_NODE: process.execPath,
      ...also,
    },
  }
}

/** Starts the app beside the one under test; resolves with its exit code. */
export function startSecond(name: Runtime, dataFolder: string, books: string[]): Promise<number> {
  const { executablePath, args, env } = command(name, dataFolder, { words: books })
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(executablePath, [...switches, ...args], { env, stdio: 'ignore' })
  return new Promise((resolve) => second.once('exit', (code) => resolve(code ?? -1)))
}

export async function openElectronShell(
  name: Runtime,
  dataFolder: string,
  problems: string[],
  start: Start = {},
): Promise<Shell & { app: ElectronApplication }> {
  const app = await _electron.launch(command(name, dataFolder, start))
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve))
  const page = await app.firstWindow()
  watchPage(page, problems)
  await page.waitForURL((url) => url.href !== 'about:blank')
  return {
    app,
    name,
    page,
    async exported(file, choose) {
      const path = join(dirname(dataFolder), file)
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
      }, path)
      await choose()
      await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({
        timeout: 60_000,
      })
      return path
    },
    async chosen(filePaths, choose) {
      await app.evaluate(({ dialog }, paths) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: paths })) as never
      }, filePaths)
      await choose()
    },
    async kill() {
      page.removeAllListeners()
      app.process().kill('SIGKILL')
      await ended
    },
    async close() {
      await app.close()
      expect(await ended, 'the exit code of the app').toBe(0)
    },
  }
}
