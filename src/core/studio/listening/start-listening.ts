// What listening back would need, and its beginning as a job: one of a book at a time.
import type { ListenEstimate, ListenRequest } from '../../../contract/index.ts'
import { fail, failure } from '../../base/failure-error.ts'
import { withWhatIsLeft } from '../budget.ts'
import type { StudioParts } from '../studio-parts.ts'
import { heardBefore, listenToBook } from './listening-job.ts'
import { hearingCost, secondsOf, takesToHear } from './takes-to-hear.ts'

/** Walks the book page by page; sends nothing. Without a transcription server nothing counts as heard. */
export async function estimateListening(
  parts: StudioParts,
  { projectId, chapterIds }: Pick<ListenRequest, 'projectId' | 'chapterIds'>,
  signal: AbortSignal,
): Promise<ListenEstimate> {
  const { context } = parts
  const transcriber = context.transcribers.inUse()
  const project = await context.projects.read(projectId)
  const seen = new Set<string>()
  let known = 0
  let seconds = 0
  for await (const page of takesToHear(parts, project, chapterIds, signal)) {
    const heard = transcriber ? await heardBefore(parts, page, transcriber.model) : new Set()
    for (const each of page) {
      // Equal sentences share a take.
      if (seen.has(each.key)) continue
      seen.add(each.key)
      if (heard.has(each.key)) known += 1
      else seconds += secondsOf(each)
    }
  }
  const price = transcriber?.price ?? null
  const cost = price && { amount: hearingCost(seconds, price), currency: price.currency }
  return { takes: seen.size, known, seconds, cost }
}

/** `asksFirst`: a crash has left it open, and what costs money waits for a person. Fails with `no-transcriber`. */
export function startListening(
  parts: StudioParts,
  request: ListenRequest,
  { asksFirst = false } = {},
): Promise<{ jobId: string }> {
  const { context, jobs, turns } = parts
  return turns(`listening to ${request.projectId}`, async () => {
    const transcriber = context.transcribers.inUse()
    if (!transcriber) throw fail('no-transcriber')
    const { projectId } = request
    await context.projects.read(projectId)
    for (const { job } of jobs.active(projectId, 'listening')) await jobs.cancel(job.id)
    const again = (spent: number) => startListening(parts, withWhatIsLeft(request, spent))
    const about = { kind: 'listening', stage: 'listening', projectId, again } as const
    const job = jobs.start(about, JSON.stringify(request), async (running) => {
      const { takes: total, known } = await estimateListening(parts, request, running.signal)
      running.update({ total, done: known })
      if (known === total) return
      if (asksFirst && transcriber.price)
        running.pause(failure('resume-costs', { server: transcriber.label }))
      const budget = request.budget ?? null
      await listenToBook(parts, running, { ...request, total, known, budget })
    })
    return { jobId: job.id }
  })
}
