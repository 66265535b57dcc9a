// What checks a value that came from outside, as the contract's schemas do.

export type Schema<T> = {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { message: string } }
}
