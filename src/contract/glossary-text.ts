// A glossary as a person writes it: a line for each word, `term = translation`.
import { longest } from './longest.ts'
import type { Glossary } from './translation.ts'

/** Parted by `=`, a tab or a semicolon. Lines that are no entry are told by their numbers, from 1. */
export function readGlossary(text: string): { glossary: Glossary; wrong: number[] } {
  const glossary = new Map<string, string>()
  const wrong: number[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const [term = '', as = '', ...more] = line.split(/[=\t;]/).map((part) => part.trim())
    const isEntry = [term, as].every((word) => word !== '' && word.length <= longest.word)
    if (!isEntry || more.some((part) => part !== '') || glossary.size >= longest.terms)
      wrong.push(index + 1)
    else glossary.set(term.normalize('NFC'), as.normalize('NFC'))
  }
  return { glossary: [...glossary].map(([term, as]) => ({ term, as })), wrong }
}

/** What `readGlossary` reads again. */
export const glossaryText = (glossary: Glossary): string =>
  glossary.map(({ term, as }) => `${term} = ${as}`).join('\n')
