// Every book of the corpus from its file to reviewable chapters, in one studio that does nothing else.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { createScope } from '../../../src/core/base/scope.ts'
import { createMemoryProbe } from '../../../src/io/memory-probe.ts'
import { createProcessRegister } from '../../../src/io/process/process-register.ts'
import { openPorts } from '../../../src/io/open-ports.ts'
import { samplePathFrom, workerEntries } from '../../../src/io/places.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import type { Figure } from '../figure.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus')
/** As a door in src has it. */
const entryUrl = new URL('../../../src/cli/index.ts', import.meta.url).href
const goalMs = 2000
const goalDelayMs = 30

type Read = { name: string; ms: number; isBook: boolean; delayMs: number }

export async function benchCorpus(): Promise<Figure[]> {
  if (!existsSync(corpus)) {
    console.log('import: the corpus is not there, so none of its books is imported')
    return []
  }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-import-'))
  try {
    const read = await importAll(filesBelow(corpus), folder)
    const slowest = read.toSorted((a, b) => b.ms - a.ms)[0]
    const worst = read.toSorted((a, b) => b.delayMs - a.delayMs)[0]
    if (!slowest || !worst) return []
    const books = read.filter(({ isBook }) => isBook).length
    return [
      {
        what: `${books} books and ${read.length - books} refusals of the corpus, the slowest`,
        measured: `${(slowest.ms / 1000).toFixed(2)} s, ${slowest.name}`,
        comparedTo: '2 s',
        ratio: goalMs / slowest.ms,
        goal: '≥ 1',
      },
      {
        what: 'event loop delay p99 of the studio while importing, the worst',
        measured: `${worst.delayMs.toFixed(1)} ms, ${worst.name}`,
        comparedTo: '30 ms',
        ratio: goalDelayMs / Math.max(0.1, worst.delayMs),
        goal: '≥ 1',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^MANIFEST|^README|\.ann$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

async function importAll(files: readonly string[], folder: string): Promise<Read[]> {
  const opened = await openPorts({
    door: 'terminal',
    dataRoot: join(folder, 'data'),
    launch: forkProcess,
    entries: workerEntries(entryUrl),
    samplePath: samplePathFrom(entryUrl),
    resumeJobs: false,
  })
  const scope = createScope()
  try {
    const studio = await openStudio(opened.ports, opened.options)
    const { call, end } = callsOf(studio)
    const probe = createMemoryProbe(scope, createProcessRegister(), systemClock)
    const read: Read[] = []
    for (const path of files) {
      await probe.read()
      const began = systemClock.monotonic()
      const { jobId } = await call('book.import', { ticket: studio.tickets.issue('book', path) })
      const { state } = await end(jobId)
      const ms = systemClock.monotonic() - began
      const { eventLoopDelayP99Ms: delayMs } = await probe.read()
      read.push({ name: basename(path), ms, isBook: state === 'done', delayMs })
    }
    await studio.close()
    return read
  } finally {
    await scope.dispose()
    await opened.close()
  }
}
