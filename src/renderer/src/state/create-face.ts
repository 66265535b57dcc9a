// Puts the page-long mirrors together, once.
import type { JobKind } from '../../../contract/index.ts'
import { connect } from '../client/connect.ts'
import type { Face } from './face.ts'
import { words } from '../words.ts'
import { mirrorAlerts } from './alerts.ts'
import { followRoute } from './current-book.ts'
import { createDeeds } from './deeds.ts'
import { createDrafts } from './drafts.ts'
import { createExportDrafts } from './export-draft.ts'
import { createImports } from './imports.ts'
import { mirrorJobs } from './jobs.ts'
import { mirrorKeys } from './keys.ts'
import { mirrorLibrary } from './library.ts'
import { followLook, lookOf } from './look.ts'
import { mirrorNeural } from './neural.ts'
import { createNews } from './news.ts'
import { createNotices } from './notices.ts'
import { openBook } from './open-book.ts'
import { createOpenDialog } from './open-dialog.ts'
import { mirrorPerformance } from './performance.ts'
import { mirrorQueue } from './queue.ts'
import { createRouter, takeExpectedImport, takeWriting } from './route.ts'
import { mirrorServers } from './servers.ts'
import { mirrorSettings } from './settings.ts'
import { createShelf } from './shelf.ts'
import { createSoundChecks } from './sound-checks.ts'
import { mirrorSounds } from './sounds.ts'
import { createTakeBacks } from './take-backs.ts'
import { tellOfUpdates } from './update-news.ts'
import { isPaid, mirrorVoices } from './voices.ts'

/** Their failures are toasts wherever a person is. */
const toldKinds: readonly JobKind[] = ['speech', 'script', 'listening', 'translation', 'write']

export function createFace(page: Window & typeof globalThis): Face {
  const connection = connect()
  const news = createNews(() => connection.link.get() !== 'open')
  const router = createRouter(page)
  const jobs = mirrorJobs(connection)
  const imports = createImports(connection, jobs, news, (projectId, play) => {
    // Whoever is at work on a book stays there.
    if (router.get().screen === 'library') router.go({ screen: 'studio', projectId, play })
  })
  const expected = takeExpectedImport(page)
  const writing = createOpenDialog(takeWriting(page))
  if (expected !== null) imports.expect(expected)
  // What ends is told; failures of imports stand in the library, those of calls are toasts.
  const told = new Set<string>()
  connection.on('job.advanced', ({ job }) => {
    if (job.state === 'running' || job.state === 'paused' || told.has(job.id)) return
    told.add(job.id)
    for (const id of told) if (!jobs.get().has(id)) told.delete(id)
    const isTold = toldKinds.includes(job.kind)
    if (job.state === 'failed' && job.failure !== undefined && isTold) news.fail(job.failure)
    if (job.kind === 'speech' && job.state === 'done' && job.total <= 1) return
    const { editionId } = job
    if (editionId !== undefined && job.state === 'done') {
      const close = news.tell(words.jobs.translated, {
        label: words.jobs.openTranslation,
        act() {
          close()
          router.go({ screen: 'studio', projectId: editionId, play: false })
        },
      })
      return
    }
    news.say(
      job.kind === 'speech' && job.failed > 0
        ? words.jobs.speechFailed(job.failed)
        : words.jobs.ended(job.kind, job.state),
    )
  })
  tellOfUpdates(connection, news)
  const voices = mirrorVoices(connection)
  const drafts = createDrafts(page)
  const exportDrafts = createExportDrafts()
  const { encodingOf } = exportDrafts
  const settings = mirrorSettings(connection)
  const library = mirrorLibrary(connection)
  return {
    connection,
    router,
    ...followLook(lookOf(page, drafts.whenSaved), settings, connection, news),
    news,
    library,
    shelf: createShelf(page),
    takeBacks: createTakeBacks(news),
    jobs,
    queue: mirrorQueue(connection, news, (voice) => isPaid(voices.get(), voice)),
    notices: createNotices(connection, settings, library, page, () => news.tell(words.queue.left)),
    book: followRoute(router, (projectId) =>
      openBook(
        connection,
        news,
        { isPaid: (voice) => isPaid(voices.get(), voice), encodingOf },
        projectId,
      ),
    ),
    imports,
    drafts,
    exportDrafts,
    soundChecks: createSoundChecks(connection),
    writing,
    alerts: mirrorAlerts(connection),
    performance: mirrorPerformance(connection),
    settings,
    keys: mirrorKeys(connection, settings),
    deeds: createDeeds(),
    voices,
    servers: mirrorServers(connection),
    neural: mirrorNeural(connection, news),
    sounds: mirrorSounds(connection, jobs, news),
    since: Date.now(),
  }
}
