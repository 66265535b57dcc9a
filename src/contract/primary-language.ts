// Languages without their regions and scripts.

/** The primary subtag of a BCP 47 tag, in small letters: `en-GB` → `en`. Underscores do as well. */
export const primaryOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''
