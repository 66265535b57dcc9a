// What holds up the work of a paused job.
import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { createGate } from '../../../src/core/base/gate.ts'

const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length

test('work passes while it is open, and waits while it is closed', async () => {
  const gate = createGate()
  const { signal } = new AbortController()
  await gate.passed(signal)
  gate.close()
  gate.close()
  let passed = 0
  const waiting = [1, 2].map(() => gate.passed(signal).then(() => (passed += 1)))
  await Promise.resolve()
  expect(passed).toBe(0)
  gate.open()
  await Promise.all(waiting)
  await gate.passed(signal)
  expect(passed).toBe(2)
})

test('a pause leaves nothing at the signal, however often there is one', async () => {
  const gate = createGate()
  const { signal } = new AbortController()
  for (let pause = 0; pause < 20; pause += 1) {
    gate.close()
    const waiting = [gate.passed(signal), gate.passed(signal)]
    expect(listenersOf(signal)).toBe(2)
    gate.open()
    await Promise.all(waiting)
  }
  expect(listenersOf(signal)).toBe(0)
})

test('whoever is aborted before it or in it is told so, and the others go on waiting', async () => {
  const gate = createGate()
  gate.close()
  const [given, other] = [new AbortController(), new AbortController()]
  const waiting = gate.passed(given.signal)
  const patient = gate.passed(other.signal)
  given.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await expect(gate.passed(given.signal)).rejects.toThrow('enough')
  gate.open()
  await patient
  expect(listenersOf(other.signal)).toBe(0)
})

test('what is aborted in the same breath as it opens does not go on', async () => {
  const gate = createGate()
  gate.close()
  const given = new AbortController()
  const waiting = gate.passed(given.signal)
  gate.open()
  given.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
})
