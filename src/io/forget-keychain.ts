// Electron's entry in the system's keychain, by which keys of servers were encrypted: worth nothing without them.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * The program that removes it; null on Windows, where what encrypts lies in the library itself. Chromium names the
 * entry after the app.
 */
export function keychainRemover(platform: NodeJS.Platform): [string, ...string[]] | null {
  if (platform === 'darwin')
    return ['/usr/bin/security', 'delete-generic-password', '-s', 'Lectern Safe Storage']
  return platform === 'win32' ? null : ['secret-tool', 'clear', 'application', 'Lectern']
}

/** Where there is no such entry, or no such program, there is nothing to remove. */
export async function forgetKeychain(): Promise<void> {
  const [program, ...words] = keychainRemover(process.platform) ?? []
  if (program === undefined) return
  await promisify(execFile)(program, words, { timeout: 10_000 }).catch(() => {})
}
