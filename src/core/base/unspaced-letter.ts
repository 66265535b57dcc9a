// Letters of scripts that put no spaces between words.

/**
 * Matches one, also where several scripts share it, as the long vowel of kana. For a text it is a hint: such scripts
 * also stand amid others.
 */
export const unspacedLetter =
  /(?=[\p{L}\p{M}\p{N}])[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]/u
