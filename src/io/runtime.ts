// What a door runs on: Node, or Electron, which has no Node beside it where it is packed.
import type { DoorOptions } from './open-ports.ts'
import { samplePathFrom, workerEntries } from './places.ts'
import { forkProcess } from './process/fork.ts'

export type Runtime = Pick<DoorOptions, 'launch' | 'keys' | 'runtimeProcesses'> & {
  /** The address of the door's entry, beside which the workers and the page are. */
  entryUrl: string
}

/** For an entry that Node was started with. */
export const nodeRuntime = (entryUrl: string): Runtime => ({ entryUrl, launch: forkProcess })

/** What `openPorts` is told of it. */
export const portsOn = ({ entryUrl, ...own }: Runtime) => ({
  ...own,
  entries: workerEntries(entryUrl),
  samplePath: samplePathFrom(entryUrl),
})
