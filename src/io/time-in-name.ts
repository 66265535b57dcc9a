// A time as it may stand in a file's name, on every system.

/** `at`: milliseconds since the epoch. Sorts as the times do. */
export const timeInName = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-')
