// The memory monitor's eyes: this process and the tree below it.
import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { createScope } from '../../src/core/base/scope.ts'
import { createMemoryProbe } from '../../src/io/memory-probe.ts'
import { systemClock } from '../../src/io/clock.ts'
import { createProcessRegister } from '../../src/io/process/process-register.ts'
import { createProcessTable, readTreeBytes } from '../../src/io/process-table.ts'

it('the probe tells memory, event loop, collections and CPU', async () => {
  const scope = createScope()
  const reading = await createMemoryProbe(scope, createProcessRegister(), systemClock).read()
  expect(reading.rssBytes).toBeGreaterThan(1024 ** 2)
  expect(reading.heapUsedBytes).toBeLessThan(reading.rssBytes)
  expect(reading.cpuPercent).toBeGreaterThanOrEqual(0)
  expect(reading.eventLoopDelayP99Ms).toBeGreaterThanOrEqual(0)
  await scope.dispose()
})

it.each([false, true])('a loop that stands still is seen, at rest: %s', async (isAtRest) => {
  const scope = createScope()
  const probe = createMemoryProbe(scope, createProcessRegister(), systemClock)
  probe.setAtRest(isAtRest)
  await expect
    .poll(async () => {
      // The first time that what watches the loop is late only tells when it was.
      for (let turn = 0; turn < 3; turn += 1) {
        const until = performance.now() + 150
        while (performance.now() < until);
        await new Promise(setImmediate)
      }
      return (await probe.read()).eventLoopDelayP99Ms
    })
    .toBeGreaterThan(30)
  await scope.dispose()
})

it.runIf(process.platform === 'linux')('the tree counts the children too', async () => {
  const alone = (await readTreeBytes(process.pid)) ?? 0
  const child = spawn(process.execPath, [
    '-e',
    'process.stdout.write("up"); setInterval(() => {}, 1e6)',
  ])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const both = (await readTreeBytes(process.pid)) ?? 0
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  // A Node of its own, most of which it shares with nobody.
  expect(both - alone).toBeGreaterThan(5 * 1024 ** 2)
})

it.runIf(process.platform === 'linux')(
  'a table follows what a process grows by, between deep looks',
  async () => {
    let now = 0
    const table = createProcessTable(process.pid, { monotonic: () => now })
    const memoryOf = async () => (await table.look([]))?.find(({ pid }) => pid === process.pid)
    const before = await memoryOf()
    const grown = Buffer.alloc(64 * 1024 ** 2, 1)
    now += 1000
    const after = await memoryOf()
    expect(grown.length).toBe(64 * 1024 ** 2)
    const growth = (after?.pssBytes ?? 0) - (before?.pssBytes ?? 0)
    expect(growth).toBeGreaterThan(50 * 1024 ** 2)
    expect(after?.openFiles).toBe(before?.openFiles)
    const child = spawn('sleep', ['600'])
    now += 10_000
    expect((await table.look([]))?.map(({ name }) => name)).toContain('sleep')
    child.kill('SIGKILL')
  },
)
