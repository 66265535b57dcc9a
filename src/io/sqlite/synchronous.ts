// A port's shape inside the store's thread, where nothing waits.

/** The same functions, answering at once. */
export type Synchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never
}
