// One after another under a key, beside each other under two.
import { expect, it } from 'vitest'
import { createTurns } from '../../../src/core/base/turns.ts'

it('work under one key follows in order, and other keys do not wait', async () => {
  const turns = createTurns()
  const told: string[] = []
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const first = turns('a', () => gate.then(() => void told.push('first')))
  const second = turns('a', async () => void told.push('second'))
  await turns('b', async () => void told.push('other'))
  expect(told).toEqual(['other'])
  open()
  await Promise.all([first, second])
  expect(told).toEqual(['other', 'first', 'second'])
})

it('work that fails keeps nobody from their turn, and fails for its own caller', async () => {
  const turns = createTurns()
  const broken = turns('a', () => Promise.reject(new Error('broken')))
  const next = turns('a', async () => 'done')
  await expect(broken).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
