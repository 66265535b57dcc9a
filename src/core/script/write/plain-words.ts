// A line without what was written for the eye: signs of lists and quotes, emphasis, links, tags.

/** White space collapsed; empty where nothing is left. */
export const plainWords = (line: string): string =>
  line
    .replace(/^\s*(?:>\s*)*(?:[-*+•–]\s+)?/, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\*(\S(?:[^*]*\S)?)\*/g, '$1')
    .replace(/(^|[\s(“"'])_(\S[^_]*)_(?=$|[\s.,;:!?)”"'])/g, '$1$2')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
