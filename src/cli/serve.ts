// lectern serve: the web door, started from the terminal.
import { serveStudio } from '../web/serve-studio.ts'

/** Runs until it is interrupted. */
export const serve = (args: string[], entryUrl: string): Promise<number> =>
  serveStudio(args, entryUrl)
