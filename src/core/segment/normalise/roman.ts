// Roman numbers, in capitals or small letters.

const wellFormed = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/
const worth: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
}

/** The number that a well-formed Roman one means, null for anything else: CIVIL, IIX, MIXed. */
export function romanValue(text: string): number | null {
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return null
  const letters = text.toUpperCase()
  if (!wellFormed.test(letters)) return null
  const values = [...letters].map((letter) => worth[letter] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}
