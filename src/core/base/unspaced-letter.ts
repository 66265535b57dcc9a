// Letters of scripts that put no spaces between words.

/** Matches one. For a text it is a hint: such scripts also stand amid others. */
export const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
