// Opens and closes the library at the given path, in safe mode if `safe` is said; prints which parts of a farm were loaded for it.
import { registerHooks } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'

const ofFarm = ['bullmq', 'ioredis', 'farm-in-use', 'farm-asking', 'protocol']
const parts = [...ofFarm, 'aws4fetch', 's3', 's3-store']
const loaded = new Set<string>()
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    for (const part of parts)
      if (found.url.includes(`/node_modules/${part}/`) || found.url.endsWith(`/farm/${part}.ts`))
        loaded.add(part)
    return found
  },
})
const { openPorts } = await import('../../src/io/open-ports.ts')
const { forkProcess } = await import('../../src/io/process/fork.ts')
const { builtWorkers, samplePath } = await import('../fixtures/built.ts')
const opened = await openPorts({
  ...{ door: 'test', dataRoot: process.argv[2], launch: forkProcess, entries: builtWorkers },
  ...{ samplePath, resumeJobs: false, safeMode: process.argv[3] === 'safe' },
})
// A farm is opened beside the start, which does not wait for it.
await pause(300)
await opened.close()
process.stdout.write(JSON.stringify([...loaded]))
