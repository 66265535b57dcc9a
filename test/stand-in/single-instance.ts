// One instance to a user-data folder; a second one leaves word for the first and learns that it is one.
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** True for the first. `onSecond` hears what a later one gave with its request. */
export function lockInstance(
  userData: string,
  additionalData: unknown,
  onSecond: (additionalData: unknown) => void,
): boolean {
  const folder = join(userData, 'instance')
  const owner = join(folder, 'owner.pid')
  const word = join(folder, 'second.json')
  mkdirSync(folder, { recursive: true })
  if (isAlive(owner)) {
    writeFileSync(word, JSON.stringify(additionalData ?? null))
    return false
  }
  writeFileSync(owner, String(process.pid))
  rmSync(word, { force: true })
  watch(folder, { persistent: false }, () => {
    const said = take(word)
    if (said !== undefined) onSecond(said)
  })
  return true
}

function isAlive(owner: string): boolean {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** What was left there, once; a word that is half written is taken at the next change. */
function take(word: string): unknown {
  try {
    const said: unknown = JSON.parse(readFileSync(word, 'utf8'))
    rmSync(word)
    return said
  } catch {
    return undefined
  }
}
