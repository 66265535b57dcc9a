// German month names, whole and short.

const names = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** Whole names (Jänner, Feber too), or short ones with their stop, in group form for a pattern. */
export const monthPattern = String.raw`(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|Julius|August|September|Oktober|November|Dezember|(?:Jan|Feb|Febr|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\.)`

/** The name of a month from its number or from what `monthPattern` found. */
export function monthName(written: string | number): string | null {
  if (typeof written === 'number') return names[written - 1] ?? null
  if (!written.endsWith('.')) return written
  return names.find((name) => name.startsWith(written.slice(0, 3))) ?? null
}
