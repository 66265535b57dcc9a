// What measuring costs: a turn of the watch, and counting one operation.
import { createScope } from '../../../src/core/base/scope.ts'
import { createMeasures } from '../../../src/core/studio/watch/measures.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { newHistogram } from '../../../src/io/histogram.ts'
import { newNesting } from '../../../src/io/nesting.ts'
import { createMemoryProbe } from '../../../src/io/memory-probe.ts'
import { createProcessRegister } from '../../../src/io/process/process-register.ts'
import { forkProcess } from '../../../src/io/process/fork.ts'
import { cpuSeconds } from '../cpu-seconds.ts'
import type { Figure } from '../figure.ts'

const turns = 100
const operations = 1_000_000
const marked = 100_000
/** What a fast narration does in a second, each segment asked for, checked, stored and looked up. */
const operationsASecond = 400
/** Of those, chapters cut and pieces encoded at the same time: their memory is measured, too. */
const markedASecond = 10

/** Four idle children stand for the voices and the codecs. */
export async function benchCost(): Promise<Figure[]> {
  const scope = createScope()
  const register = createProcessRegister()
  const entry = new URL('../../../src/workers/codec.ts', import.meta.url)
  const children = Array.from({ length: 4 }, () =>
    register.watched(forkProcess)(entry, { name: 'lectern-codec' }),
  )
  try {
    // A second between turns, without waiting for it: each tenth is a deep look.
    let now = 0
    const probe = createMemoryProbe(scope, register, { monotonic: () => now })
    await probe.processes()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const turn =
      (await cpuSeconds(async () => {
        for (let at = 0; at < turns; at += 1) {
          now += 1000
          await probe.read()
          await probe.processes()
        }
      })) / turns
    const measures = createMeasures({
      clock: systemClock,
      memory: probe,
      newHistogram,
      newNesting,
    })
    const each =
      (await cpuSeconds(() => {
        for (let at = 0; at < operations; at += 1) measures.begin('load')('done')
      })) / operations
    const eachMarked =
      (await cpuSeconds(() => {
        for (let at = 0; at < marked; at += 1) measures.begin('encode')('done')
      })) / marked
    const share = turn + each * operationsASecond + eachMarked * markedASecond
    return [
      {
        what: 'measuring while a book is narrated: a turn a second, five processes',
        measured:
          `${(turn * 1000).toFixed(2)} ms a turn, ${(each * 1e6).toFixed(2)} µs an operation, ` +
          `${(eachMarked * 1e6).toFixed(2)} µs one with its memory: ` +
          `${(share * 100).toFixed(2)} % of a core`,
        comparedTo: 'the two cores that narrate',
        ratio: share / 2,
        goal: '< 0.01',
      },
    ]
  } finally {
    for (const child of children) child.kill()
    await scope.dispose()
  }
}
