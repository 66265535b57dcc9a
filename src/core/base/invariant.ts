// Misuse by our own code: crashes the test, is logged whole in the field.

/** Thrown only for bugs; never for expected trouble, which is a Failure. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws when our own code has broken a promise. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new InvariantError(promise)
}

/** Ends a switch over a closed union. */
export function assertNever(value: never): never {
  throw new InvariantError(`unreachable: ${JSON.stringify(value)}`)
}
