// English month names, whole and short.

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Whole names, or short ones with or without a stop, in group form for a pattern. */
export const monthPattern = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`

/** The whole name of a month from its number or from what `monthPattern` found. */
export function monthName(written: string | number): string | null {
  if (typeof written === 'number') return names[written - 1] ?? null
  const start = written.slice(0, 3).toLowerCase()
  return names.find((name) => name.toLowerCase().startsWith(start)) ?? null
}
