// What is said of speech before any was heard.

/** What most voices speak, about. */
export const usualCharactersPerSecond = 15
