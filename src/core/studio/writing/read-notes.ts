// A document as notes: its words with their headings, and nothing that a reader of books leaves out.
import { longest } from '../../../contract/index.ts'
import { fail } from '../../base/failure-error.ts'
import type { BookReader } from '../../ports/books.ts'

export type Notes = { title: string; language: string; notes: string }

/** Fails as reading does, and with `notes-too-long`. */
export async function readNotes(
  reader: BookReader,
  path: string,
  signal: AbortSignal,
): Promise<Notes> {
  let header = { title: '', language: 'und' }
  const paragraphs: string[] = []
  let letters = 0
  const add = (text: string) => {
    paragraphs.push(text)
    letters += text.length + 2
    if (letters > longest.notes) throw fail('notes-too-long', { limit: longest.notes })
  }
  for await (const event of reader.read(path, signal)) {
    if (event.kind === 'header') header = event.header
    if (event.kind !== 'chapter' || !event.chapter.spoken) continue
    const { title, level, blocks } = event.chapter
    const heard = blocks.filter(({ text, leftOut }) => text !== '' && !leftOut)
    const isHeaded = heard[0]?.kind === 'heading'
    if (!isHeaded && heard.length > 0 && title !== '' && title !== header.title)
      add(`${'#'.repeat(Math.min(level, 6))} ${title}`)
    for (const { kind, text, level: depth = level } of heard)
      add(kind === 'heading' ? `${'#'.repeat(Math.min(depth, 6))} ${text}` : text)
  }
  return {
    title: header.title.slice(0, longest.title),
    language: header.language,
    notes: paragraphs.join('\n\n'),
  }
}
