// A network of its own for a worker, with one cable to this machine that can be pulled.
import { spawnSync } from 'node:child_process'

export type OwnNetwork = {
  /** This machine, as it is seen from there: where Redis must listen as well. */
  host: string
  /** In front of a program and its arguments. */
  within: readonly string[]
  /** Nothing passes and nobody is told, until `plug`. */
  pull(): void
  plug(): void
  /** What runs in it keeps it until it ends. */
  end(): void
}

const ip = (...words: string[]) => spawnSync('ip', words)

function must(...words: string[]): void {
  const { status, stderr, error } = ip(...words)
  if (status === 0) return
  throw new Error(`ip ${words.join(' ')}: ${error ? String(error) : stderr.toString()}`)
}

let made = 0

/** Needs root and a system that allows it: see `hasOwnNetworks`. */
export function makeOwnNetwork(): OwnNetwork {
  // Two processes of tests at once: each has its own part of what is meant for such tries (198.18.0.0/15).
  const number = (process.pid * 16 + made) % 16_384
  made += 1
  const [name, here, there] = [`lectern-${number}`, `lect-h${number}`, `lect-w${number}`]
  const address = (last: number) => `198.18.${number >> 6}.${((number & 63) << 2) + last}`
  const end = () => void [ip('netns', 'delete', name), ip('link', 'delete', here)]
  try {
    must('netns', 'add', name)
    must('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name)
    must('addr', 'add', `${address(1)}/30`, 'dev', here)
    must('link', 'set', here, 'up')
    must('-n', name, 'addr', 'add', `${address(2)}/30`, 'dev', there)
    must('-n', name, 'link', 'set', there, 'up')
    must('-n', name, 'link', 'set', 'lo', 'up')
  } catch (error) {
    end()
    throw error
  }
  return {
    host: address(1),
    within: ['ip', 'netns', 'exec', name],
    // The near end, which keeps its address: there the way stays known, and leads nowhere.
    pull: () => must('link', 'set', here, 'down'),
    plug: () => must('link', 'set', here, 'up'),
    end,
  }
}

/** Whether there can be one here: Linux, root, and no container that forbids it. */
export const hasOwnNetworks: boolean = tried()

function tried(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    makeOwnNetwork().end()
    return true
  } catch {
    return false
  }
}
