// What took too long stands in the log once, with what it was made of.
import { describe, expect, it } from 'vitest'
import type { OperationName } from '../../../src/contract/index.ts'
import type { Log } from '../../../src/core/ports/machine.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { createMeasures } from '../../../src/core/studio/watch/measures.ts'
import { createSlowOperations } from '../../../src/core/studio/watch/slow-operations.ts'
import { newHistogram } from '../../../src/io/histogram.ts'
import { newNesting } from '../../../src/io/nesting.ts'

function measured(usualMs = 1000) {
  let now = 0
  const lines: { level: string; fields: object }[] = []
  const at = (level: string) => (_: string, fields: object) => void lines.push({ level, fields })
  const log = { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') } as Log
  const clock = { monotonic: () => now }
  const slow = createSlowOperations(log, clock, () => usualMs)
  const measures = createMeasures(
    { clock, memory: { rssBytes: () => 0 }, newHistogram, newNesting },
    () => {},
    slow,
  )
  const pass = (milliseconds: number) => void (now += milliseconds)
  const takes = (milliseconds: number, operation: OperationName, of?: string) =>
    measures.around(operation, of, async () => pass(milliseconds))
  return { measures, pass, takes, lines }
}

describe('a slow operation', () => {
  it('is told with the operations inside it, summed by kind, the longest first', async () => {
    const { measures, takes, lines } = measured()
    await measures.around('call', 'project.open', async () => {
      for (const milliseconds of [100, 300]) await takes(milliseconds, 'load')
      await measures.around('store', undefined, async () => takes(700, 'check'))
    })
    const small = { maxGrowthBytes: null }
    expect(lines).toEqual([
      {
        level: 'warn',
        fields: {
          slow: 'operation',
          operation: 'call',
          of: 'project.open',
          durationMs: 1100,
          spans: [
            {
              ...{ operation: 'store', of: null, count: 1, totalMs: 700, maxMs: 700, ...small },
              spans: [
                {
                  operation: 'check',
                  of: null,
                  count: 1,
                  totalMs: 700,
                  maxMs: 700,
                  ...small,
                  spans: [],
                },
              ],
            },
            {
              operation: 'load',
              of: null,
              count: 2,
              totalMs: 400,
              maxMs: 300,
              ...small,
              spans: [],
            },
          ],
        },
      },
    ])
  })

  it('is told apart from what runs beside it', async () => {
    const { measures, takes, lines } = measured()
    const beside = Promise.withResolvers<void>()
    const other = measures.around('call', 'voice.list', async () => {
      await beside.promise
      await takes(5, 'load')
    })
    await measures.around('call', 'project.open', async () => {
      await takes(1500, 'store')
      beside.resolve()
      await other
    })
    expect(lines).toHaveLength(2)
    expect(lines[1]?.fields).toMatchObject({
      of: 'project.open',
      spans: [{ operation: 'store' }],
    })
  })

  it('holds nothing of the work that it began and that outlives it', async () => {
    const { measures, takes, lines } = measured()
    const later = Promise.withResolvers<void>()
    let job = Promise.resolve()
    await measures.around('call', 'speech.start', async () => {
      job = later.promise.then(() => takes(1, 'load'))
      await takes(2000, 'store')
    })
    later.resolve()
    await job
    expect(lines.at(-1)?.fields).toMatchObject({ spans: [{ operation: 'store', count: 1 }] })
  })

  it('may take longer where it speaks or reads whole books, and is then no warning', async () => {
    const { takes, lines } = measured()
    await takes(9_000, 'speak', 'server')
    await takes(59_000, 'parse')
    await takes(9_000, 'call', 'voice.preview')
    expect(lines).toEqual([])
    await takes(11_000, 'speak', 'server')
    await takes(61_000, 'parse')
    expect(lines.map(({ level }) => level)).toEqual(['info', 'info'])
  })

  it('is told by the threshold that the person has set', async () => {
    const { takes, lines } = measured(20_000)
    await takes(15_000, 'load')
    await takes(15_000, 'speak', 'server')
    expect(lines).toEqual([])
  })

  it('is told once a minute of its kind, with how many there were meanwhile', async () => {
    const { takes, pass, lines } = measured()
    for (let time = 0; time < 4; time++) await takes(2000, 'load')
    expect(lines).toHaveLength(1)
    pass(60_000)
    await takes(2000, 'load')
    expect(lines).toHaveLength(2)
    expect(lines[1]?.fields).toMatchObject({ slowSinceLastTold: 3 })
  })

  it('is told when it failed, and not when a person cancelled it', async () => {
    const { measures, pass, lines } = measured()
    const failing = (code: 'cancelled' | 'disk-full') =>
      measures
        .around('store', code, async () => {
          pass(2000)
          throw fail(code)
        })
        .catch(() => {})
    await failing('cancelled')
    expect(lines).toEqual([])
    await failing('disk-full')
    expect(lines).toHaveLength(1)
  })
})
