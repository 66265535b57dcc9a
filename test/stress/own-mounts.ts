// Runs a process with mounts of its own: a disk of a few megabytes, a folder that cannot be written to.
// Mounts are seen by it and its children alone, need no rights, and are gone when it has ended.
import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import type { Channel } from '../../src/io/process/channel.ts'

export type OwnMounts = {
  /** Folder → megabytes of a disk of its own, which is empty at first. */
  disks?: Readonly<Record<string, number>>
  /** Folders that can only be read. */
  readOnly?: readonly string[]
  /** Without any network but the loopback that is not up. */
  offline?: boolean
}

const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`

/** The program and arguments in front of another program and its arguments. */
export function inOwnMounts({ disks = {}, readOnly = [], offline = false }: OwnMounts): string[] {
  const steps = [
    ...Object.entries(disks).map(
      ([folder, megabytes]) => `mount -t tmpfs -o size=${megabytes}m none ${quoted(folder)}`,
    ),
    ...readOnly.flatMap((folder) => [
      `mount --bind ${quoted(folder)} ${quoted(folder)}`,
      `mount -o remount,bind,ro ${quoted(folder)}`,
    ]),
    'exec "$0" "$@"',
  ]
  return ['unshare', '-Urm', ...(offline ? ['-n'] : []), 'sh', '-c', steps.join(' && ')]
}

/** Whether this system lets anybody have mounts of his own: most Linux do, others do not. */
export const hasOwnMounts: boolean =
  process.platform === 'linux' && spawnSync('unshare', ['-Urmn', 'true']).status === 0

/** As `forkProcess`, in mounts of its own. */
export function forkInOwnMounts(entry: string, mounts: OwnMounts): Channel {
  const [program = '', ...words] = inOwnMounts(mounts)
  const child: ChildProcess = fork(entry, ['{}'], {
    execPath: program,
    execArgv: [...words, process.execPath],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    pid: child.pid,
    post: (message) => void (child.connected && child.send(message as object, () => {})),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** How a path is reached that only a process in its own mounts sees. */
export const seenBy = (pid: number, path: string): string => `/proc/${pid}/root${path}`
