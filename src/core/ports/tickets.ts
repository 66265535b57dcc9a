// Words that stand for paths.

/**
 * What a path may be used for, and nothing else: a `book` is read, as are a picture, a voice and a sound; a
 * `target` is written, a `finished` file is shown in its folder, a `folder` gets copies, or holds
 * a model.
 */
export type TicketPurpose = 'book' | 'target' | 'finished' | 'folder'

/** Paths that people chose, kept from the page. A ticket is used up by `take`. */
export type Ticketed = {
  path: string
  /** The finished file goes to the browser. */
  download: boolean
  /** Removes what was only passing through: an upload that has been read, a file for a browser. */
  release(): Promise<void>
}
export type Tickets = {
  issue(
    purpose: TicketPurpose,
    path: string,
    more?: Partial<Pick<Ticketed, 'download' | 'release'>>,
  ): string
  /** Fails with `not-found`, also where the ticket is for something else. */
  take(purpose: TicketPurpose, ticket: string): Ticketed
  /** Without using the ticket up: for what may be fetched or shown again. */
  peek(purpose: TicketPurpose, ticket: string): Ticketed
}
