// The lines of a script that is being written, and the text that they are.

export type ScriptLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'speech'; readonly speaker: string; readonly text: string }

/** `NAME: words`; of a script with one voice its words alone. */
const lineText = (line: ScriptLine, speakers: readonly string[]): string => {
  if (line.kind === 'heading') return `# ${line.text}`
  return speakers.length > 1 ? `${line.speaker}: ${line.text}` : line.text
}

/** As the reader of scripts takes it: each line a paragraph. Texts of lines one after the other are that of all. */
export const scriptText = (lines: readonly ScriptLine[], speakers: readonly string[]): string =>
  lines.map((line) => `${lineText(line, speakers)}\n\n`).join('')

/** Lines that a model is shown so that it goes on from them. */
const mostTail = 6
const mostTailLetters = 1200

/** The last lines, as long as a model needs to go on from them. */
export function tailOf(lines: readonly ScriptLine[]): string[] {
  const tail: string[] = []
  let letters = 0
  for (const line of lines.toReversed()) {
    if (line.kind === 'heading') continue
    letters += line.text.length
    if (tail.length === mostTail || (tail.length > 0 && letters > mostTailLetters)) break
    tail.unshift(`${line.speaker}: ${line.text.slice(-mostTailLetters)}`)
  }
  return tail
}
