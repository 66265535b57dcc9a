// What the files of an export are called, by a template with fields in braces.
import {
  fileNameOf,
  type BookTags,
  type ExportFormat,
  type NameField,
} from '../../contract/index.ts'

const usual = '{number} {title}'

export type FileToName = { number: string; title: string }

/** One for each file, all different. */
export function fileNames(
  files: readonly FileToName[],
  {
    tags,
    format,
    template = usual,
  }: { tags: BookTags; format: ExportFormat; template?: string | undefined },
): string[] {
  const used = new Map<string, number>()
  return files.map(({ number, title }) => {
    const fields: Record<NameField, string> = {
      ...{ number, title, book: tags.title, narrator: tags.narrator },
      author: tags.authors.join(', '),
      series: tags.series ?? '',
      part: tags.seriesPart ?? '',
      year: tags.year ?? '',
    }
    const words = template
      .replaceAll(/\{(\w+)\}/g, (_, field: NameField) => fields[field])
      .replaceAll(/\s+/g, ' ')
      .trim()
    const name = fileNameOf(words || `${number} ${title}`, format)
    // Case tells no files apart on two of three systems.
    const key = name.toLowerCase()
    const times = (used.get(key) ?? 0) + 1
    used.set(key, times)
    return times === 1 ? name : fileNameOf(`${words} (${times})`, format)
  })
}
