// The name an export is offered under.
import type { ExportFormat } from '../../../contract/index.ts'
import { words } from '../words.ts'

/** A name that every file system takes, from the book's title. */
export function fileName(title: string, format: ExportFormat): string {
  const safe = title
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${safe || words.library.untitled}.${format}`
}
