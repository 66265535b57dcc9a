// Where the parts of a Word document are: by relationship, for their names are free.
import type { BookArchive } from '../archive-text.ts'
import { resolveHref } from '../../base/href.ts'
import { scanXml } from '../xml-scan.ts'

/** The entry's name by the last word of its relationship's type, in either of the two namespaces. */
export type Parts = (type: string) => string | null

const relationshipsOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Targets of the part's relationships that are in the archive; `part` empty for the package's own. */
export async function readParts(archive: BookArchive, part: string): Promise<Parts> {
  const found = new Map<string, string>()
  const name = archive.find(relationshipsOf(part))
  if (name) {
    await scanXml(archive.stream(name), {
      open(element, attributes) {
        if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return
        const type = (attributes['Type'] ?? '').split('/').pop() ?? ''
        const target = resolveHref(part, attributes['Target'] ?? '')
        const entry = target && archive.find(target.path)
        if (entry && !found.has(type)) found.set(type, entry)
      },
      text() {},
      close() {},
    })
  }
  return (type) => found.get(type) ?? null
}
