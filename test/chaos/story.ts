// The book of every run, and what a person changes in it.

const chapters = 3
const paragraphs = 9

const paragraph = (chapter: number, index: number) =>
  `Paragraph ${index + 1} of chapter ${chapter + 1} tells of a lamp that was lit at ${index + 3} minutes past nine, ` +
  `and of the keeper who counted ${index * 7 + chapter} waves before he slept. He did not hurry; nobody did.`

/** In Markdown. */
export const story = `# The Keeper

${Array.from({ length: chapters }, (_, chapter) => {
  const texts = Array.from({ length: paragraphs }, (_unused, index) => paragraph(chapter, index))
  return `## Chapter ${chapter + 1}\n\n${texts.join('\n\n')}`
}).join('\n\n')}
`

/** By position: what a row says in the end. */
export const edits: readonly { position: number; text: string }[] = [
  { position: 2, text: 'The lamp was lit late that night, and the keeper knew why.' },
  { position: 11, text: 'Nobody counted the waves any more.' },
  { position: 17, text: 'He hurried after all; the boat would not wait for him.' },
]
