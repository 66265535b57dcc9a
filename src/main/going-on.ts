// What happens without a window: work goes on and says so, tells of its end, and then the app quits.
import { createWorkWatch, type WorkEnd } from '../contract/index.ts'
import type { Studio } from '../core/studio/studio.ts'
import type { OwnWords } from './own-words.ts'

export type GoingOnHost = {
  platform: NodeJS.Platform
  news(): OwnWords['news']
  hasWindow(): boolean
  /** Whether a person has one of the windows in front of them. */
  isLookedAt(): boolean
  /** Resolves when the system has shown it, or will not. */
  notify(text: string): Promise<void>
  quit(): void
  onError(error: unknown): void
}

/** On a Mac an app without windows stays where it is; elsewhere it ends when nothing is left to do. */
const staysAnyway = (platform: NodeJS.Platform): boolean => platform === 'darwin'

/** Follows the studio's work. `windowsClosed`: the last window is gone, and the app was not told to quit. */
export async function goOnWithoutWindows(
  studio: Pick<Studio, 'call' | 'on'>,
  host: GoingOnHost,
): Promise<{ windowsClosed(): void }> {
  let mayNotify = true
  const follow = ({ name, value }: { name: string; value: unknown }) => {
    if (name === 'notifications') mayNotify = value === true
  }
  const quitIfDone = () => {
    if (!watch.isAtWork && !host.hasWindow() && !staysAnyway(host.platform)) host.quit()
  }
  const titleOf = async (projectId: string | undefined): Promise<string> => {
    const listed = await studio.call('library.list', {})
    const projects = listed.ok ? listed.value.projects : []
    return projects.find(({ id }) => id === projectId)?.title ?? host.news().title
  }
  const tellOfEnd = async (end: WorkEnd) => {
    const title = end.kind === 'job' ? await titleOf(end.job.projectId) : ''
    await host.notify(host.news().ended(end, title))
  }
  const rest = async (end: WorkEnd | null) => {
    try {
      if (end && mayNotify && !host.isLookedAt()) await tellOfEnd(end)
    } finally {
      quitIfDone()
    }
  }
  const watch = createWorkWatch((end) => void rest(end).catch(host.onError))
  studio.on('settings.changed', ({ setting }) => follow(setting))
  studio.on('job.advanced', ({ job }) => watch.job(job))
  studio.on('queue.changed', ({ queue }) => watch.queue(queue))
  const [settings, queue, jobs] = await Promise.all([
    studio.call('settings.read', {}),
    studio.call('queue.read', {}),
    studio.call('job.list', {}),
  ])
  if (settings.ok) settings.value.settings.forEach(follow)
  if (queue.ok) watch.queue(queue.value)
  if (jobs.ok) watch.jobs(jobs.value.jobs)
  return {
    windowsClosed() {
      // Said whatever the settings are: nobody should wonder what still runs.
      if (watch.isAtWork)
        void host
          .notify(host.news().goesOn(watch.counts, staysAnyway(host.platform)))
          .catch(host.onError)
      else quitIfDone()
    },
  }
}
