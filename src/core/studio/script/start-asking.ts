// Begins to ask a language model as a job: one of its kind, book and name at a time, and nothing that costs unasked.
import type { Job, UnansweredItem } from '../../../contract/index.ts'
import { fail, failure } from '../../base/failure-error.ts'
import { withWhatIsLeft } from '../budget.ts'
import type { RunningJob } from '../job-registry.ts'
import type { StudioParts } from '../studio-parts.ts'
import { askAbout } from './ask-about.ts'
import { estimateAsking } from './estimate-asking.ts'
import type { KindOfBook } from './items-of-book.ts'

export type Asking<Request extends { projectId: string; budget?: number | undefined }> = {
  kind: Extract<Job['kind'], 'script' | 'translation'>
  /** As it is saved, to be taken up after a crash. */
  request: Request
  /** What parts it from others of its kind about the book, where there may be several at once. */
  name?: string
  /** A crash has left it open, and what costs money waits for a person. */
  asksFirst: boolean
  items(signal: AbortSignal): AsyncIterable<KindOfBook>
  /** When all that can be answered is; also where nothing had to be asked. */
  end(unanswered: UnansweredItem[], running: RunningJob): Promise<void> | void
}

/**
 * Takes the place of what is being asked of the same kind, and by the same name, about the book already; what that has got is kept. Fails
 * with `no-language-model`, `not-found`.
 */
export function startAsking<Request extends { projectId: string; budget?: number | undefined }>(
  parts: StudioParts,
  asking: Asking<Request>,
): Promise<{ jobId: string }> {
  const { context, jobs, turns } = parts
  const { kind, name, request, asksFirst, items, end } = asking
  const { projectId } = request
  return turns(`${kind} of ${projectId}`, async () => {
    const model = context.languageModels.inUse()
    if (!model) throw fail('no-language-model')
    await context.projects.read(projectId)
    for (const { job } of jobs.active(projectId, kind))
      if (job.name === name) await jobs.cancel(job.id)
    const again = (spent: number) =>
      startAsking(parts, { ...asking, asksFirst: false, request: withWhatIsLeft(request, spent) })
    const named = name === undefined ? {} : { name }
    const about = { kind, stage: 'asking', projectId, again, ...named } as const
    const job = jobs.start(about, JSON.stringify(request), async (running) => {
      const { items: total, known } = await estimateAsking(parts, items(running.signal))
      running.update({ total, done: known })
      if (known === total) return end([], running)
      if (asksFirst && model.price) running.pause(failure('resume-costs', { server: model.label }))
      const order = { kinds: items(running.signal), total, budget: request.budget ?? null }
      await end(await askAbout(parts, running, order), running)
    })
    return { jobId: job.id }
  })
}
