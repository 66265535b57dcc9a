// Under which addresses the pictures of a book are served, and which picture an address means.
import { mediaAddresses, type Cover, type DescribedCover } from '../../contract/index.ts'

const keyOf = (address: string | undefined): string | null => address?.split('/')[4] ?? null

/** The cover as it is shown, of a book that has it. */
export const coverOf = (projectId: string, described: DescribedCover | null): Cover | null =>
  described && {
    mediaType: described.mediaType,
    address: mediaAddresses.cover(projectId, described.picture),
    ...(described.thumbnail !== null && {
      thumbnail: mediaAddresses.cover(projectId, described.thumbnail),
    }),
  }

/** The same without the book that it belongs to: in its history, in its copies. */
export const describedCover = (cover: Cover | null): DescribedCover | null =>
  cover && {
    mediaType: cover.mediaType,
    picture: keyOf(cover.address),
    thumbnail: keyOf(cover.thumbnail),
  }
