// Looks into the main process when a person asks for it: what its heap is made of, and where its time goes.
import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { writeHeapSnapshot } from 'node:v8'
import type { Clock, Scope } from '../core/base/scope.ts'
import { passed } from '../core/base/passed.ts'
import { failure } from '../core/base/failure-error.ts'
import type { Inspector } from '../core/ports/machine.ts'
import { timeInName } from './time-in-name.ts'
import { writeFailure } from './write-failure.ts'
import type { Launch } from './process/channel.ts'
import { connect } from './process/remote.ts'

/** The counting child reads a whole snapshot at once: several times as much as the heap it is of. */
const countingHeapMegabytes = 2048

/** `folder` gets the files; it is there, and is closed to others. `entry` is workers/heap-counter. */
export function createInspector(options: {
  folder: string
  launch: Launch
  entry: URL
  clock: Clock
  scope: Scope
}): Inspector {
  const { folder, launch, entry, clock, scope } = options
  /** What is in memory is nobody else's: texts, and keys. What a killed counting has left goes. */
  const guard = () => {
    try {
      chmodSync(folder, 0o700)
      for (const name of readdirSync(folder))
        if (name.startsWith('counting-')) rmSync(join(folder, name), { force: true })
    } catch (error) {
      throw writeFailure(error, folder)
    }
  }
  const nameOf = (kind: string, ending: string) => `${kind}-${timeInName(clock.now())}.${ending}`
  const told = async (file: string) => ({ file, bytes: (await stat(join(folder, file))).size })

  const snapshot = (path: string) => {
    try {
      writeHeapSnapshot(path)
    } catch (error) {
      throw writeFailure(error, folder)
    }
  }

  return {
    async heapSnapshot() {
      guard()
      const file = nameOf('heap', 'heapsnapshot')
      snapshot(join(folder, file))
      return told(file)
    },
    async cpuProfile(seconds) {
      guard()
      const file = nameOf('cpu', 'cpuprofile')
      const session = new Session()
      session.connect()
      try {
        await session.post('Profiler.enable')
        await session.post('Profiler.start')
        await passed(scope, clock, seconds * 1000)
        const { profile } = await session.post('Profiler.stop')
        await writeFile(join(folder, file), JSON.stringify(profile)).catch((error: unknown) => {
          throw writeFailure(error, folder)
        })
      } finally {
        session.disconnect()
      }
      return told(file)
    },
    async objects() {
      guard()
      const path = join(folder, nameOf('counting', 'heapsnapshot'))
      const counter = launch(entry, {
        name: 'lectern-heap-counter',
        heapMegabytes: countingHeapMegabytes,
      })
      const remote = connect(counter, (code) =>
        failure('unexpected', {}, `the counting of objects ended with ${code}`),
      )
      try {
        snapshot(path)
        return await remote.call('count', path, { signal: scope.signal })
      } finally {
        remote.kill()
        await rm(path, { force: true })
      }
    },
  }
}
