// What of a book's tags and cover stands in a file.
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'

/** The name of this very file: the part's where there are several. */
export const fileTitle = ({ title, part }: FileTags): string => part?.title ?? title

/** Only what every player shows; null for others. */
export const playableCover = (cover: Picture | null): Picture | null =>
  cover && ['image/jpeg', 'image/png'].includes(cover.mediaType) ? cover : null
