// The web door: the studio on 127.0.0.1, behind a one-time link.
import { createScope, type Clock } from '../core/base/scope.ts'
import type { Log } from '../core/ports/machine.ts'
import type { Studio } from '../core/studio/studio.ts'
import { pageLook } from '../io/site/page-look.ts'
import { listen } from '../io/site/listen.ts'
import { createSite } from '../io/site/site.ts'
import { fileLimit } from '../io/site/file-limit.ts'
import { createRoutes } from './routes.ts'
import { createSession } from './session.ts'

export type WebOptions = {
  studio: Studio
  /** The built page, `out/renderer`. */
  pageFolder: string
  transfersFolder: string
  clock: Clock
  log: Pick<Log, 'error'>
  /** Told of the link's token, so that no log will hold it. */
  hide?: (secret: string) => void
  /** 0 or absent: any that is free. */
  port?: number | undefined
  /** What opens `/metrics` to a program; absent: only the page's cookie does. */
  watcherKey?: string | null
  /** The development server, when there is one. */
  developmentServer?: URL | undefined
}

export type WebDoor = {
  origin: string
  /** Opens the studio once; then it is worth nothing. */
  link: string
  /** Ends every connection. The studio is the caller's to close. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1 alone. Rejects with what `listen` says, as when the port is taken. */
export async function startWeb(options: WebOptions): Promise<WebDoor> {
  const { studio, pageFolder, transfersFolder, clock, log, watcherKey = null } = options
  const scope = createScope()
  const { origin, port, answer, close } = await listen(options.port ?? 0, log)
  const session = createSession(port)
  options.hide?.(session.token)
  const site = createSite({
    media: (pathname) => studio.media(pathname),
    look: () => pageLook(studio),
    tickets: studio.tickets,
    maxFileBytes: () => fileLimit(studio),
    pageFolder,
    transfersFolder,
    developmentServer: options.developmentServer,
  })
  answer(
    createRoutes({
      ...{ studio, site, session, watcherKey },
      ...{ origin, transfersFolder, scope, clock },
    }),
  )
  return {
    origin,
    link: `${origin}/?token=${session.token}`,
    async close() {
      await scope.dispose()
      await close()
    },
  }
}
