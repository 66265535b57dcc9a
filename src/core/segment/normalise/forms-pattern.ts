// A pattern that finds any of a table's written forms, the longest first.

/** Spaces inside a form may be narrow or missing. To be built into a pattern with the flag u. */
export const formsPattern = (forms: object): string =>
  Object.keys(forms)
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      form.replaceAll(/[.$/]/g, String.raw`\$&`).replaceAll(' ', String.raw`[ \u00a0\u202f]?`),
    )
    .join('|')
