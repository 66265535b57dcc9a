// What was begun inside what, across awaits.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Nesting } from '../core/ports/machine.ts'

export function newNesting<T>(): Nesting<T> {
  const storage = new AsyncLocalStorage<T>()
  return {
    current: () => storage.getStore(),
    within: (value, work) => storage.run(value, work),
  }
}
