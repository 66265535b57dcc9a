// What is sent, as a person reads it.

/** The same JSON on lines. */
export const readable = (user: string): string => JSON.stringify(JSON.parse(user), null, 2)
