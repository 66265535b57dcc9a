// Reads a colour as Electron tells it.

/** `0a84ffff` (red, green, blue and how opaque) becomes `#0a84ff`; empty for whatever else was told. */
export const accentOf = (told: unknown): string => {
  const [, colour] = /^#?([\da-f]{6})(?:[\da-f]{2})?$/i.exec(String(told)) ?? []
  return colour === undefined ? '' : `#${colour.toLowerCase()}`
}
