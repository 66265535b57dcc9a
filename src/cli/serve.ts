// lectern serve: the web door, started from the terminal.
import { serveStudio } from '../web/serve-studio.ts'
import type { Runtime } from '../io/runtime.ts'

/** Runs until it is interrupted. */
export const serve = (args: string[], runtime: Runtime): Promise<number> =>
  serveStudio(args, runtime)
