// What a spec may ask of the shell it runs in, whichever that is.
import type { ConsoleMessage, Page } from '@playwright/test'

export type ShellName = 'web' | 'stand-in' | 'electron'

export type Shell = {
  name: ShellName
  page: Page
  /** Does `choose` on the page and answers the place it asks for; resolves with the written file. */
  exported(name: string, choose: () => Promise<void>): Promise<string>
  /** Answers the next question for books with these files. */
  chosen(paths: string[], choose: () => Promise<void>): Promise<void>
  /** Ends the studio's process without any warning, as a power cut would. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Where the built doors are. */
export const projectRoot = new URL('../..', import.meta.url)

/** Notes what no page of ours may ever say: errors, and what the content policy refused. A page whose
 * studio was killed may complain; `page.removeAllListeners()` ends the watch. */
export function watchPage(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
}
