// What of a book's tags and cover stands in a file.
import type { FileTags } from '../ports/codecs.ts'
import type { Picture } from '../ports/projects.ts'

/** The name of this very file: the part's where there are several. */
export const fileTitle = ({ title, part }: FileTags): string => part?.title ?? title

/** Whether it is a kind of picture that every player shows. */
export const isPlayable = ({ mediaType }: { mediaType: string }): boolean =>
  mediaType === 'image/jpeg' || mediaType === 'image/png'

/** Only what every player shows; null for others. */
export const playableCover = (cover: Picture | null): Picture | null =>
  cover && isPlayable(cover) ? cover : null
