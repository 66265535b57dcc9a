// Long work in steps: what goes over all pages at once stops after each, so that the book gives signs of life.

/** Work that stops after every page, or every line of a page's edge, and gives `T` in the end. */
export type Steps<T> = Generator<undefined, T>

/** A book that takes seconds without a sign is taken for a hostile one. */
export const stepsBetweenSigns = 100

/** Does the work, with `sign` every hundred steps. */
export function* withSigns<T, S>(work: Steps<T>, sign: S): Generator<S, T> {
  for (let step = 1; ; step++) {
    const next = work.next()
    if (next.done) return next.value
    if (step % stepsBetweenSigns === 0) yield sign
  }
}
