// Figures as the terminal prints them.

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`

/** To the minute. `at`: milliseconds since the epoch. */
export const minuteOf = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
