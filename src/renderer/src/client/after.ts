// The face's only timer: what it waits for otherwise comes as an event.

/** Runs once after `ms`; returns the function that prevents it. */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
