// How many tokens a text has, before anybody has counted them.

const encoder = new TextEncoder()
/** English has about four bytes to a token; other scripts have more bytes a letter and more tokens a word. */
const bytesPerToken = 4

/** An estimate that is seldom too low. */
export const tokensOf = (text: string): number =>
  Math.ceil(encoder.encode(text).length / bytesPerToken)
