// Does what the plan says to what is running, once.
import { rmSync, statSync, truncateSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolderAt } from '../../src/io/data-folder.ts'
import { markedProcesses } from '../kill/marked-processes.ts'
import type { KillableStudio } from '../kill/start-studio.ts'
import type { StartedSpeechServer } from '../speech-server/start-speech-server.ts'
import type { Fault } from './fault.ts'
import { filesBelow } from './older-folder.ts'
import { fillDisk } from './small-disk.ts'

export type Stage = {
  data: string
  /** Where the small disk is, if the fault needs one. */
  disk: string
  mark: string
  server: StartedSpeechServer
  /** Of now; null while none is open. */
  studio(): KillableStudio | null
  kill(): Promise<void>
  /** Whether the run has come to its end. */
  ended(): boolean
}

/** Resolves when the trouble is over; answers what it met, for the table. */
export async function strike(fault: Fault, stage: Stage): Promise<string> {
  switch (fault.kind) {
    case 'kill-main':
      await stage.kill()
      return ''
    case 'kill-child': {
      const child = await whenThere(stage, () =>
        markedProcesses(stage.mark).find(({ name }) => name === fault.child),
      )
      if (!child) return 'none was there'
      try {
        process.kill(child.pid, 'SIGKILL')
        return ''
      } catch {
        return 'it had ended'
      }
    }
    case 'end-store': {
      const studio = await whenThere(stage, stage.studio)
      await studio?.endStore().catch(() => {})
      return studio ? '' : 'none was there'
    }
    case 'disk-full': {
      const free = fillDisk(stage.disk)
      await pause(fault.forMs)
      free()
      return ''
    }
    case 'damage':
      return damage(fault, stage)
    case 'server-fails':
      await stage.server.control(fault.profile)
      await pause(fault.forMs)
      await stage.server.control(null)
      return ''
  }
}

/** A child may not have been started yet: looks again until the run has ended. */
async function whenThere<T>({ ended }: Stage, look: () => T | undefined | null): Promise<T | null> {
  for (;;) {
    const found = look()
    if (found) return found
    if (ended()) return null
    await pause(5)
  }
}

async function damage(
  { where, how, which }: Extract<Fault, { kind: 'damage' }>,
  stage: Stage,
): Promise<string> {
  const folder = dataFolderAt(stage.data)[where]
  const found = await whenThere(stage, () => {
    try {
      const files = filesBelow(folder)
      return files[Math.floor(which * files.length)]
    } catch {
      // The folders come and go.
      return null
    }
  })
  if (!found) return 'none was there'
  try {
    if (how === 'removed') rmSync(found)
    else truncateSync(found, Math.floor(statSync(found).size / 2))
    return ''
  } catch {
    return 'it had gone'
  }
}
