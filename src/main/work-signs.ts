// What the system sees of the work: progress on the taskbar and the dock, and a computer that stays awake for it.
import { isWork, type Job } from '../contract/index.ts'
import type { Studio } from '../core/studio/studio.ts'

/** `value` from 0 to 1. `none`: nothing is done or waits for a person. */
export type WorkProgress = {
  value: number
  mode: 'none' | 'normal' | 'indeterminate' | 'paused' | 'error'
}

export type WorkSignsHost = {
  showProgress(progress: WorkProgress): void
  /** The computer does not fall asleep until the answer is called. */
  stayAwake(): () => void
  isOnBattery(): boolean
  onError(error: unknown): void
}

export type WorkSigns = {
  /** A window was opened: it has no progress yet. */
  windowOpened(): void
  /** Power was plugged in, or pulled out. */
  powerChanged(): void
  /** The computer was asleep: servers that are waited for may long be there again. */
  woke(): void
}

const hasEnded = ({ state }: Job): boolean => state !== 'running' && state !== 'paused'

/** Of several at once the mean: their units differ. What runs is shown before what stands still. */
export function progressOf(jobs: Iterable<Job>): WorkProgress {
  const work = [...jobs].filter((job) => isWork(job) && !hasEnded(job))
  const running = work.filter(({ state }) => state === 'running')
  const shown = running.length > 0 ? running : work
  if (shown.length === 0) return { value: 0, mode: 'none' }
  const fractions = shown.map(({ done, total }) => (total > 0 ? Math.min(1, done / total) : 0))
  const mean = fractions.reduce((sum, one) => sum + one, 0) / shown.length
  // No more often than a person sees: systems draw it anew each time.
  const value = Math.floor(mean * 100) / 100
  if (running.length === 0)
    return { value, mode: shown.some(({ failure }) => failure) ? 'error' : 'paused' }
  return { value, mode: running.every(({ total }) => total === 0) ? 'indeterminate' : 'normal' }
}

/** `wish`: the setting `keepAwake`. */
export function mayStayAwake(wish: unknown, isOnBattery: boolean): boolean {
  return wish === 'always' || (wish === 'mains' && !isOnBattery)
}

/** Follows the studio's work for as long as the app lives. */
export async function showWorkSigns(
  studio: Pick<Studio, 'call' | 'on'>,
  host: WorkSignsHost,
): Promise<WorkSigns> {
  const open = new Map<string, Job>()
  let wish: unknown = 'mains'
  let shown = progressOf([])
  let letSleep: (() => void) | null = null

  const keepAwake = () => {
    const isAtWork = [...open.values()].some((job) => isWork(job) && job.state === 'running')
    const wanted = isAtWork && mayStayAwake(wish, host.isOnBattery())
    if (wanted) letSleep ??= host.stayAwake()
    else {
      letSleep?.()
      letSleep = null
    }
  }
  const look = () => {
    const now = progressOf(open.values())
    if (now.value !== shown.value || now.mode !== shown.mode) host.showProgress(now)
    shown = now
    keepAwake()
  }
  const note = (job: Job) => {
    if (hasEnded(job)) open.delete(job.id)
    else open.set(job.id, job)
  }
  studio.on('job.advanced', ({ job }) => {
    note(job)
    look()
  })
  const follow = ({ name, value }: { name: string; value: unknown }) => {
    if (name === 'keepAwake') wish = value
  }
  studio.on('settings.changed', ({ setting }) => {
    follow(setting)
    keepAwake()
  })
  const [settings, jobs] = await Promise.all([
    studio.call('settings.read', {}),
    studio.call('job.list', {}),
  ])
  if (settings.ok) settings.value.settings.forEach(follow)
  if (jobs.ok) jobs.value.jobs.forEach(note)
  look()
  const tryAgain = async (jobId: string) => {
    const reply = await studio.call('job.resume', { jobId })
    // Meanwhile it may have ended.
    if (!reply.ok && reply.failure.code !== 'not-found') host.onError(reply.failure)
  }
  return {
    windowOpened() {
      if (shown.mode !== 'none') host.showProgress(shown)
    },
    powerChanged: keepAwake,
    woke() {
      keepAwake()
      for (const { id, state, waiting } of open.values())
        if (state === 'running' && waiting) tryAgain(id).catch(host.onError)
    },
  }
}
