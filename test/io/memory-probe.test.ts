// The memory monitor's eyes: this process and the tree below it.
import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { createScope } from '../../src/core/base/scope.ts'
import { createMemoryProbe } from '../../src/io/memory-probe.ts'
import { createProcessRegister } from '../../src/io/process/process-register.ts'
import { readTreeBytes } from '../../src/io/process-table.ts'

it('the probe tells memory, event loop, collections and CPU', async () => {
  const scope = createScope()
  const reading = await createMemoryProbe(scope, createProcessRegister()).read()
  expect(reading.rssBytes).toBeGreaterThan(1024 ** 2)
  expect(reading.heapUsedBytes).toBeLessThan(reading.rssBytes)
  expect(reading.cpuPercent).toBeGreaterThanOrEqual(0)
  expect(reading.eventLoopDelayP99Ms).toBeGreaterThanOrEqual(0)
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
