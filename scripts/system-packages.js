// Installs system packages for the tests where that is allowed: on Debian's kin, as root.
import { existsSync } from 'node:fs'
import { runQuietly } from './run.js'

const limitMs = 5 * 60 * 1000

/** Whether the packages are there now.
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say */
export async function aptInstall(packages, say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${packages.join(', ')} by apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Other installations may be under way: wait for their lock instead of failing.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2']
  const install = () =>
    runQuietly(
      '/usr/bin/apt-get',
      ['install', '-y', '--no-install-recommends', ...patience, ...packages],
      { env, timeoutMs: limitMs },
    )
  if ((await install()).code === 0) return true
  // A fresh machine has no package lists yet, or old ones.
  await runQuietly('/usr/bin/apt-get', ['update', ...patience], { env, timeoutMs: limitMs })
  return (await install()).code === 0
}

/** Whether a program can be called by its name.
 * @param {string} command
 * @param {string} versionFlag */
export const isCallable = async (command, versionFlag) =>
  (await runQuietly(command, [versionFlag], { timeoutMs: 15_000 })).code === 0
