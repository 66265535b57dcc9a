// What a PDF says of itself, as far as it is to be believed: many name the file they were made from.
import { titleOfFile } from '../title-of-file.ts'
import type { PdfFacts } from '../../ports/pdf.ts'
import { cleanText, hasWords, wordKey } from '../clean-text.ts'
import { languageTag } from '../language.ts'

const junkTitle =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|unbenannt.*|sans titre.*|document\d*|dokument\d*|presentation\d*|book\d*|title|titel|print|layout \d+|slide \d+|new document|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|ps|txt|html?|pages|p65|pmd|wpd|xlsx?|pptx?))$/i
const junkAuthor =
  /^(?:unknown|anonymous user|user|admin(?:istrator)?|owner|author|default|pc|root|unbekannt|scanner)$/i

/** The title, or the file's name without its ending. */
export function titleOf({ title }: PdfFacts, fileName: string): string {
  const own = cleanText(title)
  const bare = titleOfFile(fileName)
  if (!hasWords(own) || junkTitle.test(own) || /^[\d\W_]+$/u.test(wordKey(own))) return bare
  return own
}

export function authorsOf({ authors }: PdfFacts): string[] {
  const names = authors
    .flatMap((each) => each.split(/\s*;\s*/))
    .map(cleanText)
    .filter((name) => hasWords(name) && !junkAuthor.test(name))
  return [...new Set(names)]
}

/** `und` where it does not say, or says nonsense. */
export const languageOf = ({ language }: PdfFacts): string => languageTag(language)
