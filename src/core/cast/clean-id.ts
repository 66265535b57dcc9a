// A name as an id of the cast: `Mr. Brook` is `mr-brook`.

/** With a number behind it an id of the cast still: 64 units. */
const longestId = 56

/** Never empty: a name without any letter that an id may have is `somebody`. */
export const cleanId = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, longestId)
    .replace(/-$/, '') || 'somebody'
