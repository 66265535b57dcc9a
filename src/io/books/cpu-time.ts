// The work of this process so far: unlike the time on a clock, neither sleep nor a slow disk adds to it.

/** Milliseconds, of all its threads together. */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
